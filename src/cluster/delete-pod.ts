import type { KubeObject } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, statusMessage } from './connect.ts';

/**
 * Deletes a pod in the very state that it was read in.
 * @returns `changed` where it is in another state by now, is gone, or another has its name
 * @throws {ActionError} `cluster-refused`, with the command for a person as its hint
 */
export async function deletePod(
  cluster: Pick<Cluster, 'call'>,
  { metadata }: KubeObject,
): Promise<'deleted' | 'changed'> {
  const { namespace = '', name, uid, resourceVersion } = metadata;
  const answer = await cluster.call({
    method: 'DELETE',
    path: `/api/v1/namespaces/${namespace}/pods/${name}`,
    body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } },
  });
  if (answer.status < 300) return 'deleted';
  if (answer.status === 404 || answer.status === 409) return 'changed';
  throw new ActionError('cluster-refused', `Cannot delete pod ${name}: ${statusMessage(answer)}`, {
    hint: `By hand: kubectl delete pod ${name} --namespace ${namespace}`,
    status: answer.status,
  });
}
