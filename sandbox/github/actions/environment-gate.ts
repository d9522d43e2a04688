import type { EnvironmentAnswer, EnvironmentEntry } from '../actions-backend.ts';
import { addStatus, recordDeployment } from '../deployments.ts';
import { needRepository } from '../repositories.ts';
import type { Environment, Job, PendingDeployment, Repository, Run, State } from '../state.ts';
import { refuseRef } from './branch-policy.ts';
import { openEnvironment } from './environments.ts';
import { jobNamed, needRun, tellJob } from './runs.ts';

export interface GateTimes {
  /** Milliseconds a minute of a wait timer lasts. */
  readonly minute: number;
  /** Milliseconds a deployment may wait for its reviewers; GitHub gives up after 30 days. */
  readonly reviewLimit: number;
}

/** What a job's annotation says below the rule's own words. */
const REJECTED = "The deployment was rejected or didn't satisfy other protection rules.";

/** Branch policy, then wait timer, then reviewers; settles when the job may start or never will. */
export async function enterEnvironment(
  state: State,
  times: GateTimes,
  entry: EnvironmentEntry,
): Promise<EnvironmentAnswer> {
  const repository = needRepository(state, entry.repository);
  const run = needRun(repository, entry.runId);
  const environment = openEnvironment(state, repository, entry.environment);
  const job = jobNamed(state, repository, run, entry.jobName);
  job.environment = environment.name;
  if (entry.deployment) job.deployment = jobDeployment(state, repository, run, environment, entry);
  const guarded = environment.waitMinutes > 0 || environment.reviewers.length > 0;
  // GitHub shows `waiting` here, a state its own description does not list.
  if (guarded) tellDeployment(state, repository, job, 'pending');
  const answer = await judge(state, times, { repository, run, environment, job, entry });
  const about = { repository: repository.fullName, runId: run.id, job: job.name };
  const place = { ...about, environment: environment.name };
  if (answer.state === 'entered') {
    state.events.add({ kind: 'entered', ...place });
    tellDeployment(state, repository, job, 'queued');
  } else {
    const reason = answer.state === 'refused' ? answer.reason : 'cancelled';
    state.events.add({ kind: 'refused', ...place, reason });
    tellDeployment(state, repository, job, 'failure');
  }
  return answer;
}

/** setTimeout fires at once for a delay above 24.8 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface Entering {
  readonly repository: Repository;
  readonly run: Run;
  readonly environment: Environment;
  readonly job: Job;
  readonly entry: EnvironmentEntry;
}

async function judge(
  state: State,
  times: GateTimes,
  entering: Entering,
): Promise<EnvironmentAnswer> {
  const { environment, repository, run, job, entry } = entering;
  const refused = refuseRef(environment, repository, entry.ref);
  if (refused) return { state: 'refused', reason: `${refused}\n${REJECTED}` };
  if (entry.cancelled.aborted) return { state: 'cancelled' };
  if (environment.waitMinutes === 0 && environment.reviewers.length === 0) {
    return { state: 'entered' };
  }
  job.status = 'waiting';
  const pending = pendingOf(state, run, environment);
  tellJob(state, repository, run, job);
  const answer = await settled(state, times, entering, pending);
  pending.jobs.delete(job);
  if (pending.jobs.size === 0) run.pending.delete(environment.name);
  job.status = 'queued';
  tellJob(state, repository, run, job);
  return answer;
}

/** When timer and reviewers have both let the job go, or one thing has ended its wait. */
function settled(
  state: State,
  times: GateTimes,
  entering: Entering,
  pending: PendingDeployment,
): Promise<EnvironmentAnswer> {
  const { environment, job, entry } = entering;
  return new Promise((resolve) => {
    const open = new Set<PendingDeployment['waitsFor']>();
    if (environment.waitMinutes > 0) open.add('timer');
    if (environment.reviewers.length > 0) open.add('reviewers');
    const cancel = (): void => end({ state: 'cancelled' });
    const timers: NodeJS.Timeout[] = [];
    const end = (answer: EnvironmentAnswer): void => {
      for (const timer of timers) clearTimeout(timer);
      entry.cancelled.removeEventListener('abort', cancel);
      resolve(answer);
    };
    const release = (rule: PendingDeployment['waitsFor']): void => {
      open.delete(rule);
      const [next] = open;
      if (next) tellWaiting(state, entering, pending, next);
      else end({ state: 'entered' });
    };
    entry.cancelled.addEventListener('abort', cancel);
    pending.jobs.set(job, ({ state: decision }) => {
      if (decision === 'approved') release('reviewers');
      else end({ state: 'refused', reason: REJECTED });
    });
    if (open.has('timer')) {
      timers.push(setTimeout(() => release('timer'), environment.waitMinutes * times.minute));
    }
    if (open.has('reviewers')) {
      const giveUp = () => end({ state: 'refused', reason: REJECTED });
      timers.push(setTimeout(giveUp, Math.min(times.reviewLimit, LONGEST_TIMER)));
    }
    tellWaiting(state, entering, pending, open.has('timer') ? 'timer' : 'reviewers');
  });
}

function tellWaiting(
  state: State,
  { repository, run, environment, job }: Entering,
  pending: PendingDeployment,
  waitsFor: PendingDeployment['waitsFor'],
): void {
  pending.waitsFor = waitsFor;
  const about = { runId: run.id, job: job.name, environment: environment.name, waitsFor };
  state.events.add({ kind: 'waiting', repository: repository.fullName, ...about });
}

function pendingOf(state: State, run: Run, environment: Environment): PendingDeployment {
  const known = run.pending.get(environment.name);
  if (known) return known;
  const pending: PendingDeployment = {
    environment,
    startedAt: state.now(),
    waitsFor: 'timer',
    jobs: new Map(),
  };
  run.pending.set(environment.name, pending);
  return pending;
}

/** The record GitHub makes by itself: no payload of ours, task `deploy`. */
function jobDeployment(
  state: State,
  repository: Repository,
  run: Run,
  environment: Environment,
  { ref }: EnvironmentEntry,
) {
  return recordDeployment(state, repository, {
    sha: run.headSha,
    ref: ref.replace(/^refs\/(heads|tags)\//, ''),
    task: 'deploy',
    payload: {},
    environment: environment.name,
    description: null,
    creator: state.actionsApp.bot,
    app: state.actionsApp,
    transient: false,
    production: environment.name === 'production',
  });
}

function tellDeployment(
  state: State,
  repository: Repository,
  job: Job,
  to: 'pending' | 'queued' | 'failure',
): void {
  if (!job.deployment) return;
  const by = { creator: state.actionsApp.bot, app: state.actionsApp };
  addStatus(state, repository, job.deployment, { state: to, ...by });
}
