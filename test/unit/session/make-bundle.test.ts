import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeBundle } from '../../../src/session/make-bundle.ts';
import { exec } from '../../../src/tools/exec.ts';

const IMAGES = { api: { repository: 'ghcr.io/acme/shop-api', digest: `sha256:${'1'.repeat(64)}` } };
const PINNED = `oci://ghcr.io/acme/chart@sha256:${'2'.repeat(64)}`;
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout with a chart, committed. */
function checkout(message = 'first'): string {
  const folder = mkdtempSync(join(tmpdir(), 'make-bundle-'));
  folders.push(folder);
  const files = {
    'chart/Chart.yaml': 'name: shop\n',
    'chart/templates/a.yaml': 'a: 1\n',
    'deploy.yml': 'name: shop\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const user = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...user, ...args]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', message);
  return folder;
}

const parts = (workspace: string) => ({
  ...{ images: IMAGES, chart: 'chart', files: ['deploy.yml'], repository: 'acme/shop' },
  workspace,
});

test('the same content in another checkout and commit has the same id', async () => {
  const first = await makeBundle(parts(checkout()), exec);
  const second = await makeBundle(parts(checkout('another message')), exec);
  expect(second).toEqual({ ...first, commit: second.commit });
  expect(second.commit).not.toBe(first.commit);
});

test('a changed chart file, committed or not, has another id', async () => {
  const workspace = checkout();
  const first = await makeBundle(parts(workspace), exec);
  writeFileSync(join(workspace, 'chart/templates/a.yaml'), 'a: 2\n');
  const second = await makeBundle(parts(workspace), exec);
  expect(second.id).not.toBe(first.id);
  expect(second.tree).toBe(first.tree);
});

test('a file that is named twice counts once, one that is not there not at all', async () => {
  const workspace = checkout();
  const files = ['deploy.yml', './deploy.yml', 'missing.yml'];
  const bundle = await makeBundle({ ...parts(workspace), files }, exec);
  expect(bundle).toEqual(await makeBundle(parts(workspace), exec));
});

test('a chart is pinned by its digest; one that can be published again is refused', async () => {
  const workspace = checkout();
  const bundle = await makeBundle({ ...parts(workspace), chart: PINNED }, exec);
  expect(bundle.chart).toEqual({ ref: PINNED, digest: `sha256:${'2'.repeat(64)}` });
  const loose = makeBundle({ ...parts(workspace), chart: 'oci://ghcr.io/acme/chart' }, exec);
  await expect(loose).rejects.toMatchObject({ code: 'bundle-invalid' });
});
