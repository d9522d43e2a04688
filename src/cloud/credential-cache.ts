import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Credential, ProviderConfig } from './provider.ts';

/** Keeps one credential in a private folder, so that every helm and kubectl call can share it. */
export interface CredentialCache {
  /** The cached credential, unless it has less than its reserve left. */
  readonly read: (now: number) => Promise<Credential | undefined>;
  readonly write: (credential: Credential) => Promise<void>;
  /** Runs `body` alone: parallel callers wait, and find its result in the cache. */
  readonly alone: <T>(body: () => Promise<T>) => Promise<T>;
}

/** A mint ends within 20 s: an older lock has lost its holder. */
const LOCK_MS = 30_000;
/** What must be left of a cached credential for a process that starts with it. */
const RESERVE_MS = 60_000;

/** The cache of one configuration; another audience is another file. */
export function credentialCache(folder: string, config: ProviderConfig): CredentialCache {
  const key = createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16);
  const file = join(folder, `credential-${key}.json`);
  return {
    read: async (now) => {
      const credential = parse(await readFile(file, 'utf8').catch(() => ''));
      if (!credential) return undefined;
      // A credential that lives below two minutes (a test's) is used for half its life.
      const reserve = Math.min(RESERVE_MS, credential.livesMs / 2);
      return credential.expiresAt - now > reserve ? credential : undefined;
    },
    write: async (credential) => {
      // Renamed into place: a reader sees a whole credential or none.
      const work = `${file}.${randomUUID()}`;
      await writeFile(work, JSON.stringify(credential), { mode: 0o600, flag: 'wx' });
      await rename(work, file);
    },
    alone: (body) => withLock(`${file}.lock`, body),
  };
}

function parse(text: string): Credential | undefined {
  try {
    const value = JSON.parse(text) as Partial<Credential>;
    const whole = typeof value.token === 'string' && typeof value.expiresAt === 'number';
    return whole && typeof value.livesMs === 'number' ? (value as Credential) : undefined;
  } catch {
    return undefined;
  }
}

async function withLock<T>(lock: string, body: () => Promise<T>): Promise<T> {
  while (!(await take(lock))) await sleep(15);
  try {
    return await body();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Two waiters may both take over from a dead holder: that costs one mint too many, no more.
  if (await abandoned(lock)) await rm(lock, { force: true });
  return false;
}

async function abandoned(lock: string): Promise<boolean> {
  const [pid, made] = await Promise.all([
    readFile(lock, 'utf8').catch(() => ''),
    stat(lock).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    ),
  ]);
  if (Date.now() - made > LOCK_MS) return true;
  if (pid === '') return false; // Between create and write.
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
