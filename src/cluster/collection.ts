import type { Change } from '../domain/world.ts';
import { ActionError } from '../errors.ts';
import type { Cluster } from './connect.ts';
import { createForgiveness } from './forgive.ts';
import { knownObjects, type Listing } from './known-objects.ts';
import { listObjects, readVersion } from './list-objects.ts';
import { type Attempt, nextAttempt, type Outcome, passes, TOKEN_FAILURES } from './next-attempt.ts';
import { type StreamPorts, streamChanges } from './stream-changes.ts';

/** One collection that is kept up to date. */
export interface WatchPlace {
  readonly kind: string;
  /** `/api/v1/namespaces/x/pods` */
  readonly path: string;
  /** A label selector. */
  readonly selector?: string;
  /** Only what happens from now on is wanted: events. */
  readonly fromNow?: boolean;
}

export interface CollectionPorts extends StreamPorts {
  readonly cluster: Pick<Cluster, 'call' | 'stream'>;
  /** Told after every request, for those who look at all collections. */
  readonly onAttempt: (outcome: Outcome) => void;
}

export interface Collection {
  readonly place: WatchPlace;
  /** Settles when its state was told once, or it is known to be unreadable, or it was closed. */
  readonly synced: Promise<void>;
  readonly attempt: () => Attempt;
  /**
   * Settles when the collection, as it was at some moment from now on, was told; through an outage
   * it waits. @throws {ActionError} `cluster-refused` when it cannot be read any more
   */
  readonly refresh: () => Promise<void>;
}

/** Follows one collection until `signal` ends it; never rejects. */
export function followCollection(
  place: WatchPlace,
  onChange: (change: Change) => void,
  ports: CollectionPorts,
): Collection {
  const { signal, sleep, elapsed, onAttempt } = ports;
  const { call } = ports.cluster;
  const forgive = createForgiveness(elapsed);
  let start: string | undefined;
  let changes = 0;
  let attempt: Attempt = { way: place.fromNow ? 'list-watch' : 'watch', failures: 0, pauseMs: 0 };
  let told: () => void = () => {};
  const synced = new Promise<void>((resolve) => {
    told = resolve;
  });
  const known = knownObjects(
    (change) => {
      changes++;
      if (!signal.aborted) onChange(change);
    },
    () => start,
  );
  const settle = (listing: Listing): void => {
    known.settle(listing);
    told();
  };
  /** A listing is told before this returns. */
  const list = async (): Promise<Outcome> => {
    // Of what only matters from now on, the first list is but the moment that now is.
    const first = place.fromNow && start === undefined;
    const listing = await (first ? readVersion(call, place) : listObjects(call, place)).catch(
      () => undefined,
    );
    if (listing === undefined) return { is: 'broken' };
    if ('refused' in listing) {
      return forgive({ is: 'refused', of: 'list', status: listing.refused });
    }
    if (place.fromNow) start ??= listing.resourceVersion;
    settle(listing);
    return forgive({ is: 'listed', at: listing.resourceVersion });
  };
  const check = async (): Promise<number> => {
    const before = changes;
    await list();
    return changes - before;
  };
  const perform = ({ way, from }: Attempt): Promise<Outcome> =>
    way === 'watch' || (way === 'list-watch' && from !== undefined)
      ? streamChanges({ ...place, known: { ...known, settle }, check }, from, ports).then(forgive)
      : list();
  const follow = async (): Promise<void> => {
    while (!signal.aborted && attempt.way !== 'none') {
      const outcome = await perform(attempt);
      if (signal.aborted) break;
      attempt = nextAttempt(attempt, outcome, elapsed());
      onAttempt(outcome);
      if (attempt.pauseMs > 0) await sleep(attempt.pauseMs * (0.75 + Math.random() / 2), signal);
    }
    told();
  };
  const refresh = async (): Promise<void> => {
    for (let failures = 1; !signal.aborted && attempt.way !== 'none'; failures++) {
      const outcome = await list();
      if (outcome.is === 'listed') return;
      const status = outcome.is === 'refused' ? outcome.status : 0;
      if ((status > 0 && !passes(status)) || (status === 401 && failures >= TOKEN_FAILURES)) {
        throw new ActionError('cluster-refused', `Cannot list ${place.path}: ${status}`);
      }
      await sleep(Math.min(250 * 2 ** failures, 2000), signal);
    }
  };
  void follow();
  return { place, synced, attempt: () => attempt, refresh };
}
