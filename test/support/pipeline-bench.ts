import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { User } from '../../sandbox/github/accounts.ts';
import type { GitHubEvent } from '../../sandbox/github/event-log.ts';
import { flatten, type WorkflowRun } from '../../sandbox/runner/result.ts';
import type { StartedRun } from '../../sandbox/runner/run-workflow.ts';
import { openStage, type Stage } from '../../sandbox/stage/stage.ts';
import { run } from '../../sandbox/world/run.ts';
import { openPipelinePlace, type PipelinePlace } from './pipeline-place.ts';
import { RELEASE, serviceFiles } from './pipeline-service.ts';
import { type TestSandbox, testSandbox } from './sandbox.ts';

const ROOT = join(import.meta.dirname, '../..');
export const DEPLOY = '.github/workflows/deploy.yml';
export const ROLLBACK = '.github/workflows/rollback.yml';

/** A service repository whose pushes run the suite's unmodified workflow files on the sandbox. */
export interface PipelineBench {
  readonly sandbox: TestSandbox;
  readonly stage: Stage;
  /** `acme/…` */
  readonly repository: string;
  /** Writes the service. */
  readonly alice: User;
  /** Reviews production, and presses buttons. */
  readonly bob: User;
  /** Administrator of the repository. */
  readonly carol: User;
  readonly staging: PipelinePlace;
  readonly production: PipelinePlace;
  /** What the chart gets by DEPLOY_SECRET_VALUES. */
  readonly password: string;
  /** What must never be seen, by name: the part of each that no encoding but base64 changes. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Makes the environments with their rules and secrets where they are missing. */
  readonly setEnvironments: () => void;
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Writes files into the working copy. */
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Commits everything and pushes the branch the working copy is on; returns the commit. */
  readonly push: (message: string) => Promise<string>;
  /** Pushes develop with this page and returns the run that it starts. */
  readonly release: (page: string, files?: Readonly<Record<string, string>>) => Promise<StartedRun>;
  /** Pushes develop and waits for main's run at its approval. */
  readonly releaseToMain: (
    page: string,
    files?: Readonly<Record<string, string>>,
  ) => Promise<StartedRun>;
  /** REST as a person. @throws {Error} for an answer that is no success */
  readonly api: <T>(user: User, method: string, path: string, body?: object) => Promise<T>;
  /** The commit a branch holds. */
  readonly tip: (branch: string) => Promise<string>;
  /** Settles when a run asks its reviewers. @throws {Error} when it ends without asking */
  readonly untilAsked: (run: StartedRun) => Promise<void>;
  /** Answers a run's question for approval, as soon as it is asked; bob does when nobody is named. */
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
  /** The digest of what the registry gives for a digest of the service's image. */
  readonly registryDigest: (digest: string) => Promise<string>;
  /** The records of an environment with their statuses, all newest first. */
  readonly records: (environment: string) => Promise<readonly FoundRecord[]>;
  /** All runs, ended: those that still ask for an approval, which they do for 30 days, are cancelled. */
  readonly finish: () => Promise<readonly WorkflowRun[]>;
  readonly close: () => Promise<void>;
}

export interface FoundRecord {
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
  readonly payload: { readonly bundle: { readonly id: string } };
}

/** The address by which GitHub knows whose commit it is. */
const emailOf = ({ id, login }: User): string => `${id}+${login}@users.noreply.github.com`;

