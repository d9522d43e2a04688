import { ActionError } from '../errors.ts';
import { type Cluster, statusMessage } from './connect.ts';

/**
 * Makes sure that the namespace is there before anything is written into it.
 * @returns true when it was made just now
 * @throws {ActionError} `cluster-refused` when it is missing and may not, or cannot, be created
 */
export async function ensureNamespace(
  cluster: Cluster,
  name: string,
  create: boolean,
): Promise<boolean> {
  const found = await cluster.call({ path: `/api/v1/namespaces/${name}` });
  // Without the right to read it (a deployer often has none) the first write will tell.
  if (found.status !== 404) return false;
  if (!create) {
    throw new ActionError('cluster-refused', `There is no namespace ${name}`, {
      hint: 'Create it, or set create-namespace: true where the deployer may.',
    });
  }
  const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  const made = await cluster.call({ method: 'POST', path: '/api/v1/namespaces', body });
  if (made.status === 201) return true;
  if (made.status === 409) return false;
  throw new ActionError(
    'cluster-refused',
    `Cannot create namespace ${name}: ${statusMessage(made)}`,
    { hint: `Grant ${cluster.identity.username} create on namespaces, or create it once by hand.` },
  );
}
