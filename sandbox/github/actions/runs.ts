import { needAccount } from '../accounts.ts';
import type { Conclusion, JobState, NewRun, RunChange, RunFacts } from '../actions-backend.ts';
import { addStatus } from '../deployments.ts';
import { needRepository } from '../repositories.ts';
import type { Attempt, Job, Repository, Run, State, Step, Workflow } from '../state.ts';

export function findRun({ runs }: Repository, id: number): Run | undefined {
  return runs.find((run) => run.id === id);
}

export function needRun(repository: Repository, id: number): Run {
  const run = findRun(repository, id);
  if (!run) throw new Error(`${repository.fullName}: no run ${id}; createRun first`);
  return run;
}

/** The attempt that runs, or ran last. */
export function currentAttempt(run: Run): Attempt {
  const attempt = run.attempts.at(-1);
  if (!attempt) throw new Error(`run ${run.id} has no attempt`);
  return attempt;
}

/** `waiting` while nothing but environments keeps the run; else what the engine said. */
export function statusOf(run: Run, attempt: Attempt): RunChange['status'] {
  if (attempt.status === 'completed' || attempt !== currentAttempt(run)) return attempt.status;
  const works = attempt.jobs.some(({ status }) => status === 'in_progress');
  return run.pending.size > 0 && !works ? 'waiting' : attempt.status;
}

/** The workflow behind a file; its id stays the same over all runs. */
export function openWorkflow(state: State, { workflows }: Repository, path: string): Workflow {
  const known = workflows.get(path);
  if (known) return known;
  const workflow = { id: state.nextId(), path, createdAt: state.now() };
  workflows.set(path, workflow);
  return workflow;
}

export function createRun(state: State, request: NewRun): RunFacts {
  const repository = needRepository(state, request.repository);
  const { rerunOf, ...facts } = request;
  needAccount(state, request.actor);
  const run =
    rerunOf === undefined ? newRun(state, repository, facts) : needRun(repository, rerunOf);
  const attempt: Attempt = {
    number: run.attempts.length + 1,
    triggeringActor: request.actor,
    startedAt: state.now(),
    updatedAt: state.now(),
    status: 'queued',
    conclusion: null,
    referencedWorkflows: [],
    jobs: [],
    cancel: new AbortController(),
    force: new AbortController(),
  };
  run.attempts.push(attempt);
  tellRun(state, repository, run, attempt);
  return {
    id: run.id,
    number: run.number,
    attempt: attempt.number,
    cancelled: attempt.cancel.signal,
    forceCancelled: attempt.force.signal,
  };
}

function newRun(state: State, repository: Repository, facts: Omit<NewRun, 'rerunOf'>): Run {
  const workflow = openWorkflow(state, repository, facts.workflowPath);
  const run: Run = {
    ...facts,
    id: state.nextId(),
    number: repository.runs.filter((one) => one.workflow === workflow).length + 1,
    workflow,
    checkSuite: state.nextId(),
    createdAt: state.now(),
    attempts: [],
    approvals: [],
    pending: new Map(),
  };
  repository.runs.push(run);
  return run;
}

export function updateRun(state: State, runId: number, change: RunChange): void {
  const { repository, run } = locate(state, runId);
  const attempt = currentAttempt(run);
  attempt.status = change.status;
  attempt.conclusion = change.conclusion ?? attempt.conclusion;
  attempt.referencedWorkflows = change.referencedWorkflows ?? attempt.referencedWorkflows;
  run.displayTitle = change.displayTitle ?? run.displayTitle;
  attempt.updatedAt = state.now();
  tellRun(state, repository, run, attempt);
}

