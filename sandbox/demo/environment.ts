import { roleBinding, trustedUser } from '../../src/cloud/trust.ts';
import { caFile } from '../cluster/pki.ts';
import type { Environment } from '../environment.ts';
import { clusterAudience } from '../issuer/authentication.ts';
import { issuerEnvironment } from '../issuer/issuer.ts';
import { exampleJob } from '../issuer/job.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';

/** The GitHub repository that the demo plays. */
const REPOSITORY = { repository: 'acme/story-1-1', repositoryId: '1011' } as const;

/** A place to deploy to: a namespace, and the job identity that has rights there. */
export interface DemoEnvironment {
  readonly name: string;
  readonly namespace: string;
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** Environment of a step of a job in this GitHub Environment, at that commit. */
  readonly stepEnvironment: (commit: string) => Promise<Readonly<Record<string, string>>>;
  /** The login inputs. */
  readonly login: Readonly<Record<string, string>>;
  /** Forgets what earlier demos deployed here. */
  readonly clear: () => Promise<void>;
}

/**
 * Does what a cluster's administrator does once per environment: a namespace under Pod Security
 * `restricted`, and the RoleBinding of docs/login-direct.md for the job's identity.
 */
export async function openEnvironment(
  world: World,
  sandbox: Environment,
  name: string,
): Promise<DemoEnvironment> {
  const namespace = `story-${name}`;
  const env = { ...process.env, ...sandbox.env };
  const kubectl = (...args: readonly string[]): Promise<string> =>
    run(['kubectl', '--namespace', namespace, ...args], { env });
  const set = async (): Promise<void> => {
    const user = trustedUser(REPOSITORY.repositoryId, name);
    const input = [namespaceManifest(namespace), roleBinding({ users: [user], namespace })].join(
      '---\n',
    );
    await run(['kubectl', 'apply', '--filename', '-'], { env, input });
  };
  await set();
  return {
    name,
    namespace,
    kubectl,
    login: {
      cluster: world.apiServer,
      audience: clusterAudience(world),
      'server-ca': caFile(world),
      'expect-environment': name,
    },
    stepEnvironment: async (commit) => ({
      ...sandbox.env,
      GITHUB_REPOSITORY: REPOSITORY.repository,
      GITHUB_SHA: commit,
      GITHUB_REF: 'refs/heads/develop',
      GITHUB_REF_NAME: 'develop',
      KUBECONFIG: '',
      ...(await issuerEnvironment(
        world,
        exampleJob({ ...REPOSITORY, environment: name, sha: commit, ref: 'refs/heads/develop' }),
      )),
    }),
    clear: async () => {
      await run(['kubectl', 'delete', 'namespace', namespace, '--ignore-not-found'], { env });
      await set();
    },
  };
}

const namespaceManifest = (name: string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels: { pod-security.kubernetes.io/enforce: restricted }
`;
