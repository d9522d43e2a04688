import type { ContainerLog, LogEnd } from '../cluster/logs.ts';
import type { ContainerFacts, PodFacts } from '../domain/pod-facts.ts';
import { createLineRedactor, type Redact } from '../domain/redact.ts';

/** One container of a hook's pod. */
export interface HookLog {
  /** Call it after every look: each of its runs is taken up as it comes. */
  readonly see: (container: ContainerFacts, pod: PodFacts) => void;
  /** The last lines of the newest run that printed something. */
  readonly lines: () => readonly string[];
}

export interface HookLogPorts {
  readonly open: (onLine: (line: string) => void) => ContainerLog;
  readonly print: (line: string) => void;
  readonly redact: Redact;
  /** Work that goes on after the call. */
  readonly start: (work: Promise<void>) => void;
  readonly stop: AbortSignal;
}

/** Lines shown live of one container: it may print for ever. */
const SHOWN = 2000;

/** Shows all that a hook's container prints, live; keeps the `end` of it. */
export function followHook(
  end: LogEnd,
  { open, print, redact, start, stop }: HookLogPorts,
): HookLog {
  const redactLine = createLineRedactor(redact);
  let kept: string[] = [];
  let shown = 0;
  /** Lines of the run that is followed. */
  let count = 0;
  /** By how often it was started again. */
  let run = -1;
  let followed = -1;
  let hasEnded = false;
  let isReading = false;
  /** Ends the stream, while there is one. */
  let stream: AbortController | undefined;

  const log = open((line) => {
    const text = redactLine(line);
    if (count === 0) kept = [];
    kept.push(text);
    if (kept.length > end.tailLines) kept.shift();
    count += 1;
    shown += 1;
    if (shown <= SHOWN) print(text);
    else if (shown === SHOWN + 1) print('… it prints more than is shown here');
  });

  /** What the stream did not bring, from the end of the log. */
  const readEnd = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    const held = stream;
    try {
      if (await log.readEnd(end)) held?.abort();
    } finally {
      isReading = false;
    }
  };

  const followRun = async (ended: AbortSignal): Promise<void> => {
    count = 0;
    await log.follow(AbortSignal.any([stop, ended]), () => hasEnded);
    if (count === 0 && !stop.aborted) await readEnd();
  };

  const followRuns = async (): Promise<void> => {
    while (followed < run && !stop.aborted) {
      followed = run;
      stream = new AbortController();
      await followRun(stream.signal);
    }
    stream = undefined;
  };

  return {
    see: ({ restarts, now }, { phase }) => {
      run = restarts;
      hasEnded = phase === 'Succeeded' || phase === 'Failed';
      if (stream === undefined && followed < run) start(followRuns());
      // A stream that brought nothing until now may be held back by a proxy; the pod goes soon.
      if (stream !== undefined && now.state === 'terminated' && count === 0) start(readEnd());
    },
    lines: () => [...kept],
  };
}
