import type { Assessment, Baseline, JobState, Plan, WorkloadState } from './assessment.ts';
import { claimSignals } from './claim-signals.ts';
import { readyEndpoints } from './endpoints.ts';
import { jobSignals } from './job-signals.ts';
import { jobStates } from './job-state.ts';
import { type KubeObject, workloads } from './manifest.ts';
import { customGroups, jobGroups, type PodGroup, workloadGroup } from './pod-group.ts';
import { podSignals } from './pod-signals.ts';
import { othersOf, type Traveller, workloadTraveller } from './rollout-others.ts';
import { timesSent } from './signals/event.ts';
import { type Pod, passedDeadline } from './signals/pod.ts';
import { workloadSignals } from './workload-signals.ts';
import { workloadState } from './workload-state.ts';
import type { World } from './world.ts';
import { indexWorld } from './world-index.ts';

/** What is there now: taken before helm starts, and again when it says done. */
export function takeBaseline(world: World): Baseline {
  const kinds = ['Pod', 'ReplicaSet', 'Job', 'Deployment', 'StatefulSet', 'DaemonSet'];
  const all = kinds.flatMap((kind) => world.all(kind));
  return {
    uids: new Set(all.flatMap(({ metadata }) => metadata.uid ?? [])),
    generations: new Map(
      all.flatMap(({ metadata: { uid, generation = 0 } }) =>
        uid === undefined ? [] : [[uid, generation] as const],
      ),
    ),
    restarts: new Map((world.all('Pod') as readonly Pod[]).flatMap(restartsOf)),
    events: new Map(
      world.all('Event').map((event) => [event.metadata.uid ?? '', timesSent(event)] as const),
    ),
    deadlines: new Map(world.all('Deployment').flatMap(deadlineOf)),
    endpoints: readyEndpoints(world),
  };
}

function deadlineOf(object: KubeObject): readonly (readonly [string, string])[] {
  const passed = passedDeadline(object);
  return passed ? [[object.metadata.uid ?? '', passed.lastTransitionTime ?? '']] : [];
}

function restartsOf({ metadata, status }: Pod): readonly (readonly [string, number])[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map(
    ({ name, restartCount = 0 }) => [`${metadata.uid}/${name}`, restartCount] as const,
  );
}

/** Compares the world with the plan: where each workload stands, and what is wrong now. */
export function assess(world: World, plan: Plan): Assessment {
  const index = indexWorld(world, plan.baseline);
  const rolling = workloads(plan.manifest, plan.namespace).map((ref) => {
    const group = workloadGroup(index, plan, ref);
    const state = workloadState(index, ref, group, plan.baseline);
    return { group, state, traveller: workloadTraveller(state, group, plan) };
  });
  const jobs = jobStates(index, plan);
  const travellers = [...rolling.map(({ traveller }) => traveller), ...jobTravellers(jobs)];
  const signalsOf = (group: PodGroup) =>
    podSignals(index, plan, group, othersOf(group.workload, travellers));
  return {
    workloads: rolling.map(({ state }) => state),
    jobs,
    signals: [
      ...rolling.flatMap(({ group, state }) =>
        group ? [...workloadSignals(index, plan, group, state), ...signalsOf(group)] : [],
      ),
      ...jobGroups(index, plan).flatMap((group) => [
        ...jobSignals(index, plan, group),
        ...signalsOf(group),
      ]),
      ...customGroups(index, plan).flatMap(signalsOf),
      ...claimSignals(index, plan),
    ],
    done: rolling.every(({ state }) => isOver(state)) && jobs.every(isFinished),
  };
}

const isOver = ({ phase }: WorkloadState): boolean => phase !== 'rolling' && phase !== 'waiting';

/** Hooks are helm's own to wait for. */
const isFinished = ({ hook, phase, note }: JobState): boolean =>
  hook || phase === 'done' || note === 'suspended';

/** An application may wait for a Job of the same manifest, such as a migration. */
const jobTravellers = (jobs: readonly JobState[]): readonly Traveller[] =>
  jobs
    .filter(({ hook }) => !hook)
    .map(({ name, phase, note }) => ({
      workload: `Job/${name}`,
      onItsWay: (phase === 'running' || phase === 'waiting') && note !== 'suspended',
      readyAt: 0,
    }));
