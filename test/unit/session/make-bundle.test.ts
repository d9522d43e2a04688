import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBundle } from '../../../src/session/make-bundle.ts';
import { exec } from '../../../src/tools/exec.ts';

// With a real checkout.

const IMAGES = {
  api: { repository: 'ghcr.io/acme/shop/api', digest: `sha256:${'1'.repeat(64)}` },
};
let folder: string;
const git = (...args: readonly string[]): string =>
  execFileSync('git', [
    '-C',
    folder,
    '-c',
    'user.name=M',
    '-c',
    'user.email=m@example.com',
    ...args,
  ])
    .toString()
    .trim();
const write = async (path: string, text: string): Promise<void> => {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle '));
  git('init', '--quiet');
  await write('chart/Chart.yaml', 'name: shop');
  await write('chart/templates/a.yaml', 'a: 1');
  await write('.github/deploy.yml', 'name: shop');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
});
afterEach(() => rm(folder, { recursive: true }));

const make = (change: { chart?: string; files?: readonly string[]; workspace?: string } = {}) =>
  makeBundle(
    {
      images: IMAGES,
      chart: 'chart',
      files: ['.github/deploy.yml'],
      repository: 'acme/shop',
      workspace: folder,
      ...change,
    },
    exec,
  );

test('names commit and tree of the checkout; made twice it is the same', async () => {
  const bundle = await make();
  expect(bundle).toMatchObject({
    commit: git('rev-parse', 'HEAD'),
    tree: git('rev-parse', 'HEAD^{tree}'),
    images: IMAGES,
    chart: { ref: 'chart' },
  });
  expect(await make()).toEqual(bundle);
});

test('another commit of the same content has the same id', async () => {
  const { id, commit } = await make();
  git('commit', '--quiet', '--allow-empty', '--message', 'merge');
  const again = await make();
  expect(again.commit).not.toBe(commit);
  expect(again.id).toBe(id);
});

test('the chart’s digest is of its files, wherever the checkout lies', async () => {
  const { chart } = await make();
  await write('chart/templates/a.yaml', 'a: 2');
  expect((await make()).chart.digest).not.toBe(chart.digest);
  await write('chart/templates/a.yaml', 'a: 1');
  await write('chart/templates/b.yaml', '');
  expect((await make()).chart.digest).not.toBe(chart.digest);
  await rm(join(folder, 'chart/templates/b.yaml'));
  expect((await make()).chart.digest).toBe(chart.digest);
});

test('a link in the chart is what it points at', async () => {
  await symlink('../Chart.yaml', join(folder, 'chart/templates/link'));
  const { chart } = await make();
  await rm(join(folder, 'chart/templates/link'));
  await write('chart/templates/link', 'name: shop');
  expect((await make()).chart.digest).toBe(chart.digest);
});

test('a published chart by digest; one by version is refused', async () => {
  const digest = `sha256:${'c'.repeat(64)}`;
  const bundle = await make({ chart: `oci://ghcr.io/acme/chart@${digest}` });
  expect(bundle.chart.digest).toBe(digest);
  await expect(make({ chart: 'oci://ghcr.io/acme/chart:1.0.0' })).rejects.toThrow(/has no digest/);
  await expect(make({ chart: 'no-such-folder' })).rejects.toThrow(/is no folder/);
});

test('outside of a checkout it says what to do', async () => {
  const workspace = await mkdtemp(join(tmpdir(), 'empty-'));
  await mkdir(join(workspace, 'chart'));
  await expect(make({ workspace, files: [] })).rejects.toMatchObject({
    message: expect.stringContaining('is no checkout'),
    hint: expect.stringContaining('actions/checkout'),
  });
  await rm(workspace, { recursive: true });
});
