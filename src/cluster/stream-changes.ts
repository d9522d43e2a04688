import type { KubeObject } from '../domain/manifest.ts';
import type { Clock } from '../tools/clock.ts';
import type { Cluster } from './connect.ts';
import type { Delivery } from './delivery.ts';
import { type KnownObjects, trim, versionOf } from './known-objects.ts';
import { collectionPath } from './list-objects.ts';
import type { Outcome } from './next-attempt.ts';

export interface StreamPorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  readonly cluster: Pick<Cluster, 'stream'>;
  readonly delivery: Delivery;
  /** Aborted when this stream should be left to others. */
  readonly yields: AbortSignal;
  /** Ends it. */
  readonly signal: AbortSignal;
}

export interface ChangesOf {
  readonly path: string;
  readonly selector?: string;
  readonly known: KnownObjects;
  /** Lists the collection into `known`. @returns how many changes that told */
  readonly check: () => Promise<number>;
}

/** The state of now comes within milliseconds; what is silent for so long holds it back. */
const SILENT_MS = 5000;
/** The server sends a bookmark every minute: a stream without one is a dead connection. */
const DEAD_MS = 90_000;

interface WatchLine {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: KubeObject & { readonly code?: number };
}

/**
 * Follows a collection by one stream, from the version `from`, or from the state of now that the
 * stream itself brings (watch-list, Kubernetes 1.32). Settles when it is over; never rejects.
 */
export async function streamChanges(
  of: ChangesOf,
  from: string | undefined,
  ports: StreamPorts,
): Promise<Outcome> {
  const { delivery, sleep, elapsed } = ports;
  const reader = createReader(of.known, from);
  const ends = new AbortController();
  const signal = AbortSignal.any([ports.signal, ends.signal]);
  let verdict: Outcome | undefined;
  const end = (outcome?: Outcome): void => {
    verdict ??= outcome;
    ends.abort();
  };
  const silent = (): void => end({ is: 'silent', elsewhere: delivery.proven() });
  const onLine = (text: string): void => {
    if (signal.aborted) return;
    const line = parseLine(text);
    if (line?.type === 'ERROR') end(refusal(line.object.code ?? 0));
    else if (line === undefined) end();
    else {
      reader.take(line);
      delivery.prove();
    }
  };
  const heldBack = (): void => {
    if (reader.lines() === 0) silent();
  };
  const stopListening = [
    onAbort(delivery.heldBack, heldBack),
    onAbort(ports.yields, () => end({ is: 'yielded' })),
  ];
  const doubt = (): void => {
    delivery.doubt();
    silent();
  };
  void (from === undefined
    ? expectInitial(reader, { doubt, incomplete: () => end({ is: 'incomplete' }), sleep, signal })
    : expectNews(reader, of.check, { doubt, delivery, sleep, signal }));
  const began = elapsed();
  const path = collectionPath(of, query(from));
  const answer = await ports.cluster
    .stream({ path }, { onLine, signal, idleMs: DEAD_MS })
    .catch(() => undefined);
  ends.abort();
  for (const stop of stopListening) stop();
  if (verdict) return verdict;
  if (answer && answer.status !== 200) {
    return { is: 'refused', of: 'watch', status: answer.status };
  }
  const lived = reader.lines() > 0 || elapsed() - began > SILENT_MS;
  const at = reader.at();
  return at !== undefined && lived ? { is: 'ended', at } : { is: 'broken' };
}

/** Calls back when the signal is aborted, or was; returns what ends that. */
function onAbort(signal: AbortSignal, body: () => void): () => void {
  signal.addEventListener('abort', body);
  if (signal.aborted) body();
  return () => signal.removeEventListener('abort', body);
}

interface Reader {
  readonly take: (line: WatchLine) => void;
  readonly lines: () => number;
  /** Where another stream may go on; undefined before the state of now is complete. */
  readonly at: () => string | undefined;
}

function createReader(known: KnownObjects, from: string | undefined): Reader {
  const initial: KubeObject[] = [];
  let at = from;
  let lines = 0;
  const bookmark = (object: KubeObject): void => {
    const ends = object.metadata.annotations?.['k8s.io/initial-events-end'] === 'true';
    if (at === undefined && !ends) return;
    at = versionOf(object);
    if (ends) known.settle({ resourceVersion: at, items: initial.splice(0) });
  };
  return {
    lines: () => lines,
    at: () => at,
    take: ({ type, object }) => {
      lines++;
      if (type === 'BOOKMARK') {
        bookmark(object);
        return;
      }
      const told = trim(object);
      // The state of now comes in no order of versions.
      if (at === undefined) initial.push(told);
      else at = versionOf(told);
      if (type === 'DELETED') known.lose(told);
      else known.see(told);
    },
  };
}

interface Waiting extends Pick<Clock, 'sleep'> {
  readonly signal: AbortSignal;
  readonly doubt: () => void;
}

/** A stream that brings its own start: it has to come, and to come to an end. */
async function expectInitial(
  reader: Reader,
  { sleep, signal, doubt, incomplete }: Waiting & { readonly incomplete: () => void },
): Promise<void> {
  while (!signal.aborted && reader.at() === undefined) {
    const before = reader.lines();
    await sleep(SILENT_MS, signal);
    if (signal.aborted || reader.at() !== undefined || reader.lines() > before) continue;
    if (reader.lines() === 0) doubt();
    else incomplete();
  }
}

/** A stream that goes on from a list may be silent for long: a list tells whether it should be. */
async function expectNews(
  reader: Reader,
  check: () => Promise<number>,
  { sleep, signal, doubt, delivery }: Waiting & { readonly delivery: Delivery },
): Promise<void> {
  for (let pauseMs = SILENT_MS; ; pauseMs *= 2) {
    await sleep(pauseMs, signal);
    if (signal.aborted || delivery.proven()) return;
    if ((await check()) === 0) continue;
    await sleep(SILENT_MS / 5, signal);
    if (!signal.aborted && reader.lines() === 0) doubt();
  }
}

const query = (from: string | undefined): Readonly<Record<string, string>> => ({
  watch: '1',
  allowWatchBookmarks: 'true',
  ...(from === undefined
    ? { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' }
    : { resourceVersion: from }),
});

const refusal = (code: number): Outcome =>
  code === 410 ? { is: 'expired' } : { is: 'refused', of: 'watch', status: code };

/** @returns undefined for what was cut off in the middle, or is not from an API server */
function parseLine(text: string): WatchLine | undefined {
  try {
    const line = JSON.parse(text) as WatchLine | null;
    return line?.object?.metadata || line?.type === 'ERROR' ? line : undefined;
  } catch {
    return undefined;
  }
}
