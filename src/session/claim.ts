import { readOpenHooks } from '../cluster/open-hooks.ts';
import { readLastChange, settlePending } from '../cluster/release-record.ts';
import { HOOK_KINDS, type HookRef, isOpenHook } from '../domain/open-hook.ts';
import type { ReleaseRecord } from '../domain/release-record.ts';
import type { GitHub } from '../http/github/github.ts';
import { askOwner } from '../records/owner.ts';
import { type Claimed, type ClaimInput, claimRelease } from '../release/claim.ts';
import type { Clock } from '../tools/clock.ts';
import { runOf } from './run-of.ts';
import type { Session, SessionPorts } from './session.ts';

export interface ClaimWish extends Omit<ClaimInput, 'run'> {
  /** Aborted when the user cancels, or another run asks us to stop. */
  readonly stop: AbortSignal;
  readonly github: GitHub;
}

type ClaimedSession = Pick<Session, 'cluster' | 'board' | 'view'> & {
  readonly reads: Pick<Session['reads'], 'history' | 'record'>;
};

/**
 * Makes the release workable; to be called inside its lock, before anything is changed.
 * @throws {ActionError} `release-pending`, `hook-running`, `cancelled`, `cluster-refused`
 */
export function claim(
  wish: ClaimWish,
  session: ClaimedSession,
  ports: Pick<SessionPorts, 'env' | 'info' | keyof Clock>,
): Promise<Claimed> {
  const { release, namespace, stop, github } = wish;
  const { cluster, board, reads } = session;
  const place = (revision: number) => ({ namespace, release, revision });
  return claimRelease(
    { ...wish, run: runOf(ports.env) },
    {
      ...ports,
      stop,
      history: reads.history,
      notices: board.read,
      owner: (run) => askOwner(run, github, ports.env),
      lastChange: (revision) => readLastChange(cluster, place(revision)),
      settle: (revision, description) => settlePending(cluster, place(revision), description),
      openHooks: async (where) => {
        const { world, streams, lost } = await session.view();
        // What a stream shows needs no question: a list would wait for the server's cache.
        const told =
          where === namespace && streams() && !HOOK_KINDS.some((k) => lost().includes(k));
        const none = told && !HOOK_KINDS.some((kind) => world.all(kind).some(isOpenHook));
        return none ? { hooks: [], hidden: [] } : readOpenHooks(cluster, where);
      },
      hooksOf: async (revision) => hookRefs(await reads.record(revision), namespace),
    },
  );
}

const hookRefs = (record: ReleaseRecord | undefined, namespace: string): readonly HookRef[] =>
  HOOK_KINDS.flatMap((kind) =>
    (record?.hooks ?? [])
      .filter(({ object }) => object.kind === kind)
      .map(({ object: { metadata } }) => ({
        kind,
        namespace: metadata.namespace ?? namespace,
        name: metadata.name,
      })),
  );
