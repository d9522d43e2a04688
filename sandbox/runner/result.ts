import type { Conclusion } from '../github/actions-backend.ts';
import type { Annotation } from './workflow-commands.ts';

/** What `needs.<job>.result` can be. */
export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A workflow run that ended, as a tree. */
export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly repository: string;
  /** `.github/workflows/deploy.yml` */
  readonly path: string;
  readonly name: string;
  /** Its `run-name`, or the commit's first line. */
  readonly title: string;
  readonly event: string;
  readonly ref: string;
  readonly sha: string;
  readonly conclusion: Conclusion;
  /** Why GitHub refuses to start it (`startup_failure`). */
  readonly errors: readonly string[];
  readonly jobs: readonly JobRun[];
  readonly ms: number;
}

export interface JobRun {
  /** Its key in the file. */
  readonly id: string;
  /** Unique in the run: `pipeline / staging / deploy (a, b)`. */
  readonly name: string;
  /** What its page shows. */
  readonly conclusion: JobResult;
  /** What jobs that need it see: `continue-on-error` makes a failure a success. */
  readonly result: JobResult;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRun[];
  readonly annotations: readonly Annotation[];
  /** The job summaries of its steps, in order. */
  readonly summary: string;
  readonly environment: { readonly name: string; readonly url: string } | undefined;
  /** The jobs of the workflow it calls; none for an ordinary job. */
  readonly jobs: readonly JobRun[];
  readonly ms: number;
}

export interface StepRun {
  readonly number: number;
  readonly name: string;
  /** Its `id`, or the one the runner gave. */
  readonly id: string;
  /** Before `continue-on-error`. */
  readonly outcome: JobResult;
  readonly conclusion: JobResult;
  /** Its log as shown: masked. */
  readonly lines: readonly string[];
  readonly ms: number;
}

/** All jobs of a run or a job's calls, depth first; a call's own entry comes before its jobs. */
export const flatten = (jobs: readonly JobRun[]): readonly JobRun[] =>
  jobs.flatMap((job) => [job, ...flatten(job.jobs)]);

/** One result for several: any failure, else any cancelled, else any success, else skipped. */
export function mergeResults(results: readonly JobResult[]): JobResult {
  const order = ['failure', 'cancelled', 'success'] as const;
  return order.find((result) => results.includes(result)) ?? 'skipped';
}
