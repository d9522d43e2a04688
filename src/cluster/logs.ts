import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './connect.ts';

/** One container of one pod. */
export interface ContainerPlace {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

export interface ReadLog extends ContainerPlace {
  /** The container's run before the present one. */
  readonly previous?: boolean;
  readonly tailLines: number;
  readonly limitBytes: number;
}

/**
 * The kubelet's excuse for a log it does not have (any more): it comes as if it were the log, with
 * status 200 and without a time.
 */
const EXCUSE =
  /^(unable to retrieve container logs for \S+|failed to try resolving symlinks in path ".*)$/i;

/** @returns the last lines of a container's log; `undefined` when it is not to be had */
export async function readLog(
  cluster: Pick<Cluster, 'call'>,
  log: ReadLog,
): Promise<readonly string[] | undefined> {
  // The server counts lines from the end, but cuts bytes off the end: ask for less until all fits.
  for (let tailLines = log.tailLines; ; tailLines = Math.ceil(tailLines / 4)) {
    const answer = await cluster
      .call({
        path: logPath(log, {
          tailLines: String(tailLines),
          limitBytes: String(log.limitBytes),
          ...(log.previous && { previous: 'true' }),
        }),
        accept: '*/*',
      })
      .catch(() => undefined);
    if (answer?.status !== 200 || typeof answer.body !== 'string') return undefined;
    const cut = Buffer.byteLength(answer.body) >= log.limitBytes;
    if (!cut || tailLines <= 1) return withoutExcuse(splitLines(answer.body));
  }
}

function splitLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What there is besides an excuse, which is always the last line; `undefined` if it is all. */
function withoutExcuse(lines: readonly string[]): readonly string[] | undefined {
  if (!EXCUSE.test(lines.at(-1) ?? '')) return lines;
  return lines.length > 1 ? lines.slice(0, -1) : undefined;
}

/** While a container starts there is no log yet; the API server says so by 400. */
const RETRY_MS = 500;
const RETRY_MOST_MS = 4000;

/**
 * Follows a container's log from its first line to its end, waiting for the container to start;
 * a broken connection is taken up where it broke. Ends, without an error, when the container has
 * ended, the log cannot be had, or `signal` says so.
 */
export async function followLog(
  cluster: Pick<Cluster, 'stream'>,
  place: ContainerPlace,
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const lines = newLines(onLine);
  for (let pauseMs = RETRY_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, RETRY_MOST_MS)) {
    const since = lines.since();
    const path = logPath(place, {
      follow: 'true',
      timestamps: 'true',
      ...(since && { sinceTime: since }),
    });
    const answer = await cluster
      .stream({ path, accept: '*/*' }, { onLine: lines.take(), signal })
      .catch(() => undefined);
    if (answer?.status === 200) return;
    if (answer && [401, 403, 404].includes(answer.status)) return;
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}

/** `2026-11-21T14:50:01.123456789Z text`; the kubelet's own words in a log have no time. */
const STAMPED = /^(\d{4}-\d\d-\d\dT\S+) ?(.*)$/s;

/** Passes on lines without their time stamp, each once, over several connections. */
function newLines(onLine: (line: string) => void) {
  let last = '';
  let atLast = 0;
  return {
    since: () => last,
    /** For one connection, which begins with the lines of the last known time, or before it. */
    take: () => {
      let catchingUp = last !== '';
      let again = atLast;
      return (line: string): void => {
        const [, time, text = ''] = STAMPED.exec(line) ?? [];
        if (time === undefined) {
          if (!EXCUSE.test(line)) onLine(line);
          return;
        }
        if (catchingUp && (time < last || (time === last && again-- > 0))) return;
        catchingUp = false;
        atLast = time === last ? atLast + 1 : 1;
        last = time;
        onLine(text);
      };
    },
  };
}

function logPath(
  { namespace, pod, container }: ContainerPlace,
  parameters: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ container, ...parameters });
  return `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`;
}
