import { randomBytes } from 'node:crypto';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { clusterAudience } from '../../sandbox/issuer/authentication.ts';
import { issuerEnvironment } from '../../sandbox/issuer/issuer.ts';
import { exampleJob, type Job } from '../../sandbox/issuer/job.ts';
import { trustedUser } from '../../src/cloud/trust.ts';
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

export async function makeNamespace(sandbox: TestSandbox, prefix: string): Promise<TestNamespace> {
  const name = `${prefix}-${randomBytes(3).toString('hex')}`;
  // A repository of its own, so that no other suite's deployer has rights here.
  const repositoryId = String(randomBytes(4).readUInt32BE());
  const kubectl = (...args: readonly string[]) =>
    sandbox.run(['kubectl', '--namespace', name, ...args]);
  const apply = async (manifest: string): Promise<void> => {
    await sandbox.run(['kubectl', '--namespace', name, 'apply', '-f', '-'], manifest);
  };
  await sandbox.run(['kubectl', 'create', 'namespace', name]);
  await apply(deployerRole(trustedUser(repositoryId, 'staging')));
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
      await sandbox.run(['kubectl', 'delete', 'namespace', name, '--wait=false']);
    },
  };
}

/** What a deployer needs for charts of Deployments, Services, ConfigMaps and Secrets; no wildcard. */
const deployerRole = (user: string): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer }
rules:
- { apiGroups: [""], resources: [secrets, configmaps, services, serviceaccounts, persistentvolumeclaims], verbs: [get, list, watch, create, update, patch, delete] }
- { apiGroups: [apps], resources: [deployments, statefulsets, daemonsets], verbs: [get, list, watch, create, update, patch, delete] }
- { apiGroups: [batch], resources: [jobs, cronjobs], verbs: [get, list, watch, create, update, patch, delete] }
- { apiGroups: [""], resources: [pods, events], verbs: [get, list, watch] }
- { apiGroups: [""], resources: [pods/log], verbs: [get] }
- { apiGroups: [apps], resources: [replicasets], verbs: [get, list, watch] }
- { apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get, create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: User, apiGroup: rbac.authorization.k8s.io, name: "${user}" }]
`;
