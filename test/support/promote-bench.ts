import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type GitHub, openGitHub } from '../../sandbox/github/github.ts';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { type Bundle, createBundle } from '../../src/domain/bundle.ts';
import { createGitHub } from '../../src/http/github/github.ts';
import { createSend } from '../../src/http/request.ts';
import { createRecord } from '../../src/records/deployments.ts';
import { findOwnJob } from '../../src/records/own-job.ts';
import { addVerdict, type VerdictNote } from '../../src/records/verdicts.ts';

const run = promisify(execFile);
export const REPOSITORY = 'acme/shop';
const OUR_DEPLOY = 'acme/deploy-actions/.github/workflows/deploy.yml@refs/tags/v1';
const ACTION = join(import.meta.dirname, '../../promote');

/** Who wrote the commits is mona; who starts the runs is octocat. */
export type Login = 'mona' | 'octocat' | 'hubot';
type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** A job that runs: what it is to GitHub, and what it knows of itself. */
export interface RunningJob {
  readonly runId: number;
  readonly token: string;
  readonly env: Readonly<Record<string, string>>;
  readonly end: (conclusion?: 'success' | 'failure' | 'skipped') => void;
}

export interface JobWish {
  readonly branch?: string;
  readonly sha: string;
  readonly name?: string;
  readonly actor?: string;
  readonly event?: string;
  readonly permissions?: Permissions;
  /** Workflow files the run calls; our deploy.yml when absent. */
  readonly called?: readonly string[];
}

export interface Proof extends JobWish {
  readonly environment: string;
  readonly verdict?: VerdictNote['verdict'];
  readonly bundle?: Bundle;
  readonly conclusion?: 'success' | 'failure' | 'skipped';
}

/** A repository on the emulated GitHub, and jobs in it that run the built promote action. */
export interface PromoteBench {
  readonly github: GitHub;
  /** Commits files on a branch, from `parent` (default: the branch's tip), and pushes it. */
  readonly commit: (
    branch: string,
    files: Readonly<Record<string, string>>,
    parent?: string,
  ) => Promise<string>;
  readonly tip: (branch: string) => Promise<string>;
  readonly bundleOf: (sha: string, char?: string) => Promise<Bundle>;
  readonly startJob: (wish: JobWish) => RunningJob;
  /** What a deploy job leaves behind: a record, a verdict, an end. */
  readonly proven: (proof: Proof) => Promise<Bundle>;
  /** So many deployments of other trees, as years of work leave them. */
  readonly history: (count: number, sha: string) => Promise<void>;
  /** A job of the run waits for the environment's reviewers, and this person lets it in. */
  readonly approve: (job: RunningJob, environment: string, login: Login) => Promise<void>;
  readonly promote: (
    job: RunningJob,
    inputs: Readonly<Record<string, string>>,
    files?: Readonly<Record<string, string>>,
  ) => Promise<RunResult>;
  readonly close: () => Promise<void>;
}

const ALL: Permissions = {
  actions: 'write',
  checks: 'read',
  contents: 'write',
  deployments: 'write',
};

