import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOnly } from '../language/permissions.ts';
import { entries, resolveText, resolveTexts } from '../language/template.ts';
import type { ObjectValue } from '../language/value.ts';
import type { JobState } from '../steps/job-state.ts';
import { commandReader } from '../workflow-commands.ts';
import { runnerContext } from './github-context.ts';
import { oidcJob } from './oidc-job.ts';
import { reportJob } from './report.ts';
import type { Leg } from './run-strategy.ts';
import { jobSecrets } from './secrets.ts';

/** A job whose folders, token and contexts are there. */
export interface OpenJob {
  readonly leg: Leg;
  readonly state: JobState;
  readonly environment: string | undefined;
  readonly runnerName: string;
  readonly tracking: string;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  /** Cancels it: steps whose condition still holds go on. */
  readonly cancel: () => void;
  /** Ends it whatever conditions say. */
  readonly end: () => void;
  /** Takes back what the job was given. */
  readonly close: () => void;
}

/** @param environment the one the job entered */
export async function openJob(leg: Leg, environment: string | undefined): Promise<OpenJob> {
  const { workflow, definition, name } = leg;
  const { run, node } = workflow;
  const { backend } = run.settings;
  const number = ++run.counters.jobs;
  const runnerName = `GitHub Actions ${number}`;
  const jobId = reportJob(run, {
    name,
    status: 'in_progress',
    steps: [],
    runnerName,
    ...(environment !== undefined && { environment }),
  });
  const home = join(run.folder, String(number));
  const repositoryName = run.repository.fullName.split('/')[1] ?? '';
  const workspace = join(home, 'work', repositoryName, repositoryName);
  const eventPath = join(home, 'temp', '_github_workflow', 'event.json');
  for (const folder of [workspace, 'temp/_github_workflow', 'tools', 'home']) {
    await mkdir(folder === workspace ? workspace : join(home, folder), { recursive: true });
  }
  await writeFile(eventPath, JSON.stringify(run.event.payload, undefined, 2));

  const asked = node.jobs.get(definition.id)?.permissions ?? {};
  const permissions = run.event.fork ? readOnly(asked) : asked;
  const token = backend.mintToken({
    repository: run.repository.fullName,
    runId: run.facts.id,
    jobName: name,
    // id-token is no right of the token: it is the job that may ask the issuer.
    permissions: Object.fromEntries(
      Object.entries(permissions).filter(([scope]) => scope !== 'id-token'),
    ),
  });
  const idToken =
    permissions['id-token'] === 'write'
      ? await askIdToken(leg, oidcJob(leg, environment, jobId))
      : {};
  const service = backend.serviceEnvironment(run.facts.id, String(jobId));
  const secrets: Readonly<Record<string, string>> = {
    ...jobSecrets(run, workflow.secrets, environment),
    GITHUB_TOKEN: token,
  };
  const vars = backend.variables(run.repository.fullName, environment);
  const debug = [secrets, vars].some((values) => values.ACTIONS_STEP_DEBUG === 'true');
  const reader = commandReader(debug, (command) => state.onRetired(command));
  for (const secret of [
    ...Object.values(secrets),
    idToken.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '',
    service.ACTIONS_RUNTIME_TOKEN ?? '',
  ]) {
    if (secret !== '') reader.addMask(secret);
  }
  const contexts = {
    ...leg.contexts,
    github: {
      ...(leg.contexts.github as ObjectValue),
      event_path: eventPath,
      job: definition.id,
      token,
      workspace,
    },
    job: {
      check_run_id: jobId,
      workflow_file_path: node.path,
      workflow_ref: `${node.origin.repository.fullName}/${node.path}@${node.origin.ref}`,
      workflow_repository: node.origin.repository.fullName,
      workflow_sha: node.origin.sha,
    },
    runner: { ...runnerContext(home), name: runnerName, ...(debug && { debug: '1' }) },
    secrets,
    vars,
  };
  const workflowEnv = resolveTexts(node.workflow.env, { contexts });
  const env = {
    ...workflowEnv,
    ...resolveTexts(definition.env, { contexts: { ...contexts, env: workflowEnv } }),
  };
  const scope = { contexts: { ...contexts, env } };
  const fallback = entries(node.workflow.defaults);
  const own = entries(definition.defaults);
  const defaultOf = (key: string): string => resolveText(own.get(key) ?? fallback.get(key), scope);
  const tracking = `github_${randomUUID()}`;
  const cancelled = new AbortController();
  const ended = new AbortController();
  const state: JobState = {
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
    reader,
    env,
    path: [],
    posts: [],
    summaries: [],
    status: 'success',
    cancelled: cancelled.signal,
    ended: ended.signal,
    log: () => {},
    onRetired: () => {},
    processes: 0,
  };
  return {
    leg,
    state,
    environment,
    runnerName,
    tracking,
    permissions,
    cancel: () => {
      state.status = 'cancelled';
      cancelled.abort();
    },
    end: () => ended.abort(),
    close: () => backend.revokeToken(token),
  };
}

async function askIdToken(
  leg: Leg,
  job: ReturnType<typeof oidcJob>,
): Promise<Readonly<Record<string, string>>> {
  const { idToken } = leg.workflow.run.settings;
  if (idToken === undefined) {
    throw new Error(`${leg.name} has id-token: write, but the runner was given no OIDC issuer`);
  }
  return idToken(job);
}
