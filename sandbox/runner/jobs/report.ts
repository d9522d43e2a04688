import type { JobState, StepState } from '../../github/actions-backend.ts';
import type { RunContext } from './run-context.ts';

/** Tells GitHub's side and whoever watches. @returns the job's id there */
export function reportJob(run: RunContext, job: JobState): number {
  const { steps: _, log: __, ...shown } = job;
  run.settings.onProgress?.({ kind: 'job', runId: run.facts.id, ...shown });
  return run.settings.backend.updateJob(run.facts.id, job);
}

export function reportStep(run: RunContext, job: string, step: StepState): void {
  run.settings.onProgress?.({ kind: 'step', runId: run.facts.id, job, ...step });
}
