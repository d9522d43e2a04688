// Needs the sandbox: the notice board is a real Lease, or a ConfigMap, on a real API server.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type RunOptions, runAction } from '../../sandbox/runner/run-action.ts';
import { eventually } from '../support/eventually.ts';
import { untilGranted } from '../support/granted.ts';
import { HELD, letGo } from '../support/held-pods.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart, webImage } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
const bundle = `bdl-${randomBytes(8).toString('hex')}`;
let sandbox: TestSandbox;
let namespace: TestNamespace;
let images: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'board');
  images = (await webImage(sandbox)).line;
}, 900_000);

afterAll(() => namespace?.drop());

const deploy = async (
  inputs: Record<string, string> = {},
  job = {},
  options: Pick<RunOptions, 'onLine'> = {},
) =>
  runAction(ACTION, {
    ...options,
    timeoutMs: 400_000,
    files: webChart(),
    env: { ...(await namespace.jobEnvironment()), ...job },
    inputs: {
      release: 'web',
      namespace: namespace.name,
      chart: 'chart',
      timeout: '4m',
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
  const run = deploy({ set: `replicas: 1\n${HELD}` }, { GITHUB_RUN_ID: '77' });
  const seen = await eventually(() =>
    lease().then(
      ({ spec }) => spec.holderIdentity,
      () => undefined,
    ),
  );
  expect(seen).toBe('helm-deploy 77.1');
  expect((await letGo(namespace, 'web', run)).outputs.status).toBe('deployed');
  expect(await notices()).toEqual({ rejects: [] });
}, 900_000);

test('two deploys of one release run one after the other, both deployed', async () => {
  const waits = Promise.withResolvers<void>();
  const onLine = (line: string): void => {
    if (line.startsWith('Waiting: ')) waits.resolve();
  };
  const running = Promise.all([
    deploy({ set: `text: a\n${HELD}` }, { GITHUB_RUN_ID: '1' }, { onLine }),
    deploy({ set: `text: b\n${HELD}` }, { GITHUB_RUN_ID: '2' }, { onLine }),
  ]);
  // The first has its lock until the second has met it, however late that one starts.
  await Promise.race([waits.promise, running]);
  const both = await letGo(namespace, 'web', running);
  expect(both.map(({ outputs }) => outputs.status)).toEqual(['deployed', 'deployed']);
  const [first, second] = both.map(({ outputs }) => Number(outputs.revision));
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBe(1);
  expect(both.some(({ lines }) => lines.some((line) => line.startsWith('Waiting: ')))).toBe(true);
}, 900_000);

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
}, 900_000);

test('a lock whose holder was killed is taken over', async () => {
  const holder = {
    run: '98.1',
    action: 'helm-deploy',
    token: 'x',
    renewedAt: '2026-01-01T00:00:00Z',
  };
  await write({ holder, rejects: [] });
  expect((await deploy({ set: 'text: taken' })).outputs.status).toBe('deployed');
}, 900_000);

test('an undo in production rejects the bundle and holds the environment; both refuse by name', async () => {
  const failed = await deploy({
    bundle,
    images,
    production: 'true',
    set: 'warmUpSeconds: 600',
    timeout: '20s',
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
}, 900_000);

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
}, 900_000);

test('without rights on leases a ConfigMap carries the board', async () => {
  const { rules } = await namespace.get<{ rules: object[] }>('role', 'deployer');
  const without = rules.filter((rule) => !JSON.stringify(rule).includes('"leases"'));
  // What is granted at the same time shows when the rest is taken.
  const mark = { apiGroups: [''], resources: ['configmaps'], verbs: ['mark'] };
  await namespace.kubectl(
    'patch',
    'role',
    'deployer',
    '--type=merge',
    '-p',
    JSON.stringify({ rules: [...without, mark] }),
  );
  const { subjects } = await namespace.get<{ subjects: [{ name: string }] }>(
    'rolebinding',
    'deployer',
  );
  const who = { user: subjects[0].name, namespace: namespace.name };
  await untilGranted(sandbox, who, ['mark', 'configmaps']);
  expect((await deploy({ set: 'text: map' })).outputs.status).toBe('deployed');
  const map = await namespace.get<Lease>('configmap', 'deploy-actions.web');
  expect(map.metadata.annotations['deploy-actions/notices']).toBe('{"rejects":[]}');
}, 900_000);

const write = (value: object): Promise<string> =>
  namespace.kubectl(
    'annotate',
    '--overwrite',
    'lease',
    'deploy-actions.web',
    `deploy-actions/notices=${JSON.stringify(value)}`,
  );
