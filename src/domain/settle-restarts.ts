import type { Baseline, Plan } from './assessment.ts';
import type { Diagnosis, DiagnosisCode } from './diagnosis.ts';
import type { PodGroup } from './pod-group.ts';
import type { Others } from './pod-signals.ts';
import type { SettleProblem } from './settle-judge.ts';
import { beganAfter, codeOfExit, tellExit } from './signals/exit.ts';
import { cleanMessage } from './signals/message.ts';
import type { Container, ContainerStatus, Pod, Terminated } from './signals/pod.ts';
import { killOf } from './signals/probe.ts';
import type { World } from './world.ts';
import { indexWorld, type WorldIndex } from './world-index.ts';

interface Scene {
  readonly world: World;
  readonly plan: Plan;
  /** With the events since all was done. */
  readonly index: WorldIndex;
}

/** The kubelet's event that it kills a container may be seen after the container's end. */
const EVENT_LAG = 3000;

/** New pods whose containers ended, or are being killed, since all was done. */
export function restarts(
  { world, plan, index }: Scene,
  group: PodGroup,
  atVerify: Baseline,
  others: Others,
): readonly SettleProblem[] {
  return group.pods.flatMap((pod) =>
    (pod.status?.containerStatuses ?? []).flatMap((status) => {
      const newKill = killOf(eventsOf(index, pod, status));
      if (!newKill && !hasRestarted(pod, status, atVerify, others)) return [];
      const kill = newKill ?? killOfLastRun(indexWorld(world, plan.baseline), pod, status);
      const stands = !kill && mayBeKilled(pod, status) ? EVENT_LAG : 0;
      return { diagnosis: restart(group, pod, status, kill), mayPass: false, stands };
    }),
  );
}

const lastExit = ({ state, lastState }: ContainerStatus): Terminated | undefined =>
  state?.terminated ?? lastState?.terminated;

/** A run that began before the others were up may have waited for them, and heal now. */
function hasRestarted(
  { metadata }: Pod,
  status: ContainerStatus,
  { restarts: before }: Baseline,
  { onTheirWay, readyAt }: Others,
): boolean {
  const { name, restartCount = 0, state } = status;
  const exits = restartCount + (state?.running ? 0 : 1);
  const last = lastExit(status);
  const isNew = exits > (before.get(`${metadata.uid}/${name}`) ?? 0);
  return isNew && last !== undefined && !onTheirWay && beganAfter(last, readyAt);
}

const eventsOf = (index: WorldIndex, { metadata }: Pod, { name }: ContainerStatus) =>
  index.eventsOf(metadata.uid ?? '').filter(({ container }) => container === name);

/** Times of a status are whole seconds, those of an event may be finer. */
const SECOND = 1000;

/** The kubelet says that it kills before it does, so it may have said so before all was done. */
function killOfLastRun(
  sinceStart: WorldIndex,
  pod: Pod,
  status: ContainerStatus,
): ReturnType<typeof killOf> {
  const { startedAt = '', finishedAt = '' } = lastExit(status) ?? {};
  const from = Date.parse(startedAt);
  const to = Date.parse(finishedAt) + SECOND;
  return killOf(
    eventsOf(sinceStart, pod, status).filter(
      ({ last }) => Date.parse(last) >= from && Date.parse(last) <= to,
    ),
  );
}

interface ProbedContainer extends Container {
  readonly livenessProbe?: object;
  readonly startupProbe?: object;
}

/** As a container ends that is told to: by itself, by SIGTERM, by SIGKILL. */
const STOPPED = [0, 143, 137];

/** Whether a probe may have killed it, though nothing says so yet. */
function mayBeKilled({ spec }: Pod, status: ContainerStatus): boolean {
  const last = lastExit(status);
  if (!last || last.reason === 'OOMKilled' || !STOPPED.includes(last.exitCode)) return false;
  const container: ProbedContainer | undefined = spec?.containers?.find(
    ({ name }) => name === status.name,
  );
  return (container?.livenessProbe ?? container?.startupProbe) !== undefined;
}

function restart(
  { workload, namespace }: PodGroup,
  { metadata }: Pod,
  status: ContainerStatus,
  kill: ReturnType<typeof killOf>,
): Diagnosis {
  const { name } = status;
  const last = lastExit(status) ?? { exitCode: 0 };
  return {
    code: kill?.code ?? codeOfExit(last),
    workload,
    object: `Pod/${metadata.name}`,
    namespace,
    container: name,
    message: cleanMessage(kill?.message ?? tellExit(last)),
    hint: `${hintOf(name, kill?.code)} \`kubectl -n ${namespace} logs ${metadata.name} -c ${name} --previous\``,
    log: [],
  };
}

function hintOf(container: string, killed: DiagnosisCode | undefined): string {
  if (killed === 'liveness-killed') {
    return `Container ${container} was ready, and its livenessProbe fails: are its path and port right? Helm does not see it.`;
  }
  return killed === 'startup-failed'
    ? `The startupProbe of container ${container} fails: raise failureThreshold × periodSeconds if it only needs longer.`
    : `Container ${container} was ready and ended again: a readinessProbe that tests what it serves would have shown it earlier.`;
}
