import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cached, withLock } from '../../../sandbox/world/cache.ts';
import type { Progress } from '../../../sandbox/world/progress.ts';

const silent: Progress = { step: (_name, body) => body(), note: () => {} };
const before = process.env.DEPLOY_ACTIONS_CACHE;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
  process.env.DEPLOY_ACTIONS_CACHE = folder;
});

afterEach(async () => {
  if (before === undefined) delete process.env.DEPLOY_ACTIONS_CACHE;
  else process.env.DEPLOY_ACTIONS_CACHE = before;
  await rm(folder, { recursive: true });
});

test('of many that want a thing at once, one makes it', async () => {
  let made = 0;
  const make = async (into: string): Promise<void> => {
    made++;
    await sleep(20);
    await writeFile(join(into, 'file'), '');
  };
  const want = () => cached({ name: 'thing', key: 'v1', make }, silent);
  const folders = await Promise.all([want(), want(), want(), want()]);
  expect(new Set(folders).size).toBe(1);
  expect(made).toBe(1);
});

test('what failed half-way is never seen, and made from the start the next time', async () => {
  const broken = async (into: string): Promise<void> => {
    await writeFile(join(into, 'half'), '');
    throw new Error('no network');
  };
  const thing = { name: 'thing', key: 'v1' };
  await expect(cached({ ...thing, make: broken }, silent)).rejects.toThrow('no network');
  const made = await cached({ ...thing, make: async () => {} }, silent);
  expect(existsSync(join(made, 'half'))).toBe(false);
});

test('only one holds a lock, and a holder that failed lets go of it', async () => {
  const lock = join(folder, 'lock');
  let inside = 0;
  const body = async (): Promise<void> => {
    expect(++inside).toBe(1);
    await sleep(5);
    inside--;
  };
  await expect(withLock(lock, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await Promise.all([withLock(lock, body), withLock(lock, body), withLock(lock, body)]);
});

test('the lock of a process that was killed is taken over', async () => {
  const lock = join(folder, 'lock');
  // Process 1 lives, but was not started then: a number that was given out again.
  await writeFile(lock, '1 00000000-1');
  expect(await withLock(lock, async () => 'mine')).toBe('mine');
});
