import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  ActionsBackend,
  ConcurrencyEntry,
  EnvironmentAnswer,
  EnvironmentEntry,
  JobState,
  NewRun,
  RepositoryFacts,
  RunChange,
  TokenOwner,
} from '../../sandbox/github/actions-backend.ts';

/** GitHub's side of Actions in memory, with real bare repositories below a folder. */
export interface MemoryActions extends ActionsBackend {
  /** Commits files to a branch. @returns the commit */
  readonly commit: (
    fullName: string,
    files: Readonly<Record<string, string>>,
    options?: { readonly branch?: string; readonly message?: string; readonly tag?: string },
  ) => string;
  readonly cancel: (runId: number) => void;
  readonly jobIdOf: (runId: number, name: string) => number;
  readonly runs: (NewRun & { readonly id: number })[];
  readonly changes: { readonly runId: number; readonly change: RunChange }[];
  readonly jobs: { readonly runId: number; readonly job: JobState }[];
  readonly tokens: Map<string, TokenOwner>;
  readonly entries: EnvironmentEntry[];
}

export interface MemoryOptions {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly environments?: Readonly<Record<string, MemoryEnvironment>>;
  readonly defaultPermissions?: 'read' | 'write';
}

export interface MemoryEnvironment {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Why a job may not enter. */
  readonly refuses?: string;
  /** A job waits for its run to be cancelled. */
  readonly waits?: boolean;
}

