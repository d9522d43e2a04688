import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeClient } from '../../../sandbox/engine/client.ts';
import { replaceLink } from '../../../sandbox/world/replace-file.ts';
import type { World } from '../../../sandbox/world/world.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replace-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a link gets a new target, in a folder that may be missing', async () => {
  const link = join(folder, 'bin/helm');
  await replaceLink('/one', link);
  await replaceLink('/two', link);
  expect(await readlink(link)).toBe('/two');
});

test('an up that repeats never takes docker’s plug-in away from a build under way', async () => {
  const world = { folder, runFolder: folder } as World;
  const plugin = join(folder, 'engine/config/cli-plugins/docker-buildx');
  await writeClient(world, folder);
  const ups = (async () => {
    for (let up = 0; up < 200; up++) await writeClient(world, folder);
    return 'over';
  })();
  let missing = 0;
  while ((await Promise.race([ups, undefined])) !== 'over') {
    if ((await readlink(plugin).catch(() => undefined)) === undefined) missing++;
  }
  expect(missing).toBe(0);
});
