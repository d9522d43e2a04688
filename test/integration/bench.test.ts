// Needs the sandbox. That the bench measures what it says; how fast anything is, is not asserted.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCountingProxy } from '../../bench/counting-proxy.ts';
import type { Measured } from '../../bench/measure.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

const MAIN = join(import.meta.dirname, '../../bench/main.ts');
let sandbox: TestSandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
}, 900_000);

afterAll(() => rm(folder, { recursive: true }));

test('rows are measured on the cluster and written with every sample', async () => {
  const json = join(folder, 'bench.json');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [MAIN, 'change', 'start', '--runs', '1', '--json', json],
    { timeout: 400_000 },
  );
  expect(stdout).toMatch(/^measure +goal +ours +bare/);
  const rows = JSON.parse(await readFile(json, 'utf8')) as Measured[];
  expect(rows.map(({ id }) => id)).toEqual(['change', 'start']);
  for (const { lines } of rows) {
    for (const { samples } of lines) {
      const all = Object.values(samples).flat();
      expect(all.length).toBeGreaterThan(1);
      expect(all.every((value) => value > 0)).toBe(true);
    }
  }
}, 420_000);

test('requests are counted by who makes them, and a watch gets through', async () => {
  const proxy = await startCountingProxy(sandbox.world, folder);
  try {
    const kubectl = (...args: string[]) =>
      promisify(execFile)(sandbox.environment.kubectl, [
        ...['--kubeconfig', proxy.kubeconfig, '--namespace', 'kube-system'],
        ...args,
      ]);
    const { stdout } = await kubectl('get', 'pods', '--output', 'name');
    expect(stdout).toContain('pod/coredns');
    await kubectl('wait', 'deployment/coredns', '--for=condition=Available', '--timeout=60s');
    const pods = proxy.requests.filter(({ path }) => /\/kube-system\/pods(\?|$)/.test(path));
    expect(pods).toEqual([
      expect.objectContaining({ method: 'GET', userAgent: expect.stringMatching(/^kubectl\//) }),
    ]);
    expect(proxy.requests.some(({ path }) => path.includes('watch=true'))).toBe(true);
  } finally {
    await proxy.close();
  }
}, 120_000);

test('a row that does not exist is refused with the list of those that do', async () => {
  const run = promisify(execFile)(process.execPath, [MAIN, 'nonsense']);
  await expect(run).rejects.toMatchObject({
    code: 2,
    stdout: expect.stringContaining('start of the bundle to first line'),
  });
});