export function memoryActions(folder: string, options: MemoryOptions = {}): MemoryActions {
  const repositories = new Map<string, RepositoryFacts>();
  const controllers = new Map<number, AbortController>();
  const runs: MemoryActions['runs'] = [];
  const changes: MemoryActions['changes'] = [];
  const jobs: MemoryActions['jobs'] = [];
  const tokens = new Map<string, TokenOwner>();
  const entries: EnvironmentEntry[] = [];
  const attempts = new Map<number, number>();
  const groups = concurrencyGroups();
  const environment = (name: string | undefined): MemoryEnvironment =>
    options.environments?.[name ?? ''] ?? {};

  const add = (fullName: string): RepositoryFacts => {
    const [owner = ''] = fullName.split('/');
    const facts: RepositoryFacts = {
      fullName,
      id: 456 + repositories.size,
      owner,
      ownerId: 1,
      visibility: 'private',
      defaultBranch: 'main',
      gitFolder: join(folder, `${fullName}.git`),
      defaultWorkflowPermissions: options.defaultPermissions ?? 'read',
    };
    git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', facts.gitFolder);
    git(facts.gitFolder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    repositories.set(fullName, facts);
    return facts;
  };

  const jobIdOf = (runId: number, name: string): number => {
    const names = new Set(jobs.filter((one) => one.runId === runId).map((one) => one.job.name));
    return 5000 + [...names].indexOf(name);
  };

  return {
    url: `file://${folder}`,
    runs,
    changes,
    jobs,
    tokens,
    entries,
    repository: (fullName) => {
      const facts = repositories.get(fullName);
      if (facts === undefined) throw new Error(`no repository ${fullName}`);
      return facts;
    },
    commit: (fullName, files, { branch = 'main', message = 'change', tag } = {}) => {
      const { gitFolder } = repositories.get(fullName) ?? add(fullName);
      return commit(gitFolder, join(folder, 'work', fullName), files, branch, message, tag);
    },
    cancel: (runId) => controllers.get(runId)?.abort(),
    createRun: (run) => {
      const id = run.rerunOf ?? 1000 + runs.length;
      const attempt = (attempts.get(id) ?? 0) + 1;
      attempts.set(id, attempt);
      const controller = new AbortController();
      controllers.set(id, controller);
      runs.push({ ...run, id });
      return {
        id,
        number: runs.length,
        attempt,
        cancelled: controller.signal,
        forceCancelled: new AbortController().signal,
      };
    },
    updateRun: (runId, change) => void changes.push({ runId, change }),
    updateJob: (runId, job) => {
      jobs.push({ runId, job });
      return jobIdOf(runId, job.name);
    },
    jobIdOf,
    enterEnvironment: (entry) => {
      entries.push(entry);
      const { refuses, waits } = environment(entry.environment);
      return answer(refuses, waits === true, entry.cancelled);
    },
    secrets: (_, name) => ({ ...options.secrets, ...environment(name).secrets }),
    variables: (_, name) => ({ ...options.variables, ...environment(name).variables }),
    mintToken: (owner) => {
      const token = `ghs_memory${String(tokens.size).padStart(30, '0')}`;
      tokens.set(token, owner);
      return token;
    },
    revokeToken: (token) => void tokens.delete(token),
    serviceEnvironment: (runId, jobId) => ({
      ACTIONS_RESULTS_URL: `http://127.0.0.1:9/${runId}`,
      ACTIONS_RUNTIME_TOKEN: `runtime-token-of-${runId}-${jobId}`,
    }),
    enterConcurrency: groups.enter,
    leaveConcurrency: groups.leave,
  };
}

function answer(
  refuses: string | undefined,
  waits: boolean,
  cancelled: AbortSignal,
): Promise<EnvironmentAnswer> {
  if (refuses !== undefined) return Promise.resolve({ state: 'refused', reason: refuses });
  if (!waits) return Promise.resolve({ state: 'entered' });
  return new Promise((resolve) => {
    cancelled.addEventListener('abort', () => resolve({ state: 'cancelled' }));
  });
}

interface Waiting {
  readonly entry: ConcurrencyEntry;
  readonly settle: (answer: 'entered' | 'cancelled') => void;
}

/** Source: docs, "Control the concurrency of workflows and jobs". */
function concurrencyGroups() {
  const groups = new Map<string, { holder: ConcurrencyEntry | undefined; waiting: Waiting[] }>();
  const groupOf = (entry: ConcurrencyEntry) => {
    const key = `${entry.repository} ${entry.group}`.toLowerCase();
    const group = groups.get(key) ?? { holder: undefined, waiting: [] };
    groups.set(key, group);
    return group;
  };
  return {
    enter: (entry: ConcurrencyEntry): Promise<'entered' | 'cancelled'> => {
      const group = groupOf(entry);
      if (group.holder === undefined) {
        group.holder = entry;
        return Promise.resolve('entered');
      }
      if (entry.queue === 'single') {
        for (const { settle } of group.waiting.splice(0)) settle('cancelled');
      }
      if (entry.cancelInProgress) group.holder.cancel();
      return new Promise((settle) => group.waiting.push({ entry, settle }));
    },
    leave: (entry: ConcurrencyEntry): void => {
      const group = groupOf(entry);
      group.waiting = group.waiting.filter((one) => one.entry !== entry);
      if (group.holder !== entry) return;
      const next = group.waiting.shift();
      group.holder = next?.entry;
      next?.settle('entered');
    },
  };
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'octocat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_NAME: 'octocat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
};

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: cwd, ...IDENTITY },
  }).trim();

function commit(
  gitFolder: string,
  work: string,
  files: Readonly<Record<string, string>>,
  branch: string,
  message: string,
  tag: string | undefined,
): string {
  mkdirSync(work, { recursive: true });
  const inside = (...args: readonly string[]): string =>
    git(work, `--git-dir=${gitFolder}`, `--work-tree=${work}`, ...args);
  git(gitFolder, 'symbolic-ref', 'HEAD', `refs/heads/${branch}`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), content);
  }
  inside('add', '--all', '.');
  inside('commit', '--quiet', '--allow-empty', '--message', message);
  if (tag !== undefined) inside('tag', '--force', tag);
  const sha = inside('rev-parse', 'HEAD');
  git(gitFolder, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  return sha;
}
