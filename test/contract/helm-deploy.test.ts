// The built bundle, as GitHub's runner starts it; no cluster.
import { join } from 'node:path';
import { runAction } from '../../sandbox/runner/run-action.ts';
import { webChart } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
const GOOD = { release: 'web', namespace: 'shop', chart: 'chart' };

test('all that is wrong with the inputs is said at once, by name, and nothing is started', async () => {
  const result = await runAction(ACTION, {
    inputs: {
      release: 'Web_1',
      namespace: '',
      chart: 'chart',
      timeout: 'soon',
      'create-namespace': 'yes',
      'history-max': '1',
      'allow-delete': 'PersistentVolumeClaim/data\nall claims',
      images: 'api=ghcr.io/acme/api:latest',
      set: 'a: [1',
      cluster: 'eks:eu-west-1/prod',
    },
  });
  expect(result.conclusion).toBe('failure');
  const said = result.annotations.map(({ message }) => message.split('\n')[0]);
  expect(said).toEqual([
    expect.stringMatching(/^Input release: "Web_1" is not allowed/),
    'Input namespace: is required: as an input, or by environment and deploy.yml',
    expect.stringMatching(/^Input create-namespace: "yes" is not a boolean/),
    expect.stringMatching(/^Input set: is not valid YAML: line 1/),
    'Input allow-delete: "all claims" is not allowed',
    expect.stringMatching(/^Input timeout: "soon" is not a duration/),
    expect.stringMatching(/^Input history-max: "1" is not allowed/),
    expect.stringMatching(/^Input cluster: "eks:eu-west-1\/prod"/),
    expect.stringMatching(/^Input images: api is given by tag/),
  ]);
  expect(result.outputs.status).toBe('refused');
  expect(result.leftovers).toEqual([]);
});

test('a broken secret-values never shows its text', async () => {
  const result = await runAction(ACTION, {
    inputs: { ...GOOD, 'secret-values': 'password: "tr0ub4dor&3\n  - x' },
  });
  expect(result.conclusion).toBe('failure');
  expect(result.annotations[0]?.message).toContain('Input secret-values: is not valid YAML');
  expect(JSON.stringify({ ...result, masks: [] })).not.toContain('tr0ub4dor');
});

test.each([
  ['lines', 'api=busybox'],
  ['a digest that is too short', 'api=ghcr.io/acme/api@sha256:abc'],
  ['a name twice', `api=a/b@sha256:${'a'.repeat(64)}\napi=a/c@sha256:${'b'.repeat(64)}`],
  ['JSON that is none', '{"api":'],
  ['JSON of another shape', '{"api":{"repository":"a/b"}}'],
  ['JSON without a digest', '{"schema":1,"images":{"api":{"repository":"ghcr.io/a/b"}}}'],
])('images: %s is refused with the form to write', async (_, images) => {
  const result = await runAction(ACTION, { inputs: { ...GOOD, images } });
  expect(result.annotations[0]?.message).toMatch(/^Input images: /);
  expect(result.annotations[0]?.message).toContain('→');
});

test('Windows line ends in inputs are read like the others', async () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const result = await runAction(ACTION, {
    inputs: {
      ...GOOD,
      images: `api=ghcr.io/acme/api@${digest}\r\nweb=ghcr.io/acme/web@${digest}\r\n`,
      set: 'a: 1\r\nb: 2\r\n',
      timeout: 'x',
    },
  });
  // Only the timeout is wrong.
  expect(result.annotations).toHaveLength(1);
});

test('without a kubeconfig and without a cluster it says what to give', async () => {
  const result = await runAction(ACTION, { inputs: GOOD, files: webChart() });
  expect(result.outputs.status).toBe('refused');
  expect(result.annotations[0]?.message).toContain('Input cluster: is empty');
});

test('without kubectl it says so', async () => {
  const result = await runAction(ACTION, {
    inputs: { ...GOOD, kubeconfig: 'kubeconfig' },
    files: { ...webChart(), kubeconfig: 'apiVersion: v1\nkind: Config\n' },
    env: { PATH: '/nowhere' },
  });
  expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'command-missing' });
  expect(result.annotations[0]?.message).toContain('kubectl could not be started');
  expect(result.leftovers).toEqual([]);
});
