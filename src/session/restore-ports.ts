import { deletePod } from '../cluster/delete-pod.ts';
import { holdReplicas } from '../cluster/hold-replicas.ts';
import { createLiveObjects } from '../cluster/live-objects.ts';
import { rewriteRecord } from '../cluster/release-record.ts';
import { withUndo } from '../domain/notices.ts';
import { asFailed } from '../domain/release-record.ts';
import { type AwaitPorts, expectRevision } from '../release/await-revision.ts';
import type { RestorePorts } from '../release/restore.ts';
import { runOf } from './run-of.ts';
import type { Session, SessionPorts, SessionSettings } from './session.ts';

/** Everything that going back needs, on an open session. */
export async function restorePorts(
  session: Session,
  { release, namespace }: Pick<SessionSettings, 'release' | 'namespace'>,
  wait: Pick<AwaitPorts, 'stop' | 'limits' | 'show'>,
  ports: SessionPorts,
): Promise<RestorePorts> {
  const { cluster, helm, board, reads, label } = session;
  const view = await session.view();
  return {
    ...ports,
    helm,
    label,
    view,
    history: reads.history,
    record: reads.record,
    objects: createLiveObjects(cluster, namespace),
    deletePod: (pod) => deletePod(cluster, pod),
    holdReplicas: (revision, held) => holdReplicas(cluster, { release, namespace, revision }, held),
    markFailed: async (revision, why) => {
      await rewriteRecord(cluster, { release, namespace, revision }, (raw) => asFailed(raw, why));
    },
    announce: async (revision) => {
      const at = new Date(ports.now()).toISOString();
      await board.update((notices) => withUndo(notices, { revision, run: runOf(ports.env), at }));
    },
    expect: () => expectRevision(namespace, { ...ports, ...reads, ...wait, view }),
  };
}
