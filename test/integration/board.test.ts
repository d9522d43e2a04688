// Needs the sandbox: the notice board is a real Lease, or a ConfigMap, on a real API server.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { runAction } from '../../sandbox/runner/run-action.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { testSandbox } from '../support/sandbox.ts';
import { webChart, webImage } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
const bundle = `bdl-${randomBytes(8).toString('hex')}`;
let namespace: TestNamespace;
let images: string;

beforeAll(async () => {
  const sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'board');
  images = (await webImage(sandbox)).line;
}, 900_000);

afterAll(() => namespace?.drop());

const deploy = async (inputs: Record<string, string> = {}, job = {}) =>
  runAction(ACTION, {
    files: webChart(),
    env: { ...(await namespace.jobEnvironment()), ...job },
    inputs: {
      release: 'web',
      namespace: namespace.name,
      chart: 'chart',
      timeout: '60s',
      ...namespace.login,
      ...inputs,
    },
  });

interface Lease {
  readonly metadata: { readonly annotations: Record<string, string> };
  readonly spec: { readonly holderIdentity?: string };
}
const lease = () => namespace.get<Lease>('lease', 'deploy-actions.web');
const notices = async () =>
  JSON.parse((await lease()).metadata.annotations['deploy-actions/notices'] ?? '{}');

test('the lock is on the board while a deploy runs, and gone after it', async () => {
  const run = deploy({ set: 'replicas: 1\nwarmUpSeconds: 4' }, { GITHUB_RUN_ID: '77' });
  let seen: string | undefined;
  while (seen === undefined) {
    seen = await lease().then(
      ({ spec }) => spec.holderIdentity,
      () => undefined,
    );
  }
  expect(seen).toBe('helm-deploy 77.1');
  expect((await run).outputs.status).toBe('deployed');
  expect(await notices()).toEqual({ rejects: [] });
}, 240_000);

test('two deploys of one release run one after the other, both deployed', async () => {
  const both = await Promise.all([
    deploy({ set: 'text: a' }, { GITHUB_RUN_ID: '1' }),
    deploy({ set: 'text: b' }, { GITHUB_RUN_ID: '2' }),
  ]);
  expect(both.map(({ outputs }) => outputs.status)).toEqual(['deployed', 'deployed']);
  const [first, second] = both.map(({ outputs }) => Number(outputs.revision));
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBe(1);
  expect(both.some(({ lines }) => lines.some((line) => line.startsWith('Waiting: ')))).toBe(true);
}, 240_000);

test('a lock whose holder lives is waited for until the time is over, naming its run', async () => {
  const holder = {
    run: '99.1',
    action: 'rollback',
    token: 'x',
    renewedAt: new Date().toISOString(),
  };
  await write({ holder, rejects: [] });
  const result = await deploy({ timeout: '3s' });
  expect(result.outputs.status).toBe('refused');
  expect(result.annotations[0]).toMatchObject({ title: 'locked' });
  expect(result.annotations[0]?.message).toContain('rollback of run 99.1');
}, 240_000);

test('a lock whose holder was killed is taken over', async () => {
  const holder = {
    run: '98.1',
    action: 'helm-deploy',
    token: 'x',
    renewedAt: '2026-01-01T00:00:00Z',
  };
  await write({ holder, rejects: [] });
  expect((await deploy({ set: 'text: taken' })).outputs.status).toBe('deployed');
}, 240_000);

test('an undo in production rejects the bundle and holds the environment; both refuse by name', async () => {
  const failed = await deploy({
    bundle,
    images,
    production: 'true',
    set: 'warmUpSeconds: 600',
    timeout: '5s',
  });
  expect(failed.outputs.status).toBe('rolled-back');
  expect(await notices()).toMatchObject({
    hold: { by: 'helm-deploy' },
    rejects: [{ bundle, reason: expect.any(String) }],
  });

  const held = await deploy();
  expect(held.outputs.status).toBe('refused');
  expect(held.annotations[0]?.message).toMatch(/on hold since .* set by helm-deploy/);

  const { rejects } = await notices();
  await write({ rejects });
  const rejected = await deploy({ bundle, images });
  expect(rejected.annotations[0]?.message).toContain(`Bundle ${bundle} was rejected here`);
  expect((await deploy({ bundle: 'bdl-0123456789abcdef', images })).outputs.status).toBe(
    'deployed',
  );
}, 240_000);

test('a run that is asked to stop ends safely', async () => {
  const run = deploy({ set: 'warmUpSeconds: 600' }, { GITHUB_RUN_ID: '5' });
  for (;;) {
    const now = await notices();
    if (now.holder?.run === '5.1') {
      await write({ ...now, stopRequest: { run: '6.1', reason: 'rollback', at: '' } });
      break;
    }
  }
  const stopped = await run;
  expect(stopped.outputs.status).toBe('failed');
  expect(stopped.annotations[0]).toMatchObject({ title: 'cancelled' });
}, 240_000);

test('without rights on leases a ConfigMap carries the board', async () => {
  const rules = await namespace.get<{ rules: { resources: string[] }[] }>('role', 'deployer');
  const without = rules.rules.filter(({ resources }) => !resources.includes('leases'));
  await namespace.kubectl(
    'patch',
    'role',
    'deployer',
    '--type=merge',
    '-p',
    JSON.stringify({ rules: without }),
  );
  expect((await deploy({ set: 'text: map' })).outputs.status).toBe('deployed');
  const map = await namespace.get<Lease>('configmap', 'deploy-actions.web');
  expect(map.metadata.annotations['deploy-actions/notices']).toBe('{"rejects":[]}');
}, 240_000);

const write = (value: object): Promise<string> =>
  namespace.kubectl(
    'annotate',
    '--overwrite',
    'lease',
    'deploy-actions.web',
    `deploy-actions/notices=${JSON.stringify(value)}`,
  );
