import { type LiveWorkload, newestPods } from './identity.ts';
import { type KubeObject, type WorkloadRef, workloads } from './manifest.ts';
import type { Signal } from './signals/signal.ts';
import type { World } from './world.ts';

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
  const all = ['Pod', 'Job', 'Deployment', 'StatefulSet', 'DaemonSet'].flatMap((kind) =>
    world.all(kind),
  );
  return {
    uids: new Set(all.flatMap(({ metadata }) => metadata.uid ?? [])),
    generations: new Map(
      all.map(({ metadata }) => [metadata.uid ?? '', metadata.generation ?? 0] as const),
    ),
    restarts: new Map(),
    events: new Map(),
    endpoints: new Map(),
  };
}

/** Compares the world with the plan: where each workload stands, and what is wrong now. */
export function assess(world: World, plan: Plan): Assessment {
  const states = workloads(plan.manifest, plan.namespace).map((ref) => stateOf(world, ref));
  return {
    workloads: states,
    jobs: [],
    signals: [],
    done: states.every((state) => state.phase === 'done'),
  };
}

function stateOf(world: World, ref: WorkloadRef): WorkloadState {
  const object = world
    .all(ref.kind)
    .find(({ metadata }) => metadata.name === ref.name && metadata.namespace === ref.namespace);
  if (object === undefined) {
    return { ref, phase: 'waiting', desired: 0, updated: 0, ready: 0, old: 0, note: '', pods: [] };
  }
  const live: LiveWorkload = {
    ref,
    object,
    replicaSets: world.all('ReplicaSet'),
    pods: world.all('Pod'),
  };
  const pods = newestPods(live).map((pod) => ({
    name: pod.metadata.name,
    ready: isReady(pod),
    note: '',
  }));
  const desired = (object.spec as { replicas?: number } | undefined)?.replicas ?? 1;
  const ready = pods.filter((pod) => pod.ready).length;
  const phase = ready >= desired ? 'done' : 'rolling';
  return { ref, phase, desired, updated: pods.length, ready, old: 0, note: '', pods };
}

const isReady = (pod: KubeObject): boolean =>
  (
    pod.status as { conditions?: readonly { type: string; status: string }[] } | undefined
  )?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