/** Takes over what the engine says of a job; answers the job's id, which is its check run's too. */
export function updateJob(state: State, runId: number, change: JobState): number {
  const { repository, run } = locate(state, runId);
  const job = jobNamed(state, repository, run, change.name);
  const now = state.now();
  if (change.status === 'in_progress' && job.status !== 'in_progress') {
    tellDeployment(state, repository, run, job, 'in_progress');
  }
  const ends = change.status === 'completed' && job.status !== 'completed';
  job.status = change.status;
  job.conclusion = change.conclusion ?? null;
  job.environment = change.environment ?? job.environment;
  job.log = change.log ?? job.log;
  job.runnerName = change.runnerName ?? job.runnerName;
  job.startedAt ??= change.status === 'in_progress' || ends ? now : null;
  job.completedAt = change.status === 'completed' ? (job.completedAt ?? now) : null;
  job.steps = change.steps.map((step) => timedStep(step, job.steps, now));
  currentAttempt(run).updatedAt = now;
  if (ends) tellDeployment(state, repository, run, job, OUTCOME[change.conclusion ?? 'failure']);
  tellJob(state, repository, run, job);
  return job.id;
}

/** How the deployment of a job ends. */
const OUTCOME: Readonly<Record<Conclusion, 'success' | 'failure' | 'error' | 'inactive'>> = {
  success: 'success',
  failure: 'failure',
  cancelled: 'error',
  skipped: 'inactive',
  startup_failure: 'failure',
};

function tellDeployment(
  state: State,
  repository: Repository,
  run: Run,
  { deployment, id }: Job,
  to: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive',
): void {
  // A refused deployment has had its last word.
  if (!deployment || deployment.statuses.at(-1)?.state === 'failure') return;
  const logUrl = `${state.url}/${repository.fullName}/actions/runs/${run.id}/job/${id}`;
  const by = { creator: state.actionsApp.bot, app: state.actionsApp };
  addStatus(state, repository, deployment, { state: to, logUrl, ...by });
}

function timedStep(step: JobState['steps'][number], before: readonly Step[], now: Date): Step {
  const known = before.find(({ number }) => number === step.number);
  const started = step.status !== 'queued';
  return {
    ...step,
    startedAt: known?.startedAt ?? (started ? now : null),
    completedAt: step.status === 'completed' ? (known?.completedAt ?? now) : null,
  };
}

/** The job of the running attempt, added when it is new. Its check run shares its id. */
export function jobNamed(state: State, repository: Repository, run: Run, name: string): Job {
  const attempt = currentAttempt(run);
  const known = attempt.jobs.find((job) => job.name === name);
  if (known) return known;
  const job: Job = {
    id: state.nextId(),
    name,
    status: 'queued',
    conclusion: null,
    environment: undefined,
    steps: [],
    log: undefined,
    runnerName: undefined,
    createdAt: state.now(),
    startedAt: null,
    completedAt: null,
    deployment: undefined,
  };
  attempt.jobs.push(job);
  repository.checkRuns.push({
    id: job.id,
    sha: run.headSha,
    suite: run.checkSuite,
    name,
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: `${state.url}/${repository.fullName}/actions/runs/${run.id}/job/${job.id}`,
    startedAt: null,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    app: state.actionsApp,
  });
  return job;
}

/** Writes a job's state into the event log and its check run. */
export function tellJob(state: State, repository: Repository, run: Run, job: Job): void {
  const check = repository.checkRuns.find(({ id }) => id === job.id);
  if (check) {
    check.status = job.status;
    // A check run knows no startup_failure.
    check.conclusion = job.conclusion === 'startup_failure' ? 'failure' : job.conclusion;
    check.startedAt = job.startedAt;
    check.completedAt = job.completedAt;
  }
  const { name, status, conclusion, environment } = job;
  const about = { runId: run.id, job: name, status, conclusion, environment };
  state.events.add({ kind: 'job', repository: repository.fullName, ...about });
}

function tellRun(state: State, repository: Repository, run: Run, attempt: Attempt): void {
  state.events.add({
    kind: 'run',
    repository: repository.fullName,
    runId: run.id,
    attempt: attempt.number,
    workflow: run.workflowName,
    status: attempt.status,
    conclusion: attempt.conclusion,
  });
}

function locate(state: State, runId: number): { repository: Repository; run: Run } {
  for (const repository of state.repositories.values()) {
    const run = findRun(repository, runId);
    if (run) return { repository, run };
  }
  throw new Error(`no run ${runId}; createRun first`);
}
