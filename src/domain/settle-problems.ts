import type { Baseline, Plan } from './assessment.ts';
import type { Diagnosis, DiagnosisCode } from './diagnosis.ts';
import { endpointProblems } from './endpoint-problems.ts';
import { isReady } from './identity.ts';
import { workloads } from './manifest.ts';
import { type PodGroup, workloadGroup } from './pod-group.ts';
import type { Others } from './pod-signals.ts';
import { othersOf, workloadTraveller } from './rollout-others.ts';
import { newest } from './signals/event.ts';
import { beganAfter, codeOfExit, tellExit } from './signals/exit.ts';
import { cleanMessage } from './signals/message.ts';
import { type ContainerStatus, conditionOf, type Pod } from './signals/pod.ts';
import { isFailureOf, killOf } from './signals/probe.ts';
import { workloadState } from './workload-state.ts';
import type { World } from './world.ts';
import { indexWorld, type WorldIndex } from './world-index.ts';

/**
 * What went wrong after helm said done; helm is green on all of these (measured). A new pod that
 * restarts is told at once. Readiness that is lost and Services without endpoints may pass, so they
 * count for a whole workload, or when the time to settle is over.
 * @param atVerify taken when all was done
 * @param over the time to settle has passed
 */
export function settleProblems(
  world: World,
  plan: Plan,
  atVerify: Baseline,
  over: boolean,
): readonly Diagnosis[] {
  // Restarts and kills count from when all was done.
  const index = indexWorld(world, { ...plan.baseline, events: atVerify.events });
  const rolled = workloads(plan.manifest, plan.namespace).map((ref) => {
    const group = workloadGroup(index, { ...plan, applied: true }, ref);
    const state = workloadState(index, ref, group, plan.baseline);
    return { group, state, traveller: workloadTraveller(state, group, plan) };
  });
  const travellers = rolled.map(({ traveller }) => traveller);
  const groups = rolled.flatMap(({ group }) => (group?.changed ? newPodsOf(group, plan) : []));
  return [
    ...groups.flatMap((group) =>
      restarts(index, group, atVerify, othersOf(group.workload, travellers)),
    ),
    ...groups.flatMap((group) => lostReadiness(index, group, atVerify, over)),
    ...(over
      ? endpointProblems(
          world,
          plan,
          rolled.map(({ state }) => state),
        )
      : []),
  ];
}

/** What was there before helm started is not what the release has brought. */
const newPodsOf = (group: PodGroup, { baseline }: Plan): PodGroup => ({
  ...group,
  pods: group.pods.filter(({ metadata }) => !baseline.uids.has(metadata.uid ?? '')),
});

function restarts(
  index: WorldIndex,
  group: PodGroup,
  atVerify: Baseline,
  others: Others,
): readonly Diagnosis[] {
  return group.pods.flatMap((pod) =>
    (pod.status?.containerStatuses ?? [])
      .map((status) => ({ status, kill: killOf(eventsOf(index, pod, status)) }))
      .filter(({ status, kill }) => kill || hasRestarted(pod, status, atVerify, others))
      .map(({ status, kill }) => restart(group, pod, status, kill)),
  );
}

/** A run that began before the others were up may have waited for them, and heal now. */
function hasRestarted(
  { metadata }: Pod,
  { name, restartCount = 0, state, lastState }: ContainerStatus,
  { restarts: before }: Baseline,
  { onTheirWay, readyAt }: Others,
): boolean {
  const exits = restartCount + (state?.running ? 0 : 1);
  const last = state?.terminated ?? lastState?.terminated;
  const isNew = exits > (before.get(`${metadata.uid}/${name}`) ?? 0);
  return isNew && last !== undefined && !onTheirWay && beganAfter(last, readyAt);
}

const eventsOf = (index: WorldIndex, { metadata }: Pod, { name }: ContainerStatus) =>
  index.eventsOf(metadata.uid ?? '').filter(({ container }) => container === name);

function restart(
  { workload, namespace }: PodGroup,
  { metadata }: Pod,
  { name, state, lastState }: ContainerStatus,
  kill: ReturnType<typeof killOf>,
): Diagnosis {
  const last = state?.terminated ?? lastState?.terminated ?? { exitCode: 0 };
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

function lostReadiness(
  index: WorldIndex,
  { pods, workload, namespace }: PodGroup,
  atVerify: Baseline,
  over: boolean,
): readonly Diagnosis[] {
  const lost = pods.filter(
    (pod) =>
      atVerify.uids.has(pod.metadata.uid ?? '') && !isReady(pod) && !isOnLostNode(index, pod),
  );
  if (lost.length === 0 || !(over || lost.length === pods.length)) return [];
  return lost.map((pod) => {
    const behind = pod.status?.containerStatuses?.find(({ ready }) => !ready);
    return {
      code: 'not-ready',
      workload,
      object: `Pod/${pod.metadata.name}`,
      namespace,
      container: behind?.name ?? '',
      message: cleanMessage(whyNotReady(index, pod)),
      hint: `The pod was ready and is no more. \`kubectl -n ${namespace} describe pod ${pod.metadata.name}\``,
      log: [],
    };
  });
}

/** The node's end is told by an event only; its pods are not ready then whatever they do. */
const isOnLostNode = (index: WorldIndex, { metadata }: Pod): boolean =>
  newest(index.eventsOf(metadata.uid ?? ''))?.reason === 'NodeNotReady';

function whyNotReady(index: WorldIndex, pod: Pod): string {
  const events = index.eventsOf(pod.metadata.uid ?? '').filter(isFailureOf('readiness'));
  return newest(events)?.message ?? conditionOf(pod, 'Ready')?.message ?? 'Ready is False';
}
