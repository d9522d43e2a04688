import type { Change } from '../domain/world.ts';
import { type Collection, followCollection, type WatchPlace } from './collection.ts';
import type { Cluster } from './connect.ts';
import { createDelivery } from './delivery.ts';
import type { StreamPorts } from './stream-changes.ts';
import { degradationNews, type NewsPorts, outageNews } from './watch-news.ts';

export interface WatchPorts extends NewsPorts, Pick<StreamPorts, 'sleep'> {
  readonly cluster: Pick<Cluster, 'call' | 'stream'>;
}

/** `poll`: read every 3 s; `none`: cannot be read. */
export type WatchMode = 'watch' | 'poll' | 'none';

/** A set of collections that is kept up to date until it is closed. */
export interface Watcher {
  /** Settles when the state of all places was told, but of those that cannot be read. */
  readonly synced: Promise<void>;
  /** Kinds that cannot be read. */
  readonly lost: () => readonly string[];
  /** Whether all that can be read comes by streams. */
  readonly streams: () => boolean;
  /** Of several places of a kind the worst. */
  readonly mode: (kind: string) => WatchMode;
  /**
   * Settles when every place was read once more after now; through an outage it waits.
   * @throws {ActionError} `cluster-refused` when one cannot be read any more
   */
  readonly refresh: () => Promise<void>;
  /** Ends all streams and timers; nothing is told after it. */
  readonly close: () => void;
}

/** What a rollout shows first in: it keeps its stream where few are allowed. */
const DEAREST = 'Pod';

/**
 * Follows collections, one stream each: the state of now, then every change, through outages,
 * expired versions and broken connections. Where streams are refused or held back it polls; where
 * few are allowed it keeps that of the pods alone, or helm, which waits for hooks by one, had none.
 */
export function watchPlaces(
  places: readonly WatchPlace[],
  onChange: (change: Change) => void,
  ports: WatchPorts,
): Watcher {
  const closing = new AbortController();
  const scarce = new AbortController();
  const never = new AbortController();
  const outage = outageNews(ports);
  const degradation = degradationNews(ports);
  const shared = { ...ports, delivery: createDelivery(), signal: closing.signal };
  let started = false;
  const tellWays = (): void =>
    degradation(
      new Map(
        collections.map(({ place, attempt }) => [
          place.path,
          { kind: place.kind, attempt: attempt() },
        ]),
      ),
    );
  const collections = places.map((place) =>
    followCollection(place, onChange, {
      ...shared,
      yields: place.kind === DEAREST ? never.signal : scarce.signal,
      onAttempt: (outcome) => {
        outage(outcome);
        if (outcome.is === 'refused' && outcome.of === 'watch' && outcome.status === 429)
          scarce.abort();
        if (started) tellWays();
      },
    }),
  );
  const synced = Promise.all(collections.map((one) => one.synced)).then(() => {
    started = true;
    tellWays();
  });
  return {
    synced,
    lost: () => [...new Set(collections.filter(isLost).map(({ place }) => place.kind))],
    streams: () => collections.every((one) => one.attempt().way !== 'poll'),
    mode: (kind) => worst(collections.filter(({ place }) => place.kind === kind)),
    refresh: async () => {
      await Promise.all(collections.map((one) => one.refresh()));
    },
    close: () => closing.abort(),
  };
}

const isLost = (collection: Collection): boolean => collection.attempt().way === 'none';

function worst(collections: readonly Collection[]): WatchMode {
  const ways = collections.map((one) => one.attempt().way);
  if (ways.length === 0 || ways.includes('none')) return 'none';
  return ways.includes('poll') ? 'poll' : 'watch';
}
