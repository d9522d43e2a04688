import { claimSignals } from './claim-signals.ts';
import { readyEndpoints } from './endpoints.ts';
import { jobSignals } from './job-signals.ts';
import { jobStates } from './job-state.ts';
import { type KubeObject, type WorkloadRef, workloads } from './manifest.ts';
import { customGroups, jobGroups, type PodGroup, workloadGroup } from './pod-group.ts';
import { podSignals } from './pod-signals.ts';
import { othersOf, type Traveller, workloadTraveller } from './rollout-others.ts';
import { timesSent } from './signals/event.ts';
import { type Pod, passedDeadline } from './signals/pod.ts';
import type { Signal } from './signals/signal.ts';
import { workloadSignals } from './workload-signals.ts';
import { workloadState } from './workload-state.ts';
import type { World } from './world.ts';
import { indexWorld } from './world-index.ts';

/** A chart's hook, as the release record holds it. */
export interface Hook {
  readonly object: KubeObject;
  /** `pre-upgrade`, `post-install` … */
  readonly events: readonly string[];
  readonly weight: number;
}

/** What helm is about to make true. */
export interface Plan {
  readonly namespace: string;
  readonly manifest: readonly KubeObject[];
  readonly hooks: readonly Hook[];
  readonly baseline: Baseline;
  /** Helm has ended well, so every object is applied, also one whose live form looks different. */
  readonly applied?: boolean;
}

/** What was there at one moment, so that only what happened since counts. */
export interface Baseline {
  readonly uids: ReadonlySet<string>;
  /** By uid. */
  readonly generations: ReadonlyMap<string, number>;
  /** By `<pod uid>/<container>`. */
  readonly restarts: ReadonlyMap<string, number>;
  /** By the event's uid. */
  readonly events: ReadonlyMap<string, number>;
  /** When a progress deadline had passed, by the Deployment's uid; it may stay so under a new spec. */
  readonly deadlines?: ReadonlyMap<string, string>;
  /** Ready endpoints by `<namespace>/<Service>`. */
  readonly endpoints: ReadonlyMap<string, number>;
}

export interface WorkloadState {
  readonly ref: WorkloadRef;
  /** `waiting`: helm has not applied it yet. */
  readonly phase: 'waiting' | 'rolling' | 'done' | 'not-applicable' | 'scaled-to-zero';
  readonly desired: number;
  readonly updated: number;
  readonly ready: number;
  readonly old: number;
  /** Why it is not done yet, for people; `''` when done. */
  readonly note: string;
  /** The new ones. */
  readonly pods: readonly PodState[];
}

export interface PodState {
  readonly name: string;
  readonly ready: boolean;
  readonly note: string;
}

export interface JobState {
  readonly name: string;
  readonly hook: boolean;
  readonly phase: 'waiting' | 'running' | 'done' | 'failed';
  readonly pods: readonly string[];
  /** What runs in its newest pod now, if anything does. */
  readonly container?: string;
  readonly note: string;
}

export interface Assessment {
  readonly workloads: readonly WorkloadState[];
  readonly jobs: readonly JobState[];
  readonly signals: readonly Signal[];
  readonly done: boolean;
}

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
