import type { Conclusion, JobState, RunChange, StepState } from '../github/actions-backend.ts';

/** What happens in a run, as it happens: enough to draw it as a tree. */
export type RunProgress =
  | {
      readonly kind: 'run';
      readonly runId: number;
      readonly name: string;
      readonly title: string;
      readonly status: RunChange['status'];
      readonly conclusion?: Conclusion;
    }
  | ({ readonly kind: 'job'; readonly runId: number } & Omit<JobState, 'steps'>)
  | ({ readonly kind: 'step'; readonly runId: number; readonly job: string } & StepState)
  | {
      readonly kind: 'line';
      readonly runId: number;
      readonly job: string;
      readonly step: string;
      /** Masked. */
      readonly line: string;
    };
