import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../world/run.ts';

/** A working copy of an example as its users would have it: a git repository of its own. */
export interface ServiceRepository {
  readonly folder: string;
  /** Changes a file's text. */
  readonly edit: (path: string, change: (text: string) => string) => Promise<void>;
  /** Gives the api a version, commits everything and pushes develop; returns the commit. */
  readonly release: (version: string, message: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Copies an example out of the checkout, so that the demo's commits touch nothing of it. */
export async function openServiceRepository(
  example: string,
  remote: string,
): Promise<ServiceRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  await cp(example, folder, {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  const git = (...args: readonly string[]): Promise<string> =>
    run(['git', '-c', 'user.name=alice', '-c', 'user.email=alice@example.com', ...args], {
      cwd: folder,
    });
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', remote);
  // main is there before anything was ever promoted to it, and has no workflow yet.
  await git('add', 'README.md');
  await git('commit', '--quiet', '--message', 'A new service');
  await git('push', '--quiet', 'origin', 'main');
  await git('checkout', '--quiet', '-b', 'develop');
  const edit = async (path: string, change: (text: string) => string): Promise<void> => {
    const file = join(folder, path);
    await writeFile(file, change(await readFile(file, 'utf8')));
  };
  return {
    folder,
    edit,
    release: async (version, message) => {
      await edit('services/api/package.json', (text) =>
        text.replace(/"version": "[^"]*"/, `"version": "${version}"`),
      );
      await git('add', '--all');
      await git('commit', '--quiet', '--message', message);
      await git('push', '--quiet', 'origin', 'develop');
      return (await git('rev-parse', 'HEAD')).trim();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
