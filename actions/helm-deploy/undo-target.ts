import { LABEL, liveRevision, type Revision } from '../../src/domain/history.ts';
import { chooseTarget, rollbackCandidates } from '../../src/domain/rollback-target.ts';
import type { Session } from '../../src/session/session.ts';

/**
 * Where an undo goes back to: the revision that serves now. Where none is `deployed` (helm was killed
 * between its last two writes) or this environment rejects that one: the newest that was proven, or
 * was good.
 * @returns undefined when there is nothing to go back to: a first install
 */
export async function undoTarget(
  history: readonly Revision[],
  { board, helm }: Session,
): Promise<Revision | undefined> {
  const live = liveRevision(history);
  const rejected = (await board.read()).rejects.map(({ bundle }) => bundle);
  if (live && !rejected.includes(live.labels[LABEL.bundle] ?? '')) return live;
  if (history.length === 0) return undefined;
  // The newest stands for what is about to be made: going back to it is possible, too.
  const next: Revision = { number: Number.MAX_SAFE_INTEGER, status: 'unknown', labels: {} };
  const candidates = rollbackCandidates([...history, next], await helm.history());
  const choice = chooseTarget({ kind: 'last-verified' }, candidates, undefined, rejected);
  return choice.found?.revision ?? live;
}
