import type { ContainerPlace, ReadLog } from '../cluster/logs.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { KubeObject } from '../domain/manifest.ts';
import {
  type ContainerFacts,
  endedBadly,
  hasRun,
  type PodFacts,
  podFacts,
} from '../domain/pod-facts.ts';
import { createLineRedactor, type Redact, redactLines } from '../domain/redact.ts';
import type { World } from '../domain/world.ts';

/** The last lines of one container's log. */
export interface LogExcerpt extends ContainerPlace {
  readonly previous: boolean;
  readonly lines: readonly string[];
}

export interface PodLogPorts {
  /** Calls back with every line from the start; settles when the container has ended. */
  readonly follow: (
    at: ContainerPlace,
    onLine: (line: string) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Undefined: there is none to be had. */
  readonly read: (query: ReadLog) => Promise<readonly string[] | undefined>;
  /** Prints a line of a container's log. */
  readonly log: (source: string, line: string) => void;
  readonly redact: Redact;
}

export interface PodLogs {
  /** Call it after every look: logs of new pods are taken up as they come. */
  readonly see: (world: World, assessment: Assessment) => void;
  /** What was read so far. */
  readonly logs: () => readonly LogExcerpt[];
  /** Stops following; settles when nothing is printed any more. */
  readonly end: () => Promise<void>;
}

/** Lines kept of each log. */
const KEPT = 100;
/** Lines shown live of one hook's container: it may print for ever. */
const SHOWN = 2000;
/** Lines shown of a container that ended badly, and how many of those are shown in a run. */
const SHOWN_OF_CRASH = 10;
const CRASHES = 5;
const LIMIT_BYTES = 32 * 1024;

interface Followed {
  readonly at: ContainerPlace;
  readonly source: string;
  readonly redact: Redact;
  readonly kept: string[];
  /** Ends the stream: what it brings from then on was read already. */
  readonly stop: AbortController;
  count: number;
  caughtUp: boolean;
}

/**
 * Shows what containers print: hooks live, from their first line on, and of a new pod's container
 * that ended badly the last lines, once. A hook's pod may be gone seconds after it failed (a Job
 * with `restartPolicy: OnFailure` deletes it before helm says so): its log is read live, and once
 * more as soon as the container is seen terminated, where the stream brought less.
 */
export function followPodLogs(ports: PodLogPorts): PodLogs {
  const stop = new AbortController();
  const followed = new Map<string, Followed>();
  const crashes = new Set<string>();
  const excerpts: LogExcerpt[] = [];
  const running = new Set<Promise<void>>();
  const start = (work: Promise<void>): void => {
    const one: Promise<void> = work.catch(() => {}).finally(() => running.delete(one));
    running.add(one);
  };
  const seeHook = (pod: PodFacts, hook: string, attempt: number): void => {
    for (const container of pod.containers.filter(hasRun)) {
      const at = { namespace: pod.namespace, pod: pod.name, container: container.name };
      const before = followed.get(keyOf(at));
      const log = before ?? newLog(at, sourceOf(hook, attempt, container, pod), ports);
      if (before === undefined) {
        followed.set(keyOf(at), log);
        start(followOne(log, stop.signal, ports));
      }
      // A stream that brought nothing until now may be held back by a proxy; the pod goes soon.
      const over = container.now.state === 'terminated' && log.count === 0;
      if (over && !log.caughtUp) start(catchUp(log, ports));
    }
  };
  const seePod = (pod: PodFacts, workload: string): void => {
    for (const container of pod.containers.filter(endedBadly)) {
      const key = `${workload} ${container.name}`;
      if (crashes.has(key) || crashes.size >= CRASHES) continue;
      crashes.add(key);
      start(readCrash(pod, container, ports).then((excerpt) => void excerpts.push(...excerpt)));
    }
  };
  return {
    see: (world, { workloads, jobs }) => {
      if (stop.signal.aborted) return;
      const pods = podsByName(world);
      for (const job of jobs.filter((one) => one.hook)) {
        job.pods.forEach((name, index) => {
          const pod = pods.get(name);
          if (pod) seeHook(podFacts(pod), job.name, index + 1);
        });
      }
      for (const { ref, pods: states } of workloads) {
        for (const { name } of states.filter((state) => !state.ready)) {
          const pod = pods.get(name);
          if (pod) seePod(podFacts(pod), `${ref.kind}/${ref.name}`);
        }
      }
    },
    logs: () => [
      ...[...followed.values()].map(({ at, kept }) => ({
        ...at,
        previous: false,
        lines: [...kept],
      })),
      ...excerpts,
    ],
    end: async () => {
      stop.abort();
      await Promise.all(running);
    },
  };
}

/** The living and those that were deleted a moment ago: a hook's pod may go with its Job. */
const podsByName = (world: World): ReadonlyMap<string, KubeObject> =>
  new Map(
    [...world.gone('Pod'), ...world.all('Pod')].map((pod) => [pod.metadata.name, pod] as const),
  );

const keyOf = ({ namespace, pod, container }: ContainerPlace): string =>
  `${namespace}/${pod}/${container}`;

/** `migrate`, `migrate (pod 2)` for a further try, `migrate/wait` where it has several containers. */
const sourceOf = (hook: string, attempt: number, { name }: ContainerFacts, pod: PodFacts): string =>
  `${hook}${pod.containers.length > 1 ? `/${name}` : ''}${attempt > 1 ? ` (pod ${attempt})` : ''}`;

const newLog = (at: ContainerPlace, source: string, { redact }: PodLogPorts): Followed => ({
  at,
  source,
  redact: createLineRedactor(redact),
  kept: [],
  stop: new AbortController(),
  count: 0,
  caughtUp: false,
});

async function followOne(log: Followed, stop: AbortSignal, ports: PodLogPorts): Promise<void> {
  const signal = AbortSignal.any([stop, log.stop.signal]);
  const onLine = (line: string): void => {
    if (!signal.aborted) take(log, line, ports);
  };
  const whole = await ports.follow(log.at, onLine, signal).then(
    () => log.count > 0,
    () => false,
  );
  if (!whole && !signal.aborted) await catchUp(log, ports);
}

/** The last resort: what the stream did not bring, from the end of the log. */
async function catchUp(log: Followed, ports: PodLogPorts): Promise<void> {
  log.caughtUp = true;
  const tail = await ports.read({ ...log.at, tailLines: KEPT, limitBytes: LIMIT_BYTES });
  if (tail === undefined || tail.length === 0) return;
  log.stop.abort();
  for (const line of unseen(log.kept, redactLines(tail, ports.redact))) take(log, line, ports);
}

function take(log: Followed, line: string, { log: print }: PodLogPorts): void {
  const text = log.redact(line);
  log.kept.push(text);
  if (log.kept.length > KEPT) log.kept.shift();
  log.count += 1;
  if (log.count <= SHOWN) print(log.source, text);
  else if (log.count === SHOWN + 1) print(log.source, '… it prints more than is shown here');
}

/** The lines of a log's end that come after those that were seen already. */
function unseen(seen: readonly string[], tail: readonly string[]): readonly string[] {
  const last = seen.at(-1);
  return last === undefined ? tail : tail.slice(tail.lastIndexOf(last) + 1);
}

/** The last lines of a run that ended badly: the newest that ended. */
async function readCrash(
  pod: PodFacts,
  { name, now }: ContainerFacts,
  { read, log, redact }: PodLogPorts,
): Promise<readonly LogExcerpt[]> {
  const at = { namespace: pod.namespace, pod: pod.name, container: name };
  const previous = now.state !== 'terminated';
  const lines = await read({ ...at, previous, tailLines: KEPT, limitBytes: LIMIT_BYTES });
  if (lines === undefined) return [];
  const shown = redactLines(lines, redact);
  const source = `${pod.name}/${name}`;
  if (shown.length > SHOWN_OF_CRASH) log(source, `… the last ${SHOWN_OF_CRASH} of its lines:`);
  for (const line of shown.slice(-SHOWN_OF_CRASH)) log(source, line);
  return [{ ...at, previous, lines: shown }];
}
