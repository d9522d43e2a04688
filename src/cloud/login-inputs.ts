import { X509Certificate } from 'node:crypto';
import type { InputProblem } from '../errors.ts';
import { custom, lines, Refusal, type Settings, text } from '../settings/define.ts';

/** The cluster as an input names it. */
export interface ClusterAddress {
  readonly provider: 'direct';
  readonly server: string;
}

/** PEM text, or the path of a file that holds it. */
export type CertificateSource = { readonly pem: string } | { readonly file: string };

/** How an action reaches its cluster: spread into the `defineInputs` of every action that does. */
export const loginInputs = {
  cluster: custom(
    'https://server',
    {
      description:
        'The API server, which trusts GitHub’s ID tokens itself (see docs/login-direct.md). ' +
        'Empty: use the kubeconfig that is there.',
    },
    parseCluster,
  ),
  audience: text({
    description:
      'Audience of the ID token, required with `cluster`: one of `issuer.audiences` in the API ' +
      'server’s AuthenticationConfiguration, letter by letter. One per cluster.',
    pattern: /^[\x21-\x7e]{1,255}$/,
    allowed: 'up to 255 visible ASCII characters, no spaces',
  }),
  'server-ca': custom(
    'PEM or path',
    {
      description:
        'Certificate authority of the API server, as PEM text or the path of a file. ' +
        'Empty: the authorities of the system.',
    },
    parseServerCa,
  ),
  'expect-environment': text({
    description:
      'Refuse, before a token is sent anywhere, unless the job runs in this GitHub Environment.',
  }),
  'expect-workflow-ref': text({
    description:
      'Refuse unless the token’s `job_workflow_ref` is this: exact, or with `*` at its end ' +
      '(`acme/platform/.github/workflows/deploy.yml@refs/tags/v*`).',
    pattern: /^[^*\s]+\*?$/,
    allowed: 'OWNER/REPO/PATH@REF, with * only as the last character',
  }),
  'expect-event': lines({
    description:
      'Refuse unless the run was started by one of these events, one a line. Not given: every ' +
      'event but `pull_request_target`, `workflow_run` and `issue_comment`.',
  }),
  kubeconfig: text({
    description: 'Path of an existing kubeconfig. Empty: `KUBECONFIG`, else `~/.kube/config`.',
  }),
  'kube-context': text({
    description: 'Context of the existing kubeconfig. Empty: its current one.',
  }),
};

export type LoginSettings = Settings<typeof loginInputs>;

/**
 * What is wrong between these inputs. A value that could not be read is absent: what depends on it
 * is then not judged.
 */
export function checkLogin(given: Partial<LoginSettings>): readonly InputProblem[] {
  if (!('cluster' in given)) return [];
  const problems: InputProblem[] = [];
  const only = (input: string, where: string): void => {
    problems.push({
      input,
      message: `is used only ${where}`,
      hint: 'Set the one or leave out the other.',
    });
  };
  if (given.cluster) {
    if (given.audience === '') {
      problems.push({
        input: 'audience',
        message: 'is required with cluster: https://…',
        hint: 'Write one of issuer.audiences of the API server’s AuthenticationConfiguration.',
      });
    }
    if (given.kubeconfig) only('kubeconfig', 'without cluster');
    if (given.kubeContext) only('kube-context', 'without cluster');
  } else {
    if (given.audience) only('audience', 'with cluster');
    if (given.serverCa) only('server-ca', 'with cluster');
    // An expectation that is not checked would be a lock that is not closed.
    if (given.expectEnvironment) only('expect-environment', 'with cluster');
    if (given.expectWorkflowRef) only('expect-workflow-ref', 'with cluster');
    if (given.expectEvent?.length) only('expect-event', 'with cluster');
  }
  return problems;
}

function parseCluster(value: string): ClusterAddress {
  const allowed = 'allowed: https://server, or empty to use the kubeconfig that is there';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:') {
    throw new Refusal(`"${value.slice(0, 60)}" is not the address of an API server`, allowed);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Refusal('may hold host, port and path only', allowed);
  }
  return { provider: 'direct', server: url.href.replace(/\/$/, '') };
}

function parseServerCa(value: string): CertificateSource {
  if (!value.includes('-----BEGIN')) return { file: value };
  return { pem: checkPem(value) };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a PEM text. @throws {Refusal} when there is none or one cannot be read */
export function checkPem(text: string): string {
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) {
    throw new Refusal('holds no certificate', 'PEM starts with -----BEGIN CERTIFICATE-----');
  }
  for (const [index, certificate] of certificates.entries()) {
    try {
      new X509Certificate(certificate);
    } catch {
      throw new Refusal(`certificate ${index + 1} of ${certificates.length} cannot be read`);
    }
  }
  return `${certificates.join('\n')}\n`;
}
