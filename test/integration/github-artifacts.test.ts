import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from '../../sandbox/world/cache.ts';
import { run } from '../../sandbox/world/run.ts';
import { type EmulatorBench, emulatorBench } from '../support/github-emulator.ts';

const VERSION = '6.2.1';

let bench: EmulatorBench;
let client: string;
let folder: string;
let runId: number;

beforeAll(async () => {
  bench = await emulatorBench();
  folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
  client = await cached(
    { name: 'artifact-client', key: VERSION, make: installClient },
    { step: (_name, body) => body(), note: () => {} },
  );
  const clone = await bench.clone(bench.alice.token);
  const headSha = await clone.commit('one', { 'a.txt': '1\n' });
  await clone.git('push', '--quiet', 'origin', 'main');
  runId = bench.github.backend.createRun({
    repository: 'acme/shop',
    workflowPath: '.github/workflows/deploy.yml',
    workflowName: 'deploy',
    event: 'push',
    headBranch: 'main',
    headSha,
    actor: 'alice',
    displayTitle: 'one',
  }).id;
}, 600_000);
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

/** GitHub's artifact client asks for a version of a package that was never published. */
async function installClient(target: string): Promise<void> {
  const overrides = { 'typedarray.prototype.slice': '1.0.5' };
  const dependencies = { '@actions/artifact': VERSION };
  const manifest = { private: true, type: 'module', dependencies, overrides };
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
  await run(['npm', 'install', '--silent', '--no-audit', '--no-fund'], { cwd: target });
}

/** Runs the client as a job of the run would; what it reported. */
async function artifacts(job: string, ...args: readonly string[]): Promise<unknown> {
  const script = join(import.meta.dirname, '../support/artifact-client-main.ts');
  const env = {
    PATH: process.env.PATH,
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder,
    // The client works with github.com only; where it sends its requests is told by the next two.
    GITHUB_SERVER_URL: 'https://github.com',
    ...bench.github.backend.serviceEnvironment(runId, job),
  };
  const output = await run([process.execPath, script, client, ...args], { env });
  const line = output.split('\n').findLast((one) => one.startsWith('result '));
  return JSON.parse(line?.slice('result '.length) ?? 'null');
}

describe("artifacts, by GitHub's own client", () => {
  test('what one job uploads another downloads, byte for byte, and REST lists it', async () => {
    // Larger than one block of the upload.
    const content = randomBytes(9 * 1024 * 1024);
    mkdirSync(join(folder, 'up/deep'), { recursive: true });
    writeFileSync(join(folder, 'up/deep/big.bin'), content);
    writeFileSync(join(folder, 'up/bundle.json'), '{"schema":1}\n');
    const up = join(folder, 'up');
    const uploaded = await artifacts(
      'build',
      'upload',
      'bundle',
      up,
      'deep/big.bin',
      'bundle.json',
    );
    const down = join(folder, 'down');
    expect(await artifacts('deploy', 'download', 'bundle', down)).toMatchObject({
      digestMismatch: false,
    });
    const hash = (data: Buffer) => createHash('sha256').update(data).digest('hex');
    expect(hash(readFileSync(join(down, 'deep/big.bin')))).toBe(hash(content));
    expect(readFileSync(join(down, 'bundle.json'), 'utf8')).toBe('{"schema":1}\n');

    const api = bench.client(bench.alice.token);
    const { data } = await api.actions.listWorkflowRunArtifacts({ ...bench.shop, run_id: runId });
    const { id, digest } = uploaded as { id: number; digest: string };
    expect(data).toMatchObject({
      total_count: 1,
      artifacts: [{ id, name: 'bundle', digest: `sha256:${digest}`, workflow_run: { id: runId } }],
    });
    const zip = await api.actions.downloadArtifact({
      ...bench.shop,
      artifact_id: id,
      archive_format: 'zip',
    });
    expect(hash(Buffer.from(zip.data as ArrayBuffer))).toBe(digest);
  });

  test('a second artifact of that name in the run is refused', async () => {
    const again = artifacts('build', 'upload', 'bundle', join(folder, 'up'), 'bundle.json');
    await expect(again).rejects.toThrow('already exists');
  });

  test('a token that nobody minted opens nothing', async () => {
    const { ACTIONS_RESULTS_URL: url } = bench.github.backend.serviceEnvironment(runId, 'x');
    const route = 'twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts';
    const response = await fetch(`${url}${route}`, {
      method: 'POST',
      headers: { authorization: 'Bearer a.b.c' },
      body: '{}',
    });
    expect(response.status).toBe(401);
  });
});
