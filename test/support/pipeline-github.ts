import type { User } from '../../sandbox/github/accounts.ts';
import type { GitHubEvent } from '../../sandbox/github/event-log.ts';
import type { WorkflowRun } from '../../sandbox/runner/result.ts';
import type { StartedRun } from '../../sandbox/runner/run-workflow.ts';
import type { Stage } from '../../sandbox/stage/stage.ts';
import { describeRun } from './pipeline-run.ts';

/** What people do and see on GitHub's side of a repository, over REST. */
export interface PipelineGitHub {
  /** Below `/repos/acme/…`. @throws {Error} for an answer that is no success */
  readonly api: <T>(user: User, method: string, path: string, body?: object) => Promise<T>;
  /** The commit a branch holds. */
  readonly tip: (branch: string) => Promise<string>;
  /** Settles when a run asks its reviewers. @throws {Error} when it ends without asking */
  readonly untilAsked: (run: StartedRun) => Promise<void>;
  /** Answers a run's question for approval as soon as it is asked; bob does when nobody is named. */
  readonly review: (
    run: StartedRun,
    state: 'approved' | 'rejected',
    reviewer?: User,
  ) => Promise<void>;
  /** The button "Run workflow" on main. */
  readonly dispatch: (
    user: User,
    workflow: string,
    inputs?: Readonly<Record<string, string>>,
  ) => Promise<StartedRun>;
  /** The records of an environment with their statuses, all newest first. */
  readonly records: (environment: string) => Promise<readonly FoundRecord[]>;
  /** All runs, ended; those that still ask for an approval, as they do for 30 days, are cancelled. */
  readonly finish: () => Promise<readonly WorkflowRun[]>;
}

interface FoundRecord {
  readonly kind: 'deploy' | 'rollback';
  readonly sha: string;
  readonly bundle: string;
  readonly statuses: readonly FoundStatus[];
}

interface FoundStatus {
  readonly state: string;
  readonly description: string;
}

interface FoundDeployment {
  readonly id: number;
  readonly sha: string;
  readonly payload: {
    readonly kind: 'deploy' | 'rollback';
    readonly bundle: { readonly id: string };
  };
}

export function openPipelineGitHub(stage: Stage, repository: string, bob: User): PipelineGitHub {
  const api: PipelineGitHub['api'] = (user, method, path, body) =>
    callApi(stage, user, method, `/repos/${repository}${path}`, body);
  const get = <T>(path: string): Promise<T> => api(bob, 'GET', path);
  return {
    api,
    tip: async (branch) => {
      const { object } = await get<{ object: { sha: string } }>(`/git/ref/heads/${branch}`);
      return object.sha;
    },
    untilAsked: (started) => untilAsked(stage, started),
    review: async (started, state, reviewer = bob) => {
      await untilAsked(stage, started);
      const path = `/actions/runs/${started.id}/pending_deployments`;
      const pending = await api<{ environment: { id: number } }[]>(reviewer, 'GET', path);
      const environment_ids = pending.map((one) => one.environment.id);
      await api(reviewer, 'POST', path, { environment_ids, state, comment: `${state} in a test` });
    },
    dispatch: async (user, workflow, inputs = {}) => {
      const path = `/actions/workflows/${workflow.replace(/.*\//, '')}/dispatches`;
      await api(user, 'POST', path, { ref: 'main', inputs });
      return stage.nextRun(workflow);
    },
    records: async (environment) => {
      const found = await get<FoundDeployment[]>(`/deployments?environment=${environment}`);
      return Promise.all(
        found.map(async ({ id, sha, payload }) => {
          const list = await get<FoundStatus[]>(`/deployments/${id}/statuses`);
          const statuses = list.map(({ state, description }) => ({ state, description }));
          return { sha, kind: payload.kind, bundle: payload.bundle.id, statuses };
        }),
      );
    },
    finish: async () => {
      const asked = stage.github.events.all.filter((event) => event.kind === 'waiting');
      for (const { runId } of asked) {
        const path = `/actions/runs/${runId}`;
        const { status } = await get<{ status: string }>(path);
        if (status !== 'completed') await api(bob, 'POST', `${path}/cancel`);
      }
      return stage.settled();
    },
  };
}

async function callApi<T>(
  { github }: Stage,
  user: User,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${github.url}${path}`, {
    method,
    headers: {
      authorization: `token ${user.token}`,
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Settles when a run asks its reviewers. @throws {Error} when it ends without asking */
async function untilAsked({ github }: Stage, started: StartedRun): Promise<void> {
  const isAsked = (event: GitHubEvent): boolean =>
    event.kind === 'waiting' && event.runId === started.id && event.waitsFor === 'reviewers';
  if (github.events.all.some(isAsked)) return;
  let stop = (): void => {};
  const asked = new Promise<void>((resolve) => {
    stop = github.events.follow((event) => {
      if (isAsked(event)) resolve();
    });
  });
  const ended = started.done.then((result) => {
    throw new Error(`${result.path} ended without asking anybody:\n${describeRun(result)}`);
  });
  await Promise.race([asked, ended]).finally(stop);
}
