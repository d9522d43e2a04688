import type { KubeObject } from '../domain/manifest.ts';
import type { CollectionPorts, WatchPlace } from './collection.ts';
import { type KnownObjects, trim, versionOf } from './known-objects.ts';
import { collectionPath } from './list-objects.ts';
import type { Outcome } from './next-attempt.ts';

/** The state of now comes within milliseconds; what is silent for so long holds it back. */
const SILENT_MS = 5000;
/** The server sends a bookmark every minute: a stream without one is a dead connection. */
const DEAD_MS = 90_000;

interface WatchLine {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: KubeObject & { readonly code?: number };
}

/**
 * Follows one collection by one stream, from the version `from`, or from the state of now that the
 * stream itself brings (watch-list, Kubernetes 1.27). Settles when it is over; never rejects.
 */
export async function streamChanges(
  place: WatchPlace,
  from: string | undefined,
  known: KnownObjects,
  ports: Pick<CollectionPorts, 'cluster' | 'signal' | 'heldBack' | 'sleep' | 'elapsed'>,
): Promise<Outcome> {
  const ends = new AbortController();
  const signal = AbortSignal.any([ports.signal, ends.signal]);
  // Of the state of now, until its end is told.
  let initial: KubeObject[] | undefined = from === undefined ? [] : undefined;
  let at = from;
  let lines = 0;
  let outcome: Outcome | undefined;
  const end = (with_: Outcome): void => {
    outcome ??= with_;
    ends.abort();
  };
  const take = ({ type, object }: WatchLine): void => {
    lines++;
    if (type === 'ERROR') {
      end(refusal(object.code ?? 0));
      return;
    }
    at = versionOf(object) || at;
    if (type === 'BOOKMARK') {
      if (!initial || !endsInitial(object)) return;
      known.settle({ resourceVersion: versionOf(object), items: initial });
      initial = undefined;
      return;
    }
    const told = trim(object);
    initial?.push(told);
    if (type === 'DELETED') known.lose(told);
    else known.see(told);
  };
  const onLine = (text: string): void => {
    const line = parseLine(text);
    if (line === undefined || signal.aborted) ends.abort();
    else take(line);
  };
  const watchSilence = async (): Promise<void> => {
    while (initial && !signal.aborted) {
      const before = lines;
      await ports.sleep(SILENT_MS, signal);
      if (signal.aborted || !initial || lines > before) continue;
      end(lines === 0 ? { is: 'silent' } : { is: 'incomplete' });
    }
  };
  void watchSilence();
  const heldBack = (): void => {
    if (lines === 0) end({ is: 'silent' });
  };
  ports.heldBack.addEventListener('abort', heldBack);
  if (ports.heldBack.aborted) heldBack();
  const began = ports.elapsed();
  try {
    const answer = await ports.cluster.stream(
      { path: collectionPath(place, query(from)) },
      { onLine, signal, idleMs: DEAD_MS },
    );
    if (outcome) return outcome;
    if (answer.status !== 200) return { is: 'refused', of: 'watch', status: answer.status };
  } catch {
    if (outcome) return outcome;
  } finally {
    ends.abort();
    ports.heldBack.removeEventListener('abort', heldBack);
  }
  const worked = lines > 0 || ports.elapsed() - began > SILENT_MS;
  return initial || at === undefined || !worked ? { is: 'broken' } : { is: 'ended', at };
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

const endsInitial = ({ metadata }: KubeObject): boolean =>
  metadata.annotations?.['k8s.io/initial-events-end'] === 'true';

function parseLine(text: string): WatchLine | undefined {
  try {
    const line = JSON.parse(text) as WatchLine | null;
    return line?.object?.metadata || line?.type === 'ERROR' ? line : undefined;
  } catch {
    return undefined; // Cut off in the middle, or not from an API server.
  }
}
