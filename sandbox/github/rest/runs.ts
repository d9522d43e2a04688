import { currentAttempt, findRun, statusOf } from '../actions/runs.ts';
import type { Attempt, Job, Repository, Run, State } from '../state.ts';
import { jobView, runView } from '../view/run.ts';
import { actor } from './acting.ts';
import { type Answer, accepted, created, list, ok } from './answer.ts';
import type { Fields } from './fields.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

export const runOperations: Operations = {
  'actions/list-workflow-runs-for-repo': operation('actions:read', ({ state, repository, query }) =>
    listRuns(state, repository, repository.runs, query),
  ),

  'actions/get-workflow-run': operation('actions:read', async ({ state, repository, params }) => {
    const run = needRun(repository, params);
    return ok(await runView(state, repository, run, currentAttempt(run)));
  }),

  'actions/get-workflow-run-attempt': operation('actions:read', async (call) => {
    const run = needRun(call.repository, call.params);
    return ok(await runView(call.state, call.repository, run, needAttempt(run, call)));
  }),

  'actions/list-jobs-for-workflow-run': operation('actions:read', (call) => {
    const run = needRun(call.repository, call.params);
    const all = call.query.text('filter') === 'all';
    return listJobs(call, run, all ? run.attempts : [currentAttempt(run)]);
  }),

  'actions/list-jobs-for-workflow-run-attempt': operation('actions:read', (call) => {
    const run = needRun(call.repository, call.params);
    return listJobs(call, run, [needAttempt(run, call)]);
  }),

  'actions/get-job-for-workflow-run': operation('actions:read', (call) => {
    const { run, attempt, job } = needJob(call);
    return ok(jobView(call.state, call.repository, run, attempt, job));
  }),

  'actions/download-job-logs-for-workflow-run': operation('actions:read', (call) => {
    const { job } = needJob(call);
    if (job.log === undefined) throw notFound();
    // The text itself lies elsewhere, at an address that needs no token, as on GitHub.
    return { status: 302, headers: { location: `${call.state.url}/_logs/${job.id}` } };
  }),

  'actions/cancel-workflow-run': operation('actions:write', (call) => cancel(call, false)),
  'actions/force-cancel-workflow-run': operation('actions:write', (call) => cancel(call, true)),
  'actions/re-run-workflow': operation('actions:write', (call) => rerun(call, false)),
  'actions/re-run-workflow-failed-jobs': operation('actions:write', (call) => rerun(call, true)),

  'actions/re-run-job-for-workflow-run': operation('actions:write', (call) => {
    const { run, job } = needJob(call);
    return startRerun(call, run, { failedOnly: false, jobName: job.name });
  }),
};

/** Runs, newest first, as the query filters them. */
export function listRuns(
  state: State,
  repository: Repository,
  runs: readonly Run[],
  query: Fields,
): Answer {
  const status = query.text('status');
  const sha = query.text('head_sha');
  const found = runs.filter((run) => {
    const attempt = currentAttempt(run);
    const facts = [
      [query.text('actor'), run.actor],
      [query.text('branch'), run.headBranch],
      [query.text('event'), run.event],
      [sha, run.headSha],
      [query.text('check_suite_id'), String(run.checkSuite)],
    ];
    const isStatus =
      status === undefined || status === statusOf(run, attempt) || status === attempt.conclusion;
    return isStatus && facts.every(([wanted, value]) => wanted === undefined || wanted === value);
  });
  return list(
    found.reverse(),
    (run) => runView(state, repository, run, currentAttempt(run)),
    (workflow_runs, total_count) => ({ total_count, workflow_runs }),
  );
}

export function needRun(repository: Repository, params: Call['params']): Run {
  const run = findRun(repository, Number(params.run_id));
  if (!run) throw notFound();
  return run;
}

function needAttempt(run: Run, { params }: Call): Attempt {
  const attempt = run.attempts.find(({ number }) => number === Number(params.attempt_number));
  if (!attempt) throw notFound();
  return attempt;
}

function needJob({ repository, params }: Call): { run: Run; attempt: Attempt; job: Job } {
  const id = Number(params.job_id);
  for (const run of repository.runs) {
    for (const attempt of run.attempts) {
      const job = attempt.jobs.find((one) => one.id === id);
      if (job) return { run, attempt, job };
    }
  }
  throw notFound();
}

function listJobs({ state, repository }: Call, run: Run, attempts: readonly Attempt[]): Answer {
  return list(
    attempts.flatMap((attempt) => attempt.jobs.map((job) => ({ attempt, job }))),
    ({ attempt, job }) => jobView(state, repository, run, attempt, job),
    (jobs, total_count) => ({ total_count, jobs }),
  );
}

/** Asks the engine to end the run; what happened is told by the engine. */
function cancel({ state, repository, params, caller }: Call, force: boolean): Answer {
  const run = needRun(repository, params);
  const attempt = currentAttempt(run);
  if (attempt.status === 'completed') {
    throw new RestError(409, 'Cannot cancel a workflow run that is completed.');
  }
  const about = { runId: run.id, actor: actor(caller).login, force };
  state.events.add({ kind: 'cancel', repository: repository.fullName, ...about });
  attempt.cancel.abort();
  if (force) attempt.force.abort();
  return accepted();
}

function rerun(call: Call, failedOnly: boolean): Answer {
  const run = needRun(call.repository, call.params);
  const { jobs } = currentAttempt(run);
  if (
    failedOnly &&
    jobs.every(({ conclusion }) => conclusion === 'success' || conclusion === 'skipped')
  ) {
    throw new RestError(
      403,
      'The workflow run containing this job cannot be rerun: no failed jobs',
    );
  }
  return startRerun(call, run, { failedOnly });
}

function startRerun(
  { state, repository, caller }: Call,
  run: Run,
  what: { readonly failedOnly: boolean; readonly jobName?: string },
): Answer {
  if (currentAttempt(run).status !== 'completed') {
    throw new RestError(403, 'This workflow run cannot be rerun: it is already running');
  }
  const { fullName } = repository;
  for (const listener of state.listeners.rerun) {
    listener({ repository: fullName, runId: run.id, actor: actor(caller).login, ...what });
  }
  return created({});
}
