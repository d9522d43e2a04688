import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { User } from '../../sandbox/github/accounts.ts';
import { run } from '../../sandbox/world/run.ts';

/** A clone on its author's machine. */
export interface WorkingCopy {
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Commits everything and pushes the branch the copy is on; returns the commit. */
  readonly push: (message: string) => Promise<string>;
}

/** A new repository: main holds a README and no workflow, the copy is on a new branch develop. */
export async function openWorkingCopy(
  folder: string,
  repository: string,
  author: User,
): Promise<WorkingCopy> {
  await mkdir(folder);
  // The address by which GitHub knows whose commit it is.
  const email = `${author.id}+${author.login}@users.noreply.github.com`;
  const identity = ['-c', `user.name=${author.login}`, '-c', `user.email=${email}`];
  const git: WorkingCopy['git'] = (...args) => run(['git', ...identity, ...args], { cwd: folder });
  const write: WorkingCopy['write'] = async (files) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  const push: WorkingCopy['push'] = async (message) => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', message);
    await git('push', '--quiet', 'origin', 'HEAD');
    return (await git('rev-parse', 'HEAD')).trim();
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', repository);
  await write({ 'README.md': '# A service\n' });
  await push('A new service');
  await git('checkout', '--quiet', '-b', 'develop');
  return { git, write, push };
}
