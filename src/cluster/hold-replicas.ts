import type { HeldReplicas } from '../domain/held-replicas.ts';
import { setReplicas } from '../tools/set-replicas.ts';
import type { Cluster } from './connect.ts';
import { type RevisionPlace, rewriteRecord } from './release-record.ts';

/**
 * Changes the numbers of replicas in the record of a revision, for the time of a `helm rollback` to
 * it: helm applies what is written there, and knows no way to leave a field out. Nothing else says
 * how to go back without the pods that an autoscaler added (measured on 3.18 and 4.2: client-side
 * apply takes them away, server-side apply refuses, and does so too when forced). The hooks, the
 * values and the chart stay the revision's own, which an upgrade in its place would not give.
 * Killed in between, the record keeps the numbers that were true then.
 * @returns what puts the record back as it was; undefined where a number is not in its text
 */
export async function holdReplicas(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
  held: readonly HeldReplicas[],
): Promise<(() => Promise<void>) | undefined> {
  let before = '';
  let during: string | undefined;
  const changed = await rewriteRecord(cluster, place, (raw) => {
    before = raw.manifest ?? '';
    during = setReplicas(before, held);
    return during === undefined ? undefined : { ...raw, manifest: during };
  });
  if (!changed) return undefined;
  return async () => {
    await rewriteRecord(cluster, place, (raw) =>
      raw.manifest === during ? { ...raw, manifest: before } : undefined,
    );
  };
}
