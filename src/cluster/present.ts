import type { Need } from '../domain/diagnosis.ts';
import type { Cluster } from './connect.ts';
import { isReferredKind, readReferred } from './referred.ts';

/**
 * Whether something that a pod is said to lack is there by now: the kubelet looks again every 11 to
 * 14 s only. What cannot be read counts as not there.
 */
export async function isPresent(
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
  { kind, name, key }: Need,
): Promise<boolean> {
  if (!isReferredKind(kind)) return false;
  const live = await readReferred({ kind, namespace, name }, cluster);
  return live.state === 'there' && (key === undefined || live.keys.includes(key));
}
