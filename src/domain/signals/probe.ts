import type { DiagnosisCode } from '../diagnosis.ts';
import { type EventView, newest, sum } from './event.ts';
import { conditionOf } from './pod.ts';
import {
  type ContainerSubject,
  describePod,
  type Found,
  type PodSubject,
  previousLog,
  type Row,
} from './row.ts';
import type { Bound } from './signal.ts';

/** One kill may be a slow start; the second is a loop. */
const KILLS: Bound = { least: 1, input: 'maxRestarts' };

const isKillBy = (probe: string) => (event: EventView) =>
  event.reason === 'Killing' && event.message.includes(`failed ${probe} probe, will be restarted`);

/** `Liveness probe failed: HTTP probe failed with statuscode: 404`, `Liveness probe errored: …`. */
export const isFailureOf = (probe: string) => (event: EventView) =>
  event.reason === 'Unhealthy' && event.message.toLowerCase().startsWith(`${probe} probe`);

/** Kills show as events long before the status says CrashLoopBackOff, and helm sees neither. */
const killedBy =
  (probe: string) =>
  ({ containerEvents }: ContainerSubject): Found | undefined => {
    const kills = containerEvents.filter(isKillBy(probe));
    const kill = newest(kills);
    if (kill === undefined) return undefined;
    const why = newest(containerEvents.filter(isFailureOf(probe)));
    return {
      message: why === undefined ? kill.message : `${kill.message}: ${why.message}`,
      count: sum(kills),
    };
  };

/** Whether a probe has killed the container, and which. */
export function killOf(
  events: readonly EventView[],
): { readonly code: DiagnosisCode; readonly message: string } | undefined {
  const startup = newest(events.filter(isKillBy('startup')));
  if (startup) return { code: 'startup-failed', message: startup.message };
  const liveness = newest(events.filter(isKillBy('liveness')));
  return liveness && { code: 'liveness-killed', message: liveness.message };
}

const failing =
  (probe: string) =>
  ({ status, containerEvents }: ContainerSubject): Found | undefined => {
    if (status?.ready || !status?.state?.running) return undefined;
    const event = newest(containerEvents.filter(isFailureOf(probe)));
    return event === undefined ? undefined : { message: event.message, count: event.count };
  };

/** Probes that kill; the first row that fits names the cause. */
export const KILL_ROWS: readonly Row<ContainerSubject>[] = [
  {
    name: 'startup-killed',
    code: 'startup-failed',
    class: 'count',
    bound: KILLS,
    mayWaitForOthers: true,
    retriedByJob: true,
    find: killedBy('startup'),
    hint: (subject) =>
      `Container ${subject.container.name} does not pass its startupProbe in time: raise failureThreshold × periodSeconds if it only needs longer, else see why it does not answer: ${previousLog(subject)}`,
  },
  {
    name: 'liveness-killed',
    code: 'liveness-killed',
    class: 'count',
    bound: KILLS,
    mayWaitForOthers: true,
    retriedByJob: true,
    find: killedBy('liveness'),
    hint: (subject) =>
      `The livenessProbe of container ${subject.container.name} fails and Kubernetes restarts it: are its path and port right? A slow start needs a startupProbe. ${previousLog(subject)}`,
  },
];

/** Why a running container is not ready yet: the same stream as a slow start, so never a proof. */
export const READY_ROWS: readonly Row<ContainerSubject>[] = [
  {
    name: 'startup-failing',
    code: 'startup-failed',
    class: 'slow',
    find: failing('startup'),
    hint: (subject) =>
      `Container ${subject.container.name} has not passed its startupProbe yet: are its path and port right, does it listen on 0.0.0.0? ${describePod(subject)}`,
  },
  {
    name: 'readiness-failing',
    code: 'not-ready',
    class: 'slow',
    find: failing('readiness'),
    hint: (subject) =>
      `Container ${subject.container.name} runs but does not pass its readinessProbe: are its path and port right, does it listen on 0.0.0.0, is what it depends on up? \`kubectl -n ${subject.namespace} logs ${subject.pod.metadata.name} -c ${subject.container.name}\``,
  },
  {
    name: 'not-ready',
    code: 'not-ready',
    class: 'slow',
    find: ({ init, status, pod }) => {
      if (init || status?.ready || !status?.state?.running) return undefined;
      return { message: conditionOf(pod, 'ContainersReady')?.message ?? 'not ready' };
    },
    hint: (subject) =>
      `Container ${subject.container.name} runs but is not ready. ${describePod(subject)}`,
  },
];

/** Why a pod whose containers are all ready is not. */
export const GATE_ROWS: readonly Row<PodSubject>[] = [
  {
    name: 'readiness-gate',
    code: 'not-ready',
    class: 'slow',
    find: ({ pod }) => {
      const ready = conditionOf(pod, 'Ready');
      return ready?.status === 'False' && conditionOf(pod, 'ContainersReady')?.status === 'True'
        ? { message: ready.message ?? 'a readiness gate is closed' }
        : undefined;
    },
    hint: (subject) =>
      `All containers are ready, but a readiness gate is not: whoever opens it (often the controller of a load balancer) has not done so. ${describePod(subject)}`,
  },
];
