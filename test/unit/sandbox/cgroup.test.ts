import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesBelow } from '../../../sandbox/cluster/cgroup.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cgroup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the processes of a group are those of all groups below it, the deepest first', async () => {
  await mkdir(join(folder, 'pods', 'one'), { recursive: true });
  await writeFile(join(folder, 'pods', 'one', 'cgroup.procs'), '12\n13\n');
  await writeFile(join(folder, 'pods', 'cgroup.procs'), '');
  await writeFile(join(folder, 'cgroup.procs'), '7\n');
  expect(processesBelow(folder)).toEqual([12, 13, 7]);
});

test('a group that vanishes while it is read has no processes', async () => {
  await mkdir(join(folder, 'pods'));
  await writeFile(join(folder, 'cgroup.procs'), '7\n');
  expect(processesBelow(folder)).toEqual([7]);
  expect(processesBelow(join(folder, 'gone'))).toEqual([]);
});
