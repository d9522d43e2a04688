import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findAccount, organisation } from './accounts.ts';
import { runGit } from './git/command.ts';
import { openGit } from './git/git.ts';
import type { Repository, State, Values } from './state.ts';

export interface RepositoryOptions {
  readonly id?: number;
  /** Of the owner, when this is its first repository. */
  readonly ownerId?: number;
  readonly visibility?: 'public' | 'private' | 'internal';
  readonly defaultBranch?: string;
  readonly defaultWorkflowPermissions?: 'read' | 'write';
}

export const noValues = (): Values => ({ secrets: new Map(), variables: new Map() });

export function findRepository(state: State, fullName: string): Repository | undefined {
  return state.repositories.get(fullName.toLowerCase());
}

/** The repository; throws when it was never created. */
export function needRepository(state: State, fullName: string): Repository {
  const repository = findRepository(state, fullName);
  if (!repository) throw new Error(`${fullName}: no such repository; createRepository first`);
  return repository;
}

/** An empty bare repository; its owner becomes an organisation when nobody has that login. */
export async function createRepository(
  state: State,
  folder: string,
  fullName: string,
  options: RepositoryOptions = {},
): Promise<Repository> {
  if (findRepository(state, fullName)) throw new Error(`${fullName} exists already`);
  const [owner = '', name = ''] = fullName.split('/');
  const { defaultBranch = 'main' } = options;
  const gitFolder = join(folder, owner, `${name}.git`);
  await mkdir(gitFolder, { recursive: true });
  await runGit(gitFolder, ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`]);
  const settings = {
    'http.receivepack': 'true',
    // As github.com: a checkout may ask for any commit by its id.
    'uploadpack.allowAnySHA1InWant': 'true',
    'receive.procReceiveRefs': 'refs',
    'core.hooksPath': join(folder, '.hooks'),
    'gc.auto': '0',
  };
  for (const [key, value] of Object.entries(settings)) {
    await runGit(gitFolder, ['config', key, value]);
  }
  const account = findAccount(state, owner) ?? organisation(state, owner, options.ownerId);
  const repository: Repository = {
    id: options.id ?? state.nextId(),
    name,
    fullName,
    account,
    owner: account.login,
    ownerId: account.id,
    visibility: options.visibility ?? 'private',
    defaultBranch,
    gitFolder,
    defaultWorkflowPermissions: options.defaultWorkflowPermissions ?? 'read',
    createdAt: state.now(),
    pushedAt: state.now(),
    git: openGit(gitFolder),
    exclusive: oneAtATime(),
    protections: new Map(),
    values: noValues(),
    environments: new Map(),
    deployments: [],
    statuses: [],
    checkRuns: [],
    pulls: [],
    comments: [],
    workflows: new Map(),
    runs: [],
    artifacts: [],
  };
  state.repositories.set(fullName.toLowerCase(), repository);
  return repository;
}

function oneAtATime(): Repository['exclusive'] {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const next = last.then(body, body);
    last = next.catch(() => {});
    return next;
  };
}