/** Brings up the sandbox, a stage of its own, a repository and two empty environments. */
export async function openPipelineBench(): Promise<PipelineBench> {
  const sandbox = await testSandbox();
  const { world, environment } = sandbox;
  const folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
  const stage = await openStage({ world, environment, root: ROOT, folder: join(folder, 'stage') });
  const { github } = stage;
  const id = randomBytes(4).readUInt32BE();
  const name = `web-${randomBytes(3).toString('hex')}`;
  const repository = `acme/${name}`;
  const [staging, production] = await Promise.all([
    openPipelinePlace(sandbox, id, 'staging', RELEASE),
    openPipelinePlace(sandbox, id, 'production', RELEASE),
  ]);
  await github.createRepository(repository, { id, visibility: 'private' });
  const people = {
    alice: github.addUser('alice'),
    bob: github.addUser('bob'),
    carol: github.addUser('carol', 'admin'),
  };
  const known = makeSecrets(stage);
  const setEnvironments = () => openEnvironments(stage, repository, known);
  setEnvironments();

  const copy = join(folder, 'copy');
  await mkdir(copy);
  const git = (...args: readonly string[]): Promise<string> =>
    run(['git', '-c', 'user.name=Alice', '-c', `user.email=${emailOf(people.alice)}`, ...args], {
      cwd: copy,
    });
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await writeFile(join(copy, path), text);
    }
  };
  const remote = `${github.url.replace('//', `//alice:${people.alice.token}@`)}/${repository}.git`;
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', remote);
  await write({ 'README.md': `# ${name}\n` });
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'A new service');
  await git('push', '--quiet', 'origin', 'main');
  await git('checkout', '--quiet', '-b', 'develop');
  await write(serviceFiles(name, world, { staging, production }));

  const api: PipelineBench['api'] = (user, method, path, body) =>
    callApi(stage, user, method, `/repos/${repository}${path}`, body);
  const push: PipelineBench['push'] = async (message) => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', message);
    await git('push', '--quiet', 'origin', 'HEAD');
    return (await git('rev-parse', 'HEAD')).trim();
  };
  const release: PipelineBench['release'] = async (page, files = {}) => {
    await write({ 'service/page': `${page}\n`, ...files });
    await push(page);
    return stage.nextRun(DEPLOY);
  };
  const finish = async (): Promise<readonly WorkflowRun[]> => {
    const asked = github.events.all.filter((event) => event.kind === 'waiting');
    for (const { runId } of asked) {
      const path = `/actions/runs/${runId}`;
      const { status } = await api<{ status: string }>(people.bob, 'GET', path);
      if (status !== 'completed') await api(people.bob, 'POST', `${path}/cancel`);
    }
    return stage.settled();
  };
  return {
    ...{ sandbox, stage, repository, ...people, ...known, staging, production },
    ...{ setEnvironments, git, write, push, release, api },
    releaseToMain: async (page, files) => {
      requireGreen(await (await release(page, files)).done);
      const main = await stage.nextRun(DEPLOY);
      await untilAsked(stage, main);
      return main;
    },
    tip: async (branch) => {
      const path = `/git/ref/heads/${branch}`;
      const { object } = await api<{ object: { sha: string } }>(people.bob, 'GET', path);
      return object.sha;
    },
    untilAsked: (started) => untilAsked(stage, started),
    review: async (started, state, reviewer = people.bob) => {
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
    registryDigest: async (digest) => {
      const manifest = await sandbox.run([
        ...['curl', '-sSf', '--cacert', environment.env.SSL_CERT_FILE ?? ''],
        ...['-H', 'Accept: application/vnd.oci.image.index.v1+json'],
        ...['-H', 'Accept: application/vnd.oci.image.manifest.v1+json'],
        `https://${world.registry}/v2/${repository}-api/manifests/${digest}`,
      ]);
      return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
    },
    records: async (environment) => {
      const path = `/deployments?environment=${environment}`;
      const found = await api<FoundDeployment[]>(people.bob, 'GET', path);
      return Promise.all(
        found.map(async ({ id, sha, payload }) => {
          const list = await api<FoundStatus[]>(people.bob, 'GET', `/deployments/${id}/statuses`);
          const statuses = list.map(({ state, description }) => ({ state, description }));
          return { sha, bundle: payload.bundle.id, statuses };
        }),
      );
    },
    finish,
    close: async () => {
      await finish();
      await stage.close();
      for (const { namespace } of [staging, production]) {
        await sandbox.run(['kubectl', 'delete', 'namespace', namespace, '--wait=false']);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Secrets = Pick<PipelineBench, 'password' | 'secrets'>;

function makeSecrets({ github }: Stage): Secrets {
  const app = github.registerApp('promoter', 'acme', { contents: 'write', metadata: 'read' });
  const canary = `Canary-${randomBytes(9).toString('hex')}`;
  // Characters that each encoding writes in another way.
  const password = `${canary}-"/+&<ü`;
  const secrets = { password: canary, 'promote-token': github.installationToken(app) };
  return { password, secrets };
}

/** Environments, rules and secrets as docs/bootstrap.md sets them up. */
function openEnvironments(
  { github }: Stage,
  repository: string,
  { password, secrets }: Secrets,
): void {
  github.setEnvironment(repository, 'staging');
  github.setEnvironment(repository, 'production', {
    reviewers: ['alice', 'bob'],
    preventSelfReview: true,
  });
  github.setEnvironment(repository, 'production-rollback', { branches: ['main'] });
  github.setSecret(repository, 'PROMOTE_TOKEN', secrets['promote-token'] ?? '');
  const values = JSON.stringify({ password });
  for (const environment of ['staging', 'production']) {
    github.setSecret(repository, 'DEPLOY_SECRET_VALUES', values, environment);
  }
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

/** @throws {Error} with the end of the log of whatever is red */
export function requireGreen(result: WorkflowRun): void {
  if (result.conclusion !== 'success') throw new Error(describeRun(result));
}

/** Every annotation of a run, in the order of its jobs. */
export const said = (result: WorkflowRun): string =>
  flatten(result.jobs)
    .flatMap((job) => job.annotations.map(({ message }) => message))
    .join('\n');

/** `job name → conclusion` of the jobs that have steps of their own or never started. */
export const conclusions = (result: WorkflowRun): Readonly<Record<string, string>> =>
  Object.fromEntries(flatten(result.jobs).map((job) => [job.name, job.conclusion]));

function describeRun(result: WorkflowRun): string {
  const red = flatten(result.jobs).filter((job) => job.conclusion === 'failure');
  const log = red.flatMap((job) =>
    job.steps
      .filter((step) => step.outcome === 'failure')
      .flatMap((step) => [`${job.name} › ${step.name}`, ...step.lines.slice(-25)]),
  );
  const head = `${result.path} (${result.title}) is ${result.conclusion}`;
  return [head, ...result.errors, said(result), ...log].join('\n');
}
