import type { RunChange } from '../../github/actions-backend.ts';
import type { ObjectValue } from '../language/value.ts';
import { WorkflowNotValid } from '../language/workflow.ts';
import { flatten, mergeResults, type WorkflowRun } from '../result.ts';
import { enterGroup, type Place } from './concurrency.ts';
import { githubContext } from './github-context.ts';
import type { RunContext } from './run-context.ts';
import { runJobs } from './run-jobs.ts';

/**
 * Runs a run's own workflow file: its concurrency group, then its jobs.
 * @param tell tells of the run's state
 * @param cancel ends the run when a newcomer takes its place in the group
 * @throws {WorkflowNotValid} where its `concurrency` does not evaluate
 */
export async function runRoot(
  run: RunContext,
  inputs: ObjectValue,
  tell: (change: RunChange) => void,
  cancel: () => void,
): Promise<Pick<WorkflowRun, 'jobs' | 'errors' | 'conclusion'>> {
  const { root } = run;
  if (root.workflow.concurrency !== undefined) tell({ status: 'pending' });
  const place = await enterOwnGroup(run, inputs, cancel);
  if (place.state === 'cancelled') {
    return { jobs: [], errors: [place.reason], conclusion: 'cancelled' };
  }
  try {
    tell({ status: 'in_progress' });
    const ends = await runJobs({
      run,
      node: root,
      inputs,
      secrets: { kind: 'repository' },
      prefix: '',
      held: new Map(place.group === '' ? [] : [[place.group.toLowerCase(), 'top level workflow']]),
      ended: new AbortController().signal,
      keeps: true,
    });
    const jobs = ends.flatMap((end) => end.jobs);
    const cut = flatten(jobs).some((job) => job.conclusion === 'cancelled');
    const result = mergeResults(ends.map((end) => end.result));
    return { jobs, errors: [], conclusion: run.cancelled.aborted && cut ? 'cancelled' : result };
  } finally {
    place.leave();
  }
}

async function enterOwnGroup(
  run: RunContext,
  inputs: ObjectValue,
  cancel: () => void,
): Promise<Place> {
  const vars = run.settings.backend.variables(run.repository.fullName);
  try {
    return await enterGroup(run, {
      token: run.root.workflow.concurrency,
      scope: { contexts: { github: githubContext(run), inputs, vars } },
      holder: '',
      held: new Map(),
      cancel,
      cancelled: run.cancelled,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WorkflowNotValid([`${run.root.path}: ${why}`]);
  }
}
