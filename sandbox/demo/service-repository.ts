import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../world/run.ts';

/** A working copy of an example as its users would have it: a git repository of its own. */
export interface ServiceRepository {
  readonly folder: string;
  /** Gives the api a new version and commits; returns the commit. */
  readonly release: (version: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Copies `examples/<name>` out of the checkout, so that the demo's commits touch nothing of it. */
export async function openServiceRepository(example: string): Promise<ServiceRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  await cp(example, folder, {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  const git = (...args: readonly string[]): Promise<string> =>
    run(['git', '-c', 'user.name=demo', '-c', 'user.email=demo@example.com', ...args], {
      cwd: folder,
    });
  await git('init', '--quiet', '--initial-branch=develop');
  return {
    folder,
    release: async (version) => {
      await setVersion(join(folder, 'services/api/package.json'), version);
      await git('add', '--all');
      await git('commit', '--quiet', '--message', `Version ${version}`);
      return (await git('rev-parse', 'HEAD')).trim();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function setVersion(file: string, version: string): Promise<void> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
}
