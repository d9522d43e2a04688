import type { Change } from '../domain/world.ts';
import type { Clock } from '../tools/clock.ts';
import { type Collection, followCollection, type WatchPlace } from './collection.ts';
import type { Cluster } from './connect.ts';
import { type Attempt, type Outcome, POLL_MS } from './next-attempt.ts';

export type { WatchPlace } from './collection.ts';

export interface WatchPorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  readonly cluster: Pick<Cluster, 'call' | 'stream'>;
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
}

/** `poll`: read every 3 s; `none`: cannot be read. */
export type WatchMode = 'watch' | 'poll' | 'none';

/** A set of collections that is kept up to date until it is closed. */
export interface Watcher {
  /** Settles when the state of all places was told, but of those that cannot be read. */
  readonly synced: Promise<void>;
  /** Kinds that cannot be read. */
  readonly lost: () => readonly string[];
  readonly mode: (kind: string) => WatchMode;
  /**
   * Settles when every place was read once more after now; through an outage it waits.
   * @throws {ActionError} `cluster-refused` when one cannot be read any more
   */
  readonly refresh: () => Promise<void>;
  /** Ends all streams and timers; nothing is told after it. */
  readonly close: () => void;
}

/**
 * Follows collections, one stream each: the state of now, then every change, through outages,
 * expired versions and broken connections. Where streams are refused or held back it polls.
 */
export function watchPlaces(
  places: readonly WatchPlace[],
  onChange: (change: Change) => void,
  ports: WatchPorts,
): Watcher {
  const closing = new AbortController();
  const heldBack = new AbortController();
  const outage = outageTeller(ports);
  let collections: readonly Collection[] = [];
  const tell = degradationTeller(ports);
  const onAttempt = (place: WatchPlace, attempt: Attempt, outcome: Outcome): void => {
    outage(outcome);
    if (outcome.is === 'silent') heldBack.abort();
    tell.changed(place, attempt);
  };
  collections = places.map((place) =>
    followCollection(
      place,
      (change) => {
        if (!closing.signal.aborted) onChange(change);
      },
      {
        ...ports,
        signal: closing.signal,
        heldBack: heldBack.signal,
        onAttempt: (attempt, outcome) => onAttempt(place, attempt, outcome),
      },
    ),
  );
  const synced = Promise.all(collections.map((one) => one.synced)).then(() => tell.all());
  return {
    synced,
    lost: () => [...new Set(collections.filter(isLost).map(({ place }) => place.kind))],
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

const OUTAGE_FAILURES = 5;

/** Says once that the API server does not answer, and once that it does again. */
function outageTeller(ports: Pick<WatchPorts, 'info' | 'warn'>): (outcome: Outcome) => void {
  let failures = 0;
  return (outcome) => {
    const failed =
      outcome.is === 'broken' ||
      (outcome.is === 'refused' && [401, 500, 502, 503, 504].includes(outcome.status));
    if (failed && ++failures === OUTAGE_FAILURES) {
      ports.warn('The API server does not answer; asking again until it does');
    }
    if (failed) return;
    if (failures >= OUTAGE_FAILURES) ports.info('The API server answers again');
    failures = 0;
  };
}

/** Says what is only polled, or cannot be read, and why: one line per reason, however many kinds. */
function degradationTeller(ports: Pick<WatchPorts, 'info' | 'warn'>) {
  const reasons = new Map<string, { readonly kind: string; readonly attempt: Attempt }>();
  const said = new Map<string, string>();
  let started = false;
  const flush = (): void => {
    const lines = new Map<string, string[]>();
    for (const [path, { kind, attempt }] of reasons) {
      const line = describe(attempt);
      if (said.get(path) === line) continue;
      said.set(path, line);
      if (line !== '') lines.set(line, [...(lines.get(line) ?? []), kind]);
    }
    for (const [line, kinds] of lines) {
      ports.warn(`${[...new Set(kinds)].join(', ')}: ${line}`);
    }
  };
  return {
    changed: ({ path, kind }: WatchPlace, attempt: Attempt): void => {
      reasons.set(path, { kind, attempt });
      if (started) flush();
    },
    all: (): void => {
      started = true;
      flush();
    },
  };
}

function describe({ way, reason = '' }: Attempt): string {
  if (way === 'none') return `cannot be read, ${reason}`;
  if (way === 'poll') return `read every ${POLL_MS / 1000} s instead of watched, ${reason}`;
  return '';
}
