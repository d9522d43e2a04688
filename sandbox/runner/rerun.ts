import { flatten, type JobRun, type WorkflowRun } from './result.ts';
import { runWorkflow, type StartedRun } from './run-workflow.ts';
import type { RunnerSettings } from './settings.ts';

/**
 * The next attempt of a run that ended: the same event, commit and files.
 * @param which `failed`: jobs that succeeded are taken over with their outputs, unless they come
 *   after one that runs again
 */
export async function rerun(
  settings: RunnerSettings,
  run: StartedRun,
  which: 'all' | 'failed',
): Promise<StartedRun> {
  const before = await run.done;
  const kept = which === 'all' ? new Map<string, JobRun>() : succeeded(before);
  return runWorkflow(settings, run.request, { runId: run.id, kept });
}

const succeeded = (run: WorkflowRun): ReadonlyMap<string, JobRun> =>
  new Map(
    flatten(run.jobs)
      .filter((job) => job.conclusion === 'success')
      .map((job) => [job.name, job]),
  );
