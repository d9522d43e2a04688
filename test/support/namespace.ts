import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { clusterAudience } from '../../sandbox/issuer/authentication.ts';
import { issuerEnvironment } from '../../sandbox/issuer/issuer.ts';
import { exampleJob, type Job } from '../../sandbox/issuer/job.ts';
import { trustedUser } from '../../src/cloud/trust.ts';
import { untilGranted } from './granted.ts';
import type { TestSandbox } from './sandbox.ts';

/** A namespace of a suite's own with a deployer who has rights there and nowhere else. */
export interface TestNamespace {
  readonly name: string;
  /** kubectl as admin in this namespace; returns stdout. */
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** `kubectl get … -o json`, parsed. */
  readonly get: <T>(...args: readonly string[]) => Promise<T>;
  readonly apply: (manifest: string) => Promise<void>;
  /** The login inputs of an action that deploys here over OIDC. */
  readonly login: Readonly<Record<string, string>>;
  /** The environment of a job that may deploy here; its tools are the sandbox's. */
  readonly jobEnvironment: (changes?: Partial<Job>) => Promise<Readonly<Record<string, string>>>;
  /** The cluster removes it in its own time. */
  readonly drop: () => Promise<void>;
}

export interface NamespaceOptions {
  /** Which of the Roles that the docs ship the deployer has. Default `full`. */
  readonly role?: 'minimal' | 'full';
}

export async function makeNamespace(
  sandbox: TestSandbox,
  prefix: string,
  { role = 'full' }: NamespaceOptions = {},
): Promise<TestNamespace> {
  const name = `${prefix}-${randomBytes(3).toString('hex')}`;
  // A repository of its own, so that no other suite's deployer has rights here.
  const repositoryId = String(randomBytes(4).readUInt32BE());
  const kubectl = (...args: readonly string[]) =>
    sandbox.run(['kubectl', '--namespace', name, ...args]);
  const apply = async (manifest: string): Promise<void> => {
    await sandbox.run(['kubectl', '--namespace', name, 'apply', '-f', '-'], manifest);
  };
  await sandbox.run(['kubectl', 'create', 'namespace', name]);
  await apply(shippedRole(role));
  const user = trustedUser(repositoryId, 'staging');
  await apply(binding(user));
  await Promise.all([
    untilGranted(sandbox, { user, namespace: name }, ['get', 'secrets']),
    // Until its controller has made it, pods that we make ourselves are refused.
    kubectl('wait', '--for=create', 'serviceaccount/default', '--timeout=120s'),
  ]);
  return {
    name,
    kubectl,
    apply,
    get: async (...args) => JSON.parse(await kubectl('get', ...args, '-o', 'json')),
    login: {
      cluster: sandbox.world.apiServer,
      audience: clusterAudience(sandbox.world),
      'server-ca': caFile(sandbox.world),
    },
    jobEnvironment: async (changes = {}) => {
      const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = sandbox.environment.env;
      const job = exampleJob({ repositoryId, ...changes });
      return { PATH, NODE_EXTRA_CA_CERTS, ...(await issuerEnvironment(sandbox.world, job)) };
    },
    drop: async () => {
      await sandbox.run([
        'kubectl',
        'delete',
        'namespace',
        name,
        '--wait=false',
        '--ignore-not-found',
      ]);
    },
  };
}

/** The file of the docs, so that what they say is what the tests pass with. */
const shippedRole = (role: string): string =>
  readFileSync(join(import.meta.dirname, `../../docs/roles/${role}.yaml`), 'utf8');

const binding = (user: string): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: User, apiGroup: rbac.authorization.k8s.io, name: "${user}" }]
`;
