import { roleBinding, trustedUser } from '../../src/cloud/trust.ts';
import { run } from '../world/run.ts';
import type { Ground } from './ground.ts';

/** A namespace of the cluster that an environment is deployed to. */
export interface Place {
  readonly environment: string;
  readonly namespace: string;
  /** Where the service answers from this machine. */
  readonly url: string;
  readonly nodePort: number;
  /** As administrator. */
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
}

/**
 * Does what a cluster's administrator does once per environment: a fresh namespace under Pod
 * Security `restricted`, and the RoleBinding of docs/login-direct.md for the identities of the
 * environment and of its rollback.
 */
export async function openPlace(
  ground: Ground,
  repositoryId: number,
  environment: string,
  nodePort: number,
): Promise<Place> {
  const namespace = `story-${environment}`;
  const env = { ...process.env, ...ground.env };
  await run(['kubectl', 'delete', 'namespace', namespace, '--ignore-not-found'], { env });
  const users = [environment, `${environment}-rollback`].map((name) =>
    trustedUser(String(repositoryId), name),
  );
  const input = [namespaceManifest(namespace), roleBinding({ users, namespace })].join('---\n');
  await run(['kubectl', 'apply', '--filename', '-'], { env, input });
  return {
    environment,
    namespace,
    nodePort,
    url: `http://${ground.nodeIp}:${nodePort}`,
    kubectl: (...args) => run(['kubectl', '--namespace', namespace, ...args], { env }),
  };
}

const namespaceManifest = (name: string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels: { pod-security.kubernetes.io/enforce: restricted }
`;
