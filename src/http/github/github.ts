import { ActionError } from '../../errors.ts';
import { type Api, type ApiOptions, createApi, type Octokit } from './api.ts';
import { downloadArtifact } from './download-artifact.ts';
import {
  type CheckRun,
  type Comment,
  type Commit,
  type Comparison,
  type Deployment,
  type DeploymentStatus,
  type EnvironmentFacts,
  type Job,
  type NewDeployment,
  type NewStatus,
  type Review,
  type Run,
  toComment,
  toComparison,
  toEnvironment,
  toRun,
} from './facts.ts';

/** What we ask of GitHub, for one repository. */
export interface GitHub {
  /** `owner/name` */
  readonly repository: string;
  readonly defaultBranch: () => Promise<string>;
  /** Newest first. @throws {ActionError} `github-refused` when there are more than `max` */
  readonly deployments: (
    filter: { readonly task?: string; readonly environment?: string },
    max: number,
  ) => Promise<readonly Deployment[]>;
  /** The newest ones of an environment, one page of 30. */
  readonly newestDeployments: (environment: string) => Promise<readonly Deployment[]>;
  readonly createDeployment: (deployment: NewDeployment) => Promise<number>;
  /** All of them, oldest first. */
  readonly statuses: (deployment: number) => Promise<readonly DeploymentStatus[]>;
  readonly addStatus: (deployment: number, status: NewStatus) => Promise<void>;
  readonly run: (id: number) => Promise<Run | undefined>;
  readonly job: (id: number) => Promise<Job | undefined>;
  readonly jobs: (run: number, attempt: number) => Promise<readonly Job[]>;
  /** Answers of the reviewers of a run that waited. */
  readonly reviews: (run: number) => Promise<readonly Review[]>;
  readonly commit: (sha: string) => Promise<Commit | undefined>;
  /** How `head` stands to `base`; undefined when one of them is not there. */
  readonly compare: (base: string, head: string) => Promise<Comparison | undefined>;
  /** The newest run of each check of a commit, by name. */
  readonly checks: (sha: string) => Promise<readonly CheckRun[]>;
  /** The commit a branch points at. */
  readonly branch: (name: string) => Promise<string | undefined>;
  /** Moves a branch forward; GitHub refuses what is no fast-forward. */
  readonly forward: (branch: string, sha: string) => Promise<void>;
  readonly dispatch: (workflow: string, branch: string) => Promise<void>;
  readonly environment: (name: string) => Promise<EnvironmentFacts | undefined>;
  /** The archive of an artifact that a run left; undefined when there is none (any more). */
  readonly artifact: (run: number, name: string) => Promise<Buffer | undefined>;
  /** Of a pull request, oldest first. @throws {ActionError} when there are more than 1,000 */
  readonly comments: (pull: number) => Promise<readonly Comment[]>;
  readonly addComment: (pull: number, body: string) => Promise<void>;
  readonly updateComment: (id: number, body: string) => Promise<void>;
  readonly requests: Api['requests'];
  readonly left: Api['left'];
}

const PAGE = 100;

/** GitHub of the running job, for a token: GITHUB_API_URL and GITHUB_REPOSITORY say where. */
export const githubOf =
  (
    env: Readonly<Record<string, string | undefined>>,
    ports: Pick<ApiOptions, 'send' | 'sleep' | 'now'>,
  ) =>
  (token: string): GitHub =>
    createGitHub({
      ...ports,
      token,
      url: env.GITHUB_API_URL ?? 'https://api.github.com',
      repository: env.GITHUB_REPOSITORY ?? '',
    });

