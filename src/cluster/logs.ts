import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './connect.ts';

/** One container of one pod. */
export interface ContainerPlace {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** How much of the end of a log. */
export interface LogEnd {
  readonly tailLines: number;
  readonly limitBytes: number;
}

export interface ReadLog extends ContainerPlace, LogEnd {
  /** The container's run before the present one. */
  readonly previous?: boolean;
}

/** A container's log over all its runs: each line comes once, however it was read. */
export interface ContainerLog {
  /**
   * Follows one run from its first new line to its end, waiting for the container to start; a
   * broken connection is taken up where it broke. Ends, without an error, when the run has ended,
   * the log cannot be had, or `signal` says so. A log that the kubelet does not have is waited for
   * until `hasEnded`: the container will not run again.
   */
  readonly follow: (signal: AbortSignal, hasEnded: () => boolean) => Promise<void>;
  /** Reads the last lines beside a stream that brings nothing; true when they brought something. */
  readonly readEnd: (end: LogEnd) => Promise<boolean>;
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
  const lines = await readEnd(cluster, log, log.previous ? { previous: 'true' } : {});
  return lines && withoutExcuse(lines);
}

/** The last lines of a log, an excuse among them. */
async function readEnd(
  cluster: Pick<Cluster, 'call'>,
  { limitBytes, tailLines: most, ...place }: LogEnd & ContainerPlace,
  parameters: Readonly<Record<string, string>>,
): Promise<readonly string[] | undefined> {
  // The server counts lines from the end, but cuts bytes off the end: ask for less until all fits.
  for (let tailLines = most; ; tailLines = Math.ceil(tailLines / 4)) {
    const answer = await cluster
      .call({
        path: logPath(place, {
          tailLines: String(tailLines),
          limitBytes: String(limitBytes),
          ...parameters,
        }),
        accept: '*/*',
      })
      .catch(() => undefined);
    if (answer?.status !== 200 || typeof answer.body !== 'string') return undefined;
    const cut = Buffer.byteLength(answer.body) >= limitBytes;
    if (!cut || tailLines <= 1) return splitLines(answer.body);
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

/** Calls back with every line of a container's log that `follow` or `readEnd` bring. */
export function openLog(
  cluster: Pick<Cluster, 'call' | 'stream'>,
  place: ContainerPlace,
  onLine: (line: string) => void,
): ContainerLog {
  const lines = newLines(onLine);
  return {
    follow: (signal, hasEnded) => followLines(cluster, place, lines, signal, hasEnded),
    readEnd: async (end) => {
      const before = lines.count();
      const found = await readEnd(cluster, { ...place, ...end }, { timestamps: 'true' });
      // The stream has come to life meanwhile, and brings all of it.
      if (lines.count() > before) return false;
      found?.forEach(lines.take());
      return lines.count() > before;
    },
  };
}

async function followLines(
  cluster: Pick<Cluster, 'stream'>,
  place: ContainerPlace,
  lines: NewLines,
  signal: AbortSignal,
  hasEnded: () => boolean,
): Promise<void> {
  const before = lines.count();
  for (let pauseMs = RETRY_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, RETRY_MOST_MS)) {
    const since = lines.since();
    const path = logPath(place, {
      follow: 'true',
      timestamps: 'true',
      ...(since && { sinceTime: since }),
    });
    const take = lines.take();
    let excused = false;
    const onLine = (line: string): void => {
      excused ||= EXCUSE.test(line);
      if (!signal.aborted) take(line);
    };
    const answer = await cluster
      .stream({ path, accept: '*/*' }, { onLine, signal })
      .catch(() => undefined);
    const onlyExcused = excused && lines.count() === before;
    if (answer?.status === 200 && (!onlyExcused || hasEnded())) return;
    if (answer && [401, 403, 404].includes(answer.status)) return;
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}

/** `2026-11-21T14:50:01.123456789Z text`; the kubelet's own words in a log have no time. */
const STAMPED = /^(\d{4}-\d\d-\d\dT\S+) ?(.*)$/s;

interface NewLines {
  /** The time of the last line. */
  readonly since: () => string;
  /** Lines passed on so far. */
  readonly count: () => number;
  /** For one connection, which begins with the lines of the last known time, or before it. */
  readonly take: () => (line: string) => void;
}

/** Passes on lines without their time stamp, each once, over several connections. */
function newLines(onLine: (line: string) => void): NewLines {
  let last = '';
  let atLast = 0;
  let count = 0;
  const pass = (text: string): void => {
    count += 1;
    onLine(text);
  };
  return {
    since: () => last,
    count: () => count,
    take: () => {
      let catchingUp = last !== '';
      let again = atLast;
      return (line) => {
        const [, time, text = ''] = STAMPED.exec(line) ?? [];
        if (time === undefined) {
          if (!EXCUSE.test(line)) pass(line);
          return;
        }
        if (catchingUp && (time < last || (time === last && again-- > 0))) return;
        catchingUp = false;
        atLast = time === last ? atLast + 1 : 1;
        last = time;
        pass(text);
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
