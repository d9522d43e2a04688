import type { Need } from '../domain/signals/signal.ts';
import type { Cluster } from './connect.ts';

const PLURAL: Readonly<Record<string, string>> = {
  Secret: 'secrets',
  ConfigMap: 'configmaps',
  ServiceAccount: 'serviceaccounts',
  PersistentVolumeClaim: 'persistentvolumeclaims',
};

/**
 * Whether something that a pod is said to lack is there by now: the kubelet looks again every 11 to
 * 14 s only. What cannot be read counts as not there.
 */
export async function isPresent(
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
  { kind, name, key }: Need,
): Promise<boolean> {
  const plural = PLURAL[kind];
  if (plural === undefined) return false;
  const answer = await cluster.call({ path: `/api/v1/namespaces/${namespace}/${plural}/${name}` });
  if (answer.status !== 200) return false;
  const { data = {}, binaryData = {} } = answer.body as { data?: object; binaryData?: object };
  return key === undefined || key in data || key in binaryData;
}
