// Needs the sandbox: a real cluster with its OIDC issuer.
import { join } from 'node:path';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { eventually } from '../support/eventually.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { testSandbox } from '../support/sandbox.ts';
import { webChart, webImage } from '../support/web-chart.ts';

const ROOT = join(import.meta.dirname, '../..');
let namespace: TestNamespace;
let images: string;

beforeAll(async () => {
  const sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'rollback');
  images = (await webImage(sandbox)).line;
}, 900_000);

afterAll(() => namespace?.drop());

const run = async (
  action: 'helm-deploy' | 'rollback',
  release: string,
  inputs: Record<string, string> = {},
): Promise<RunResult> =>
  runAction(join(ROOT, action), {
    files: webChart(),
    env: await namespace.jobEnvironment(),
    inputs: { release, namespace: namespace.name, ...namespace.login, ...inputs },
  });

/** Deploys a version whose page says `text`; `proven` writes the verdict that promote would. */
async function deploy(release: string, text: string, proven = false): Promise<void> {
  const result = await run('helm-deploy', release, {
    chart: 'chart',
    images,
    set: `replicas: 1\ntext: ${text}`,
    bundle: `bdl-${Buffer.from(text.padEnd(8)).toString('hex')}`,
  });
  // Docker Hub cannot be asked here, which is a warning.
  expect(result.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  if (!proven) return;
  const secret = `sh.helm.release.v1.${release}.v${result.outputs.revision}`;
  await namespace.kubectl('label', 'secret', secret, 'deploy-actions/verdict=pass');
}

const answer = (release: string): Promise<string> =>
  namespace.kubectl(
    'get',
    '--raw',
    `/api/v1/namespaces/${namespace.name}/services/${release}/proxy/`,
  );

test('back to the last verified revision, past an unproven one; held; lifted', async () => {
  await deploy('web', 'proven', true);
  await deploy('web', 'unproven');
  await deploy('web', 'bad');
  const planned = await run('rollback', 'web', { mode: 'plan' });
  expect(planned.outputs.status).toBe('planned');
  expect(JSON.parse(planned.outputs.candidates ?? '').candidates).toMatchObject([
    { revision: 2, verdict: '', good: true },
    { revision: 1, verdict: 'pass', good: true },
  ]);
  expect(await answer('web')).toBe('bad\n');

  const restored = await run('rollback', 'web', { reason: 'errors in production' });
  expect(restored.annotations).toEqual([]);
  expect(restored.outputs).toMatchObject({
    status: 'restored',
    held: 'true',
    'within-objective': 'true',
  });
  expect(JSON.parse(restored.outputs.from ?? '')).toMatchObject({ revision: 3 });
  expect(JSON.parse(restored.outputs.to ?? '')).toMatchObject({ revision: 4, target: 1 });
  expect(await answer('web')).toBe('proven\n');
  expect(restored.summary).toContain('Verified');
  expect(restored).toMatchObject({ leftovers: [], orphans: [] });

  const twice = await run('rollback', 'web', { reason: 'pressed twice' });
  expect(twice.outputs).toMatchObject({ status: 'unchanged', held: 'true' });
  expect(await answer('web')).toBe('proven\n');

  const refused = await run('helm-deploy', 'web', { chart: 'chart', set: 'text: next' });
  expect(refused.outputs.status).toBe('refused');
  expect(refused.annotations[0]?.message).toContain('errors in production');

  const lifted = await run('rollback', 'web', { mode: 'lift', reason: 'mended' });
  expect(lifted.outputs).toMatchObject({ status: 'lifted', held: 'false' });
  await deploy('web', 'mended');
  expect(await answer('web')).toBe('mended\n');
}, 240_000);

test('the restored revision counts as proven: a second rollback does not go past it', async () => {
  const planned = await run('rollback', 'web', { mode: 'plan' });
  const { candidates } = JSON.parse(planned.outputs.candidates ?? '');
  expect(candidates[0]).toMatchObject({ revision: 4, verdict: 'pass', good: true });
}, 240_000);

test('without any proof the newest good one is taken, and that is said loudly', async () => {
  await deploy('plain', 'one');
  await deploy('plain', 'two');
  const restored = await run('rollback', 'plain', { reason: 'x', hold: 'false' });
  expect(restored.outputs).toMatchObject({ status: 'restored', held: 'false' });
  expect(restored.annotations[0]).toMatchObject({ level: 'warning' });
  expect(restored.annotations[0]?.message).toContain('Revision 1 was never proven');
  expect(await answer('plain')).toBe('one\n');
}, 240_000);

test('a deploy that is under way is asked to stop, ends safely, and is rolled back', async () => {
  await deploy('busy', 'good', true);
  const stuck = run('helm-deploy', 'busy', {
    chart: 'chart',
    set: 'warmUpSeconds: 600',
    timeout: '3m',
  });
  await eventually(async () => {
    const { items } = await namespace.get<{ items: readonly unknown[] }>(
      'secrets',
      '--selector',
      'owner=helm,name=busy,status=pending-upgrade',
    );
    return items[0];
  });
  const restored = await run('rollback', 'busy', { reason: 'stop it', target: '1' });
  expect(await stuck.then(({ outputs }) => outputs.status)).toBe('failed');
  expect(restored.outputs).toMatchObject({ status: 'restored' });
  expect(await answer('busy')).toBe('good\n');
}, 240_000);

test('over the objective is red even though it is restored', async () => {
  await deploy('slow', 'one', true);
  await deploy('slow', 'two');
  const restored = await run('rollback', 'slow', {
    reason: 'x',
    'detected-at': new Date(Date.now() - 3_600_000).toISOString(),
  });
  expect(restored.conclusion).toBe('failure');
  expect(restored.outputs).toMatchObject({ status: 'restored', 'within-objective': 'false' });
  expect(restored.annotations[0]).toMatchObject({ title: 'too-slow' });
}, 240_000);

test.each([
  ['a release that is not there', 'nothing', {}, 'No earlier revision was ever good'],
  ['a revision that is not there', 'web', { target: '99' }, 'Revision 99 is not in the history'],
])(
  '%s is refused, and nothing is held',
  async (_, release, inputs, message) => {
    const result = await run('rollback', release, { reason: 'x', ...inputs });
    expect(result.outputs).toMatchObject({ status: 'refused', held: 'false' });
    expect(result.annotations[0]?.message).toContain(message);
  },
  30_000,
);
