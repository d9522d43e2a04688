import type { KubeObject } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, statusMessage } from './connect.ts';

/**
 * Deletes this very pod: one that has come in its place under the same name stays.
 * @throws {ActionError} `cluster-refused` with `status` 403 without the right to delete pods
 */
export async function deletePod(
  cluster: Pick<Cluster, 'call'>,
  { metadata }: KubeObject,
): Promise<void> {
  const { namespace = '', name, uid } = metadata;
  const answer = await cluster.call({
    method: 'DELETE',
    path: `/api/v1/namespaces/${namespace}/pods/${name}`,
    body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid } },
  });
  // 404: it is gone; 409: another pod has its name by now.
  if (answer.status < 300 || answer.status === 404 || answer.status === 409) return;
  throw new ActionError('cluster-refused', `Cannot delete pod ${name}: ${statusMessage(answer)}`, {
    hint: `kubectl delete pod ${name} --namespace ${namespace}`,
    status: answer.status,
  });
}
