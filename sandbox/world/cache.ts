import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startTime } from './proc.ts';
import type { Progress } from './progress.ts';

/**
 * The folder all clones of one user share. Tools are kept under `tools/<name>/<key>`, the state of
 * each sandbox under `sandbox/<name>`. Removing the folder costs time, never correctness.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return (
    env.DEPLOY_ACTIONS_CACHE ??
    join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'deploy-actions')
  );
}

/** A thing that is made once per key and then only read. */
export interface Cached {
  /** Folder name below `tools/`. */
  readonly name: string;
  /** Everything the content depends on: versions, hashes of inputs. One path segment. */
  readonly key: string;
  /** Fills the given empty folder. May fail; a half-filled folder is never seen by anybody. */
  readonly make: (folder: string) => Promise<void>;
}

/**
 * Returns the folder of a cached thing and makes it first where it is missing. Safe with several
 * processes at once (one makes, the others wait) and after a kill (the next one starts afresh).
 */
export async function cached(thing: Cached, progress: Progress): Promise<string> {
  const folder = join(cacheFolder(), 'tools', thing.name, thing.key);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  return withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return folder;
    // What a killed maker left is still there under this name: the lock says that it is nobody's.
    const work = `${folder}.tmp`;
    await progress.step(`make ${thing.name} (once, cached)`, async () => {
      await rm(work, { recursive: true, force: true });
      await mkdir(work, { recursive: true });
      try {
        await thing.make(work);
        await rename(work, folder);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    });
    return folder;
  });
}

/** Runs `body` while this process alone holds the lock file; a dead holder's lock is taken over. */
export async function withLock<T>(file: string, body: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${startTime(process.pid)}`;
  await mkdir(dirname(file), { recursive: true });
  while (!(await takeLock(file, mine))) await sleep(100);
  try {
    return await body();
  } finally {
    await rm(file, { force: true });
  }
}

async function takeLock(file: string, mine: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, mine);
  try {
    // Unlike an exclusive write, nobody ever sees the file without its content.
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const holder = await readFile(file, 'utf8').catch(() => '');
  const [pid, started] = holder.split(' ');
  if (holder !== '' && !isAlive({ pid: Number(pid), started: String(started) })) {
    await takeAway(file, holder);
  }
  return false;
}

/** Of several that see the dead holder, a slow one may find a new holder's lock: it goes back. */
async function takeAway(file: string, deadHolder: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => {});
  const taken = await readFile(aside, 'utf8').catch(() => deadHolder);
  if (taken !== deadHolder) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}
