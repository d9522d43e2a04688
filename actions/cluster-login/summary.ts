import { claimLines } from '../../src/cloud/explain.ts';
import type { LeastTrust } from '../../src/cloud/least-trust.ts';
import type { ClusterLoginResult, ClusterLoginSettings } from './cluster-login.ts';

/** What a reviewer wants to know: who we are there, and in `verify-trust` what to paste. */
export function summaryOf(settings: ClusterLoginSettings, result: ClusterLoginResult): string {
  const where = settings.cluster?.server ?? 'the cluster of the kubeconfig';
  const head = result.identity
    ? `Logged in at ${where} as \`${result.identity.username}\` (groups ${result.identity.groups.map((group) => `\`${group}\``).join(', ')}).`
    : `**Not logged in** at ${where}: see the error of this step.`;
  const claims =
    result.claims && (result.trust || !result.identity)
      ? ['', 'Claims of the ID token:', '', fence('', claimLines(result.claims).join('\n'))]
      : [];
  return ['### Cluster login', '', head, ...claims, ...trustOf(result.trust), ''].join('\n');
}

/** The same for the log. */
export function reportOf(result: ClusterLoginResult): readonly string[] {
  const { identity, kubeconfig, trust } = result;
  return [
    ...(identity ? [`The cluster knows us as ${identity.username}`] : []),
    ...(kubeconfig ? [`kubeconfig: ${kubeconfig}`] : []),
    ...(trust ? [...trust.notes, '', trust.authentication, '---', trust.rbac] : []),
  ];
}

function trustOf(trust: LeastTrust | undefined): readonly string[] {
  if (!trust) return [];
  return [
    '',
    '#### The trust this job needs, and no more',
    '',
    ...trust.notes.map((note) => `- ${note}`),
    '',
    'File of `kube-apiserver --authentication-config` (one entry per issuer: add to yours):',
    '',
    fence('yaml', trust.authentication),
    '',
    'Rights in one namespace:',
    '',
    fence('yaml', trust.rbac),
  ];
}

const fence = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
