import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../world/run.ts';

/**
 * Pushes this checkout as it is on disk, committed or not, to a repository of the emulator, with a
 * tag: the actions that run are the ones in front of you. Git's ignore rules hold.
 */
export async function pushSuite(root: string, remote: string, tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suite-'));
  const env = {
    ...process.env,
    GIT_DIR: join(folder, 'git'),
    GIT_WORK_TREE: root,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const git = (...args: readonly string[]): Promise<string> =>
    run(['git', '-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], {
      cwd: root,
      env,
    });
  try {
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'This checkout');
    await git('tag', tag);
    await git('push', '--quiet', remote, 'main', tag);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
