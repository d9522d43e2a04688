import type { RepositoryFacts, RunFacts } from '../../github/actions-backend.ts';
import type { WorkflowNode } from '../calls/workflow-tree.ts';
import type { Actor } from '../events/event.ts';
import type { ObjectValue } from '../language/value.ts';
import type { JobRun } from '../result.ts';
import type { RunnerSettings } from '../settings.ts';
import type { ActionArchives } from '../steps/action-archives.ts';

/** What all jobs of a run share. */
export interface RunContext {
  readonly settings: RunnerSettings;
  readonly repository: RepositoryFacts;
  readonly facts: RunFacts;
  readonly root: WorkflowNode;
  readonly event: RunEvent;
  /** The run is being cancelled. */
  readonly cancelled: AbortSignal;
  /** Every job is to end, whatever its condition says. */
  readonly forceCancelled: AbortSignal;
  /** Folder of the run. */
  readonly folder: string;
  readonly archives: ActionArchives;
  /** Jobs opened so far, for names of runners and folders. */
  readonly counters: { jobs: number };
  /** Jobs of the attempt before that are not run again, by name. */
  readonly kept: ReadonlyMap<string, JobRun>;
}

/** An event as far as the `github` context shows it. */
export interface RunEvent {
  readonly name: string;
  readonly actor: Actor;
  readonly ref: string;
  /** `main`, `v1` or `7/merge` */
  readonly refName: string;
  readonly refType: 'branch' | 'tag';
  readonly sha: string;
  /** Both `''` but for pull requests. */
  readonly baseRef: string;
  readonly headRef: string;
  readonly payload: ObjectValue;
  /** From a fork: no secrets, a token that reads. */
  readonly fork: boolean;
}
