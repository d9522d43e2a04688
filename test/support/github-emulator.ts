import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getOctokit } from '@actions/github';
import { type GitHub, type GitHubOptions, openGitHub } from '../../sandbox/github/github.ts';
import { run } from '../../sandbox/world/run.ts';

/** GitHub's own REST client against the emulator. */
export type Client = ReturnType<typeof getOctokit>['rest'];

export interface EmulatorBench {
  readonly github: GitHub;
  /** The service repository every test uses. */
  readonly shop: { readonly owner: 'acme'; readonly repo: 'shop' };
  readonly alice: { readonly login: 'alice'; readonly token: string };
  readonly client: (token: string) => Client;
  /** For routes octokit has no name for yet: the body of a GET below acme/shop, as alice. */
  readonly get: (path: string) => Promise<unknown>;
  readonly clone: (token: string, name?: string) => Promise<Clone>;
  readonly close: () => Promise<void>;
}

/** A working copy, driven by real git. */
export interface Clone {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Commits these files on the branch that is checked out; the new commit's id. */
  readonly commit: (message: string, files: Readonly<Record<string, string>>) => Promise<string>;
}

/** An emulator with acme/shop (empty) and alice, who may write. */
export async function emulatorBench(
  options: Omit<Partial<GitHubOptions>, 'folder'> = {},
): Promise<EmulatorBench> {
  const folder = mkdtempSync(join(tmpdir(), 'github-emulator-'));
  const github = await openGitHub({ folder: join(folder, 'repositories'), ...options });
  const { token } = github.addUser('alice');
  await github.createRepository('acme/shop', { id: 457 });
  return {
    github,
    shop: { owner: 'acme', repo: 'shop' },
    alice: { login: 'alice', token },
    client: (secret) => getOctokit(secret, { baseUrl: github.url }).rest,
    async get(path) {
      const headers = { authorization: `token ${token}` };
      return (await fetch(`${github.url}/repos/acme/shop/${path}`, { headers })).json();
    },
    clone: (secret, name = 'acme/shop') => openClone(github, folder, secret, name),
    async close() {
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openClone(
  { url }: GitHub,
  parent: string,
  token: string,
  name: string,
): Promise<Clone> {
  const folder = mkdtempSync(join(parent, 'clone-'));
  const env = {
    PATH: process.env.PATH,
    HOME: parent,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'Alice',
    GIT_AUTHOR_EMAIL: 'alice@example.com',
    GIT_COMMITTER_NAME: 'Alice',
    GIT_COMMITTER_EMAIL: 'alice@example.com',
  };
  const git: Clone['git'] = (...args) => run(['git', ...args], { cwd: folder, env });
  const remote = `${url.replace('://', `://x-access-token:${token}@`)}/${name}.git`;
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', remote);
  return {
    folder,
    git,
    async commit(message, files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message', message);
      return (await git('rev-parse', 'HEAD')).trim();
    },
  };
}

/** Status and message of GitHub's refusal; fails when there is none. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ readonly status: number; readonly message: string; readonly headers: Headers }> {
  try {
    await call;
  } catch (error) {
    const refusal = error as RequestError;
    if (refusal.response === undefined) throw error;
    const { status, data, headers } = refusal.response;
    return { status, message: data.message, headers };
  }
  throw new Error('GitHub did not refuse');
}

type Headers = Readonly<Record<string, string | undefined>>;

interface RequestError {
  readonly response?: {
    readonly status: number;
    readonly data: { readonly message: string };
    readonly headers: Headers;
  };
}