export async function openPromoteBench(): Promise<PromoteBench> {
  const folder = await mkdtemp(join(tmpdir(), 'promote-'));
  const github = await openGitHub({ folder: join(folder, 'github') });
  const facts = await github.createRepository(REPOSITORY, { defaultBranch: 'main' });
  const mona = github.addUser('mona');
  const tokens: Record<Login, string> = {
    octocat: github.addUser('octocat').token,
    hubot: github.addUser('hubot').token,
    mona: mona.token,
  };
  // GitHub knows an author by the address.
  const email = `${mona.id}+mona@users.noreply.github.com`;
  const identity = ['-c', 'user.name=Mona', '-c', `user.email=${email}`];
  const work = join(folder, 'work');
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', work, ...identity, ...args])).stdout.trim();
  await mkdir(work);
  await git('init', '--quiet', '--initial-branch', 'main');
  const remote = new URL(`${REPOSITORY}.git`, `${github.url}/`);
  remote.username = 'x-access-token';
  remote.password = tokens.mona;
  await git('remote', 'add', 'origin', remote.href);

  const counts = { commits: 0, jobs: 0 };
  const commit: PromoteBench['commit'] = async (branch, files, parent) => {
    await git('checkout', '--quiet', '-B', branch, ...(parent ? [parent] : []));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), text);
    }
    await git('add', '--all');
    // Numbered: the same change on the same parent in the same second would be the same commit.
    const message = `Change ${Object.keys(files)}\n\nNumber ${++counts.commits}`;
    await git('commit', '--quiet', '--allow-empty', '--message', message);
    await git('push', '--quiet', '--force', 'origin', branch);
    return git('rev-parse', 'HEAD');
  };

  const startJob = (wish: JobWish): RunningJob => startRun(github, wish, ++counts.jobs);
  const bundleOf: PromoteBench['bundleOf'] = async (sha, char = '1') =>
    createBundle({
      repository: REPOSITORY,
      commit: sha,
      tree: await git('rev-parse', `${sha}^{tree}`),
      images: { api: { repository: 'ghcr.io/acme/shop/api', digest: digest(char) } },
      chart: { ref: 'chart', digest: digest('c') },
      config: digest('d'),
    });
  return {
    github,
    commit,
    startJob,
    bundleOf,
    tip: async (branch) =>
      (await run('git', ['-C', facts.gitFolder, 'rev-parse', branch])).stdout.trim(),
    proven: async (proof) => {
      const bundle = proof.bundle ?? (await bundleOf(proof.sha));
      const job = startJob({ name: `pipeline / ${proof.environment} / deploy`, ...proof });
      await record(job, bundle, proof);
      job.end(proof.conclusion);
      return bundle;
    },
    history: async (count, sha) => {
      const job = startJob({ sha });
      const client = clientOf(job);
      // They were made over years, not in this hour.
      github.setRemainingRequests(job.token, count + 1_000);
      for (let index = 0; index < count; index++) {
        await client.createDeployment({
          ...{ ref: sha, environment: 'staging', description: '', payload: { schema: 1 } },
          task: `deploy-actions:${String(index).padStart(40, '0')}`,
          production_environment: false,
          transient_environment: false,
        });
      }
    },
    approve: (job, environment, login) => approve(github, job, environment, tokens[login]),
    promote: async (job, inputs, files = {}) => {
      const about = { inputs, files, env: job.env, token: job.token, timeoutMs: 500_000 };
      const result = await runAction(ACTION, about);
      job.end(result.conclusion === 'success' ? 'success' : 'failure');
      return result;
    },
    close: async () => {
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function approve(
  github: GitHub,
  { runId }: RunningJob,
  environment: string,
  token: string,
): Promise<void> {
  const entered = github.backend.enterEnvironment({
    ...{ repository: REPOSITORY, environment, runId, jobName: 'last', ref: 'refs/heads/main' },
    deployment: false,
    cancelled: new AbortController().signal,
  });
  const call = async (path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${github.url}/repos/${REPOSITORY}/${path}`, {
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { id } = (await call(`environments/${environment}`)) as { id: number };
  const comment = 'looks good';
  const answer = { environment_ids: [id], state: 'approved', comment };
  await call(`actions/runs/${runId}/pending_deployments`, answer);
  await entered;
}

const digest = (char: string): string => `sha256:${char.repeat(64)}`;

function startRun(github: GitHub, wish: JobWish, number: number): RunningJob {
  const { branch = 'develop', sha, name = 'promote', event = 'push', actor = 'octocat' } = wish;
  const workflowPath = '.github/workflows/ship.yml';
  const facts = github.backend.createRun({
    ...{ repository: REPOSITORY, workflowPath, event, actor, headBranch: branch, headSha: sha },
    workflowName: 'ship',
    displayTitle: 'ship',
  });
  const called = (wish.called ?? [OUR_DEPLOY]).map((path) => ({ path, sha: 'd'.repeat(40) }));
  github.backend.updateRun(facts.id, { status: 'in_progress', referencedWorkflows: called });
  const runnerName = `GitHub Actions ${number}`;
  const job = { name, runnerName, steps: [] };
  github.backend.updateJob(facts.id, { ...job, status: 'in_progress' });
  const token = github.backend.mintToken({
    repository: REPOSITORY,
    runId: facts.id,
    jobName: name,
    permissions: wish.permissions ?? ALL,
  });
  return {
    runId: facts.id,
    token,
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: github.url,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_ACTION_REPOSITORY: 'acme/deploy-actions',
      GITHUB_ACTOR: actor,
      GITHUB_RUN_ID: String(facts.id),
      GITHUB_RUN_ATTEMPT: String(facts.attempt),
      GITHUB_SHA: sha,
      GITHUB_REF: `refs/heads/${branch}`,
      GITHUB_REF_NAME: branch,
      GITHUB_REF_TYPE: 'branch',
      GITHUB_WORKFLOW_REF: `${REPOSITORY}/${workflowPath}@refs/heads/${branch}`,
      RUNNER_NAME: runnerName,
    },
    end: (conclusion = 'success') => {
      github.backend.updateJob(facts.id, { ...job, status: 'completed', conclusion });
      const ended = conclusion === 'skipped' ? 'success' : conclusion;
      github.backend.updateRun(facts.id, { status: 'completed', conclusion: ended });
    },
  };
}

const clientOf = (job: RunningJob) =>
  createGitHub({
    token: job.token,
    url: job.env.GITHUB_API_URL ?? '',
    repository: REPOSITORY,
    send: createSend({}),
    sleep: async () => {},
    now: Date.now,
  });

/** As the deploy job does it, with its own token. */
async function record(job: RunningJob, bundle: Bundle, proof: Proof): Promise<void> {
  const github = clientOf(job);
  const place = { environment: proof.environment, release: 'shop', namespace: 'shop' };
  const run = `${job.runId}.1`;
  const made = { kind: 'deploy' as const, bundle, revision: 1, run, production: false };
  const id = await createRecord(github, { ...place, ...made });
  await github.addStatus(id, { state: 'success', description: 'rolled out, not proven' });
  if (proof.verdict === undefined) return;
  const { url } = await findOwnJob(github, job.env);
  const code = proof.verdict === 'pass' ? '' : 'e2e-failed';
  await addVerdict(github, id, { verdict: proof.verdict, code, bundle: bundle.id, logUrl: url });
}
