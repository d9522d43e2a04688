import type { Baseline, Plan } from './assessment.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endpointProblems } from './endpoint-problems.ts';
import { isReady } from './identity.ts';
import { workloads } from './manifest.ts';
import { type PodGroup, workloadGroup } from './pod-group.ts';
import { othersOf, workloadTraveller } from './rollout-others.ts';
import type { SettleProblem } from './settle-judge.ts';
import { restarts } from './settle-restarts.ts';
import { newest } from './signals/event.ts';
import { cleanMessage } from './signals/message.ts';
import { conditionOf, type Pod } from './signals/pod.ts';
import { isFailureOf } from './signals/probe.ts';
import { workloadState } from './workload-state.ts';
import type { World } from './world.ts';
import { indexWorld, type WorldIndex } from './world-index.ts';

/** The controller of EndpointSlices and our view of them follow pods that are ready. */
const ENDPOINTS_LAG = 10_000;

/**
 * What went wrong after helm said done; helm is green on all of these (measured). A new pod that
 * restarts, and readiness that a whole workload loses, are no good whatever follows. Readiness that
 * some lose and Services without endpoints may pass.
 * @param atVerify taken when all was done
 */
export function settleProblems(
  world: World,
  plan: Plan,
  atVerify: Baseline,
): readonly SettleProblem[] {
  // Restarts and kills count from when all was done.
  const index = indexWorld(world, { ...plan.baseline, events: atVerify.events });
  const rolled = workloads(plan.manifest, plan.namespace).map((ref) => {
    const group = workloadGroup(index, { ...plan, applied: true }, ref);
    const state = workloadState(index, ref, group, plan.baseline);
    return { group, state, traveller: workloadTraveller(state, group, plan) };
  });
  const travellers = rolled.map(({ traveller }) => traveller);
  const groups = rolled.flatMap(({ group }) => (group?.changed ? newPodsOf(group, plan) : []));
  const states = rolled.map(({ state }) => state);
  const restarted = groups.flatMap((group) =>
    restarts({ world, plan, index }, group, atVerify, othersOf(group.workload, travellers)),
  );
  const lost = groups.flatMap((group) => lostReadiness(index, group, atVerify));
  return [
    ...restarted,
    // Whose container has ended is not ready for that reason.
    ...lost.filter((problem) => !restarted.some((other) => isOfSamePod(problem, other))),
    ...endpointProblems(world, plan, states).map((diagnosis) => ({
      diagnosis,
      mayPass: true,
      stands: ENDPOINTS_LAG,
    })),
  ];
}

const isOfSamePod = (one: SettleProblem, other: SettleProblem): boolean =>
  one.diagnosis.object === other.diagnosis.object &&
  one.diagnosis.namespace === other.diagnosis.namespace;

/** What was there before helm started is not what the release has brought. */
const newPodsOf = (group: PodGroup, { baseline }: Plan): PodGroup => ({
  ...group,
  pods: group.pods.filter(({ metadata }) => !baseline.uids.has(metadata.uid ?? '')),
});

function lostReadiness(
  index: WorldIndex,
  { pods, workload, namespace }: PodGroup,
  atVerify: Baseline,
): readonly SettleProblem[] {
  const lost = pods.filter(
    (pod) =>
      atVerify.uids.has(pod.metadata.uid ?? '') && !isReady(pod) && !isOnLostNode(index, pod),
  );
  const mayPass = lost.length < pods.length;
  return lost.map((pod) => {
    const behind = pod.status?.containerStatuses?.find(({ ready }) => !ready);
    const diagnosis: Diagnosis = {
      code: 'not-ready',
      workload,
      object: `Pod/${pod.metadata.name}`,
      namespace,
      container: behind?.name ?? '',
      message: cleanMessage(whyNotReady(index, pod)),
      hint: `The pod was ready and is no more. \`kubectl -n ${namespace} describe pod ${pod.metadata.name}\``,
      log: [],
    };
    return { diagnosis, mayPass, stands: 0 };
  });
}

/** The node's end is told by an event only; its pods are not ready then whatever they do. */
const isOnLostNode = (index: WorldIndex, { metadata }: Pod): boolean =>
  newest(index.eventsOf(metadata.uid ?? ''))?.reason === 'NodeNotReady';

function whyNotReady(index: WorldIndex, pod: Pod): string {
  const events = index.eventsOf(pod.metadata.uid ?? '').filter(isFailureOf('readiness'));
  return newest(events)?.message ?? conditionOf(pod, 'Ready')?.message ?? 'Ready is False';
}
