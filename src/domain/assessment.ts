import type { KubeObject, WorkloadRef } from './manifest.ts';
import type { Signal } from './signals/signal.ts';

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
