import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Contexts } from '../language/evaluate.ts';
import { entries, resolveText, resolveTexts } from '../language/template.ts';
import type { ObjectValue } from '../language/value.ts';
import type { JobState } from '../steps/job-state.ts';
import { commandReader } from '../workflow-commands.ts';
import { runnerContext } from './github-context.ts';
import { type JobFolders, makeJobFolders } from './job-folders.ts';
import { grantJob, type JobGrant } from './job-grant.ts';
import { reportJob } from './report.ts';
import type { Leg } from './run-strategy.ts';

/** A job whose folders, token and contexts are there. */
export interface OpenJob {
  readonly leg: Leg;
  readonly state: JobState;
  readonly environment: string | undefined;
  readonly runnerName: string;
  readonly tracking: string;
  readonly grant: JobGrant;
  /** Cancels it: steps whose condition still holds go on. */
  readonly cancel: () => void;
  /** Ends it whatever conditions say. */
  readonly end: () => void;
}

/**
 * Gives a job its runner, folders, token and contexts.
 * @param environment the one the job entered
 * @throws {Error} where its `env` or `defaults` do not evaluate; it holds no token then
 */
export async function openJob(leg: Leg, environment: string | undefined): Promise<OpenJob> {
  const { run } = leg.workflow;
  const number = ++run.counters.jobs;
  const runnerName = `GitHub Actions ${number}`;
  const started = { name: leg.name, status: 'in_progress' as const, steps: [], runnerName };
  const jobId = reportJob(run, { ...started, ...(environment !== undefined && { environment }) });
  const folders = await makeJobFolders(run, number);
  const grant = await grantJob(leg, environment, jobId);
  try {
    const tracking = `github_${randomUUID()}`;
    const cancelled = new AbortController();
    const ended = new AbortController();
    const contexts = jobContexts(leg, grant, folders, { jobId, runnerName });
    const state: JobState = {
      ...jobState(leg, grant, folders, contexts, tracking),
      reader: commandReader(isDebug(grant), (command) => state.onRetired(command)),
      cancelled: cancelled.signal,
      ended: ended.signal,
    };
    for (const mask of grant.masks) state.reader.addMask(mask);
    const cancel = (): void => {
      state.status = 'cancelled';
      cancelled.abort();
    };
    const end = (): void => ended.abort();
    return { leg, state, environment, runnerName, tracking, grant, cancel, end };
  } catch (error) {
    grant.revoke();
    throw error;
  }
}

/** The switch for more log: a secret or variable ACTIONS_STEP_DEBUG. */
const isDebug = ({ secrets, vars }: JobGrant): boolean =>
  [secrets, vars].some((values) => values.ACTIONS_STEP_DEBUG === 'true');

function jobContexts(
  leg: Leg,
  grant: JobGrant,
  { home, workspace, eventPath }: JobFolders,
  { jobId, runnerName }: { readonly jobId: number; readonly runnerName: string },
): Contexts {
  const { origin, path } = leg.workflow.node;
  const { token, secrets, vars } = grant;
  const job = leg.definition.id;
  return {
    ...leg.contexts,
    github: {
      ...(leg.contexts.github as ObjectValue),
      event_path: eventPath,
      job,
      token,
      workspace,
    },
    job: {
      check_run_id: jobId,
      workflow_file_path: path,
      workflow_ref: `${origin.repository.fullName}/${path}@${origin.ref}`,
      workflow_repository: origin.repository.fullName,
      workflow_sha: origin.sha,
    },
    runner: { ...runnerContext(home), name: runnerName, ...(isDebug(grant) && { debug: '1' }) },
    secrets,
    vars,
  };
}

function jobState(
  { workflow: { run, node }, definition, name }: Leg,
  { idToken, service }: JobGrant,
  { home, workspace }: JobFolders,
  contexts: Contexts,
  tracking: string,
): Omit<JobState, 'reader' | 'cancelled' | 'ended'> {
  const outer = resolveTexts(node.workflow.env, { contexts });
  const inner = resolveTexts(definition.env, { contexts: { ...contexts, env: outer } });
  const env = { ...outer, ...inner };
  const fallback = entries(node.workflow.defaults);
  const own = entries(definition.defaults);
  const defaultOf = (key: string): string =>
    resolveText(own.get(key) ?? fallback.get(key), { contexts: { ...contexts, env } });
  return {
    run,
    name,
    home,
    workspace,
    contexts,
    defaults: { shell: defaultOf('shell'), workingDirectory: defaultOf('working-directory') },
    machine: {
      LANG: 'C.UTF-8',
      ...run.settings.environment,
      HOME: join(home, 'home'),
      RUNNER_TRACKING_ID: tracking,
    },
    idToken,
    service,
    env,
    path: [],
    posts: [],
    summaries: [],
    status: 'success',
    log: () => {},
    onRetired: () => {},
    processes: 0,
  };
}
