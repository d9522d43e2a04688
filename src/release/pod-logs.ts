import type { ContainerLog, ContainerPlace, LogEnd, ReadLog } from '../cluster/logs.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { KubeObject } from '../domain/manifest.ts';
import {
  type ContainerFacts,
  endedBadly,
  hasRun,
  mayHaveRestarted,
  type PodFacts,
  podFacts,
} from '../domain/pod-facts.ts';
import { type Redact, redactLines } from '../domain/redact.ts';
import type { World } from '../domain/world.ts';
import { followHook, type HookLog } from './hook-log.ts';

/** The last lines of one container's log. */
export interface LogExcerpt extends ContainerPlace {
  readonly previous: boolean;
  readonly lines: readonly string[];
}

export interface PodLogPorts {
  readonly open: (at: ContainerPlace, onLine: (line: string) => void) => ContainerLog;
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

/** What is kept of each log. */
const KEPT: LogEnd = { tailLines: 100, limitBytes: 32 * 1024 };
/** Lines shown of a container that ended badly, and how many of those are shown in a run. */
const SHOWN_OF_CRASH = 10;
const CRASHES = 5;

interface Followed {
  readonly at: ContainerPlace;
  readonly log: HookLog;
}

/**
 * Shows what containers print: hooks live, from their first line on, and of a new pod's container
 * that ended badly the last lines, once. A hook's pod may be gone seconds after it failed (a Job
 * with `restartPolicy: OnFailure` deletes it before helm says so): its log is read live, and once
 * more when the container is seen terminated, where the stream brought nothing.
 */
export function followPodLogs(ports: PodLogPorts): PodLogs {
  const stop = new AbortController();
  const followed = new Map<string, Followed>();
  /** Shown, or being read. */
  const crashes = new Set<string>();
  /** What could not be read is tried again when the container has moved on, not at every look. */
  const tried = new Set<string>();
  const excerpts: LogExcerpt[] = [];
  const running = new Set<Promise<void>>();
  const start = (work: Promise<void>): void => {
    const one: Promise<void> = work.catch(() => {}).finally(() => running.delete(one));
    running.add(one);
  };
  const hookLog = (at: ContainerPlace, source: string): HookLog =>
    followHook(KEPT, {
      open: (onLine) => ports.open(at, onLine),
      print: (line) => ports.log(source, line),
      redact: ports.redact,
      start,
      stop: stop.signal,
    });
  const seeHook = (pod: PodFacts, hook: string, attempt: number): void => {
    for (const container of pod.containers.filter(hasRun)) {
      const at = { namespace: pod.namespace, pod: pod.name, container: container.name };
      const log =
        followed.get(keyOf(at))?.log ?? hookLog(at, sourceOf(hook, attempt, container, pod));
      followed.set(keyOf(at), { at, log });
      log.see(container, pod);
    }
  };
  const showCrash = async (key: string, pod: PodFacts, container: ContainerFacts) => {
    const excerpt = await readCrash(pod, container, ports).catch(() => undefined);
    if (excerpt === undefined) crashes.delete(key);
    else excerpts.push(excerpt);
  };
  const seePod = (pod: PodFacts, workload: string): void => {
    for (const container of pod.containers.filter(endedBadly)) {
      const key = `${workload} ${container.name}`;
      const state = stateKeyOf(pod, container);
      if (crashes.has(key) || tried.has(state) || crashes.size >= CRASHES) continue;
      crashes.add(key);
      tried.add(state);
      start(showCrash(key, pod, container));
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
      ...[...followed.values()].map(({ at, log }) => ({
        ...at,
        previous: false,
        lines: log.lines(),
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

const stateKeyOf = (pod: PodFacts, { name, restarts, now }: ContainerFacts): string =>
  `${pod.namespace}/${pod.name}/${name} ${restarts} ${now.state}`;

/** `migrate`, `migrate (pod 2)` for a further try, `migrate/wait` where it has several containers. */
const sourceOf = (hook: string, attempt: number, { name }: ContainerFacts, pod: PodFacts): string =>
  `${hook}${pod.containers.length > 1 ? `/${name}` : ''}${attempt > 1 ? ` (pod ${attempt})` : ''}`;

/** Shows the last lines of the newest run that ended badly; undefined when there were none. */
async function readCrash(
  pod: PodFacts,
  container: ContainerFacts,
  { read, log, redact }: PodLogPorts,
): Promise<LogExcerpt | undefined> {
  const at = { namespace: pod.namespace, pod: pod.name, container: container.name };
  const { previous, lines } = await readEndedRun(container, async (previous) => ({
    previous,
    lines: await read({ ...at, ...KEPT, previous }),
  }));
  if (lines === undefined || lines.length === 0) return undefined;
  const shown = redactLines(lines, redact);
  const source = `${pod.name}/${container.name}`;
  if (shown.length > SHOWN_OF_CRASH) log(source, `… the last ${SHOWN_OF_CRASH} of its lines:`);
  for (const line of shown.slice(-SHOWN_OF_CRASH)) log(source, line);
  return { ...at, previous, lines: shown };
}

interface Run {
  readonly previous: boolean;
  /** Undefined: there are none to be had. */
  readonly lines: readonly string[] | undefined;
}

/** The log of the run that was seen to have ended: the container may have been started again. */
async function readEndedRun(
  container: ContainerFacts,
  readRun: (previous: boolean) => Promise<Run>,
): Promise<Run> {
  if (container.now.state !== 'terminated') return readRun(true);
  const present = await readRun(false);
  if (!mayHaveRestarted(container)) return present;
  // Asked for after the present one: it is there if that was, or may have been, the next run's.
  const before = await readRun(true);
  return before.lines === undefined ? present : before;
}