/** @param options.repository `owner/name` (GITHUB_REPOSITORY) */
export function createGitHub(options: ApiOptions & { readonly repository: string }): GitHub {
  const api = createApi(options);
  const [owner = '', repo = ''] = options.repository.split('/');
  const here = { owner, repo };
  const read = <T>(
    what: string,
    permission: string,
    body: (octokit: Octokit) => Promise<{ readonly data: T }>,
  ): Promise<T> => api.call(what, { needs: `${permission}: read`, repeatable: true }, body);
  const find = <T>(
    what: string,
    permission: string,
    body: (octokit: Octokit) => Promise<{ readonly data: T }>,
  ): Promise<T | undefined> =>
    api.find(what, { needs: `${permission}: read`, repeatable: true }, body);
  const write = <T>(
    what: string,
    permission: string,
    repeatable: boolean,
    body: (octokit: Octokit) => Promise<{ readonly data: T }>,
  ): Promise<T> => api.call(what, { needs: `${permission}: write`, repeatable }, body);

  return {
    repository: options.repository,
    requests: api.requests,
    left: api.left,
    defaultBranch: async () =>
      (await read('read the repository', 'metadata', (o) => o.rest.repos.get(here))).default_branch,
    deployments: (filter, max) =>
      pages(max, (page) =>
        read('list deployments', 'deployments', (o) =>
          o.rest.repos.listDeployments({ ...here, ...filter, ...page }),
        ),
      ),
    newestDeployments: (environment) =>
      read('list deployments', 'deployments', (o) =>
        o.rest.repos.listDeployments({ ...here, environment, per_page: 30 }),
      ),
    createDeployment: async (deployment) => {
      const data = await write<{ readonly id?: number; readonly message?: string }>(
        'create a deployment',
        'deployments',
        false,
        (o) =>
          o.rest.repos.createDeployment({
            ...here,
            ...deployment,
            // Ours is a record of what happens: it waits for no check and merges nothing.
            auto_merge: false,
            required_contexts: [],
            payload: { ...deployment.payload },
          }),
      );
      if (data.id !== undefined) return data.id;
      throw new ActionError('github-refused', `GitHub made no deployment: ${data.message ?? ''}`);
    },
    statuses: async (deployment) => {
      const newestFirst = await pages(PAGE, (page) =>
        read('list deployment statuses', 'deployments', (o) =>
          o.rest.repos.listDeploymentStatuses({ ...here, deployment_id: deployment, ...page }),
        ),
      );
      return [...newestFirst].reverse();
    },
    // Twice the same word about the same bundle changes nothing: it may be repeated.
    addStatus: async (deployment, status) => {
      await write('add a deployment status', 'deployments', true, (o) =>
        o.rest.repos.createDeploymentStatus({
          ...here,
          deployment_id: deployment,
          auto_inactive: false,
          ...status,
        }),
      );
    },
    run: async (run_id) => {
      const run = await find('read a workflow run', 'actions', (o) =>
        o.rest.actions.getWorkflowRun({ ...here, run_id }),
      );
      return run && toRun(run);
    },
    job: (job_id) =>
      find('read a job', 'actions', (o) =>
        o.rest.actions.getJobForWorkflowRun({ ...here, job_id }),
      ),
    jobs: (run_id, attempt_number) =>
      pages(10 * PAGE, async (page) => {
        const data = await read('list jobs', 'actions', (o) =>
          o.rest.actions.listJobsForWorkflowRunAttempt({
            ...here,
            run_id,
            attempt_number,
            ...page,
          }),
        );
        return data.jobs;
      }),
    reviews: async (run_id) => {
      const reviews = await read('read approvals', 'actions', (o) =>
        o.rest.actions.getReviewsForRun({ ...here, run_id }),
      );
      return reviews.map((review) => ({
        user: review.user.login,
        state: review.state,
        environments: review.environments.map((environment) => environment.name ?? ''),
      }));
    },
    commit: async (commit_sha) => {
      const commit = await find('read a commit', 'contents', (o) =>
        o.rest.git.getCommit({ ...here, commit_sha }),
      );
      return commit && { sha: commit.sha, tree: commit.tree.sha };
    },
    compare: async (base, head) => {
      const comparison = await find('compare commits', 'contents', (o) =>
        o.rest.repos.compareCommitsWithBasehead({ ...here, basehead: `${base}...${head}` }),
      );
      return comparison && toComparison(comparison);
    },
    checks: (ref) =>
      pages(10 * PAGE, async (page) => {
        const data = await read('list check runs', 'checks', (o) =>
          o.rest.checks.listForRef({ ...here, ref, filter: 'latest', ...page }),
        );
        return data.check_runs;
      }),
    branch: async (name) => {
      const ref = await find('read a branch', 'contents', (o) =>
        o.rest.git.getRef({ ...here, ref: `heads/${name}` }),
      );
      return ref?.object.sha;
    },
    forward: async (name, sha) => {
      await write(`move ${name}`, 'contents', true, (o) =>
        o.rest.git.updateRef({ ...here, ref: `heads/${name}`, sha, force: false }),
      );
    },
    dispatch: async (workflow, branch) => {
      await write(`start ${workflow} on ${branch}`, 'actions', false, (o) =>
        o.rest.actions.createWorkflowDispatch({ ...here, workflow_id: workflow, ref: branch }),
      );
    },
    environment: async (environment_name) => {
      const found = await find('read an environment', 'actions', (o) =>
        o.rest.repos.getEnvironment({ ...here, environment_name }),
      );
      return found && toEnvironment(found);
    },
    artifact: async (run_id, name) => {
      const listed = await find('list artifacts', 'actions', (o) =>
        o.rest.actions.listWorkflowRunArtifacts({ ...here, run_id, name }),
      );
      const there = listed?.artifacts.find((one) => one.name === name && !one.expired);
      return there && downloadArtifact(there.id, options);
    },
    comments: async (issue_number) => {
      const found = await pages(10 * PAGE, (page) =>
        read('list comments', 'pull-requests', (o) =>
          o.rest.issues.listComments({ ...here, issue_number, ...page }),
        ),
      );
      return found.map(toComment);
    },
    addComment: async (issue_number, body) => {
      await write('write a comment', 'pull-requests', false, (o) =>
        o.rest.issues.createComment({ ...here, issue_number, body }),
      );
    },
    updateComment: async (comment_id, body) => {
      await write('change a comment', 'pull-requests', true, (o) =>
        o.rest.issues.updateComment({ ...here, comment_id, body }),
      );
    },
  };
}

/** Reads page after page. @throws {ActionError} when there is more than `max`: no partial answer */
async function pages<T>(
  max: number,
  read: (page: { readonly per_page: number; readonly page: number }) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const found = await read({ per_page: PAGE, page });
    all.push(...found);
    if (found.length < PAGE) return all;
    if (all.length >= max) {
      throw new ActionError('github-refused', `GitHub lists more than ${max} entries`, {
        hint: 'A part of them is no basis for a decision.',
      });
    }
  }
}
