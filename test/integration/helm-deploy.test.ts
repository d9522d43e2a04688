// Needs the sandbox: a real cluster, its OIDC issuer, Helm 3.18 and 4.2.
import { join } from 'node:path';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { watchCommandLines } from '../support/command-lines.ts';
import { helmFirst } from '../support/helm-first.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart, webImage } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
let sandbox: TestSandbox;
let namespace: TestNamespace;

beforeAll(async () => {
  sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'helm-deploy');
}, 900_000);

afterAll(() => namespace?.drop());

interface Deploy extends RunOptions {
  readonly release: string;
}

/** Runs the built action with the small web chart, as a job that logs in over OIDC. */
async function deploy({ release, inputs = {}, env = {}, ...rest }: Deploy): Promise<RunResult> {
  return runAction(ACTION, {
    files: webChart(),
    timeoutMs: 300_000,
    ...rest,
    env: { ...(await namespace.jobEnvironment()), ...env },
    inputs: {
      release,
      namespace: namespace.name,
      chart: 'chart',
      timeout: '3m',
      ...namespace.login,
      ...inputs,
    },
  });
}

/** Docker Hub cannot be asked here, which is a warning. */
const errorsOf = ({ annotations }: RunResult) =>
  annotations.filter(({ level }) => level === 'error');

interface Secret {
  readonly metadata: { readonly labels: Record<string, string> };
}
const revisions = async (release: string): Promise<string[]> => {
  const found = await namespace.get<{ items: Secret[] }>(
    'secrets',
    '--selector',
    `owner=helm,name=${release}`,
  );
  return found.items
    .map((item) => item.metadata.labels)
    .sort((a, b) => Number(a.version) - Number(b.version))
    .map((labels) => `${labels.version}:${labels.status}`);
};

const answer = (release: string): Promise<string> =>
  namespace.kubectl(
    'get',
    '--raw',
    `/api/v1/namespaces/${namespace.name}/services/${release}/proxy/`,
  );

describe.each([['helm4'], ['helm3']] as const)('with %s', (major) => {
  const release = `web-${major}`;
  const withHelm = (): Record<string, string> =>
    helmFirst(sandbox, sandbox.environment.helm[major === 'helm4' ? 'v4' : 'v3']);

  test('a first install and an upgrade serve what was asked for, and outputs say what runs', async () => {
    const { line: images, digest } = await webImage(sandbox);
    const first = await deploy({
      release,
      env: withHelm(),
      inputs: { set: 'text: one', images },
    });
    expect(first.lines.join('\n')).toContain('Connected as gha:');
    expect(errorsOf(first)).toEqual([]);
    expect(first.outputs).toMatchObject({ status: 'deployed', revision: '1' });
    expect(await answer(release)).toBe('one\n');

    const second = await deploy({
      release,
      env: withHelm(),
      inputs: { set: 'text: two', images },
    });
    expect(second.outputs).toMatchObject({
      status: 'deployed',
      revision: '2',
      'previous-revision': '1',
    });
    expect(JSON.parse(second.outputs.images ?? '')).toMatchObject({
      schema: 1,
      images: [{ workload: `Deployment/${release}`, digest, ready: 2, desired: 2 }],
    });
    expect(await answer(release)).toBe('two\n');
    expect(await revisions(release)).toEqual(['1:superseded', '2:deployed']);
    expect({ left: second.leftovers, orphans: second.orphans }).toEqual({ left: [], orphans: [] });
  }, 400_000);

  test('our labels are valid for the new revision only', async () => {
    const { items } = await namespace.get<{ items: Secret[] }>('secrets', '-l', `name=${release}`);
    for (const { metadata } of items) {
      expect(metadata.labels['deploy-actions/for-revision']).toBe(metadata.labels.version);
      expect(metadata.labels).not.toHaveProperty('deploy-actions/verdict', 'null');
    }
  });

  test('a cancel stops helm: the revision is failed, not pending, and the next run works', async () => {
    const cancelled = await deploy({
      release,
      env: withHelm(),
      inputs: { set: 'text: three\nimage: { tag: "no-such-tag", digest: "" }' },
      cancelAfter: /helm upgrade/,
      // Longer than GitHub's 7.5 s: what a busy machine stalls counts, too.
      grace: [30_000, 2500],
    });
    expect(cancelled.conclusion).toBe('cancelled');
    expect(cancelled.phases.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
    expect((await revisions(release)).at(-1)).not.toContain('pending');
    expect({ left: cancelled.leftovers, orphans: cancelled.orphans }).toEqual({
      left: [],
      orphans: [],
    });
    const next = await deploy({ release, env: withHelm(), inputs: { set: 'text: four' } });
    expect(next.outputs.status).toBe('deployed');
    expect(await answer(release)).toBe('four\n');
  }, 400_000);

  test('a rollout that fails is undone: the cause, red, and what was live before serves', async () => {
    const failed = await deploy({
      release,
      env: withHelm(),
      inputs: { set: 'text: five\nimage: { tag: "no-such-tag", digest: "" }' },
    });
    expect(failed.conclusion).toBe('failure');
    expect(failed.outputs.status).toBe('rolled-back');
    expect(errorsOf(failed)[0]).toMatchObject({ title: 'image-not-found' });
    expect(failed.summary).toContain(`↩️ ${release}`);
    const [bad, back] = (await revisions(release)).slice(-2);
    expect(bad).toContain(':failed');
    expect(back).toContain(':deployed');
    expect(await answer(release)).toBe('four\n');
  }, 400_000);

  test('on-failure: keep leaves the failed revision', async () => {
    const failed = await deploy({
      release,
      env: withHelm(),
      inputs: { set: 'image: { tag: "no-such-tag" }', 'on-failure': 'keep' },
    });
    expect(failed.outputs.status).toBe('failed');
    expect((await revisions(release)).at(-1)).toContain(':failed');
  }, 400_000);
});

test('a secret value is in no log, summary, output, command line or file left behind', async () => {
  const secret = 'correct-horse-battery-staple';
  const run = deploy({
    release: 'secretive',
    inputs: { 'secret-values': `password: ${secret}` },
  });
  const seen = watchCommandLines(secret, run);
  const result = await run;
  expect(result.outputs.status).toBe('deployed');
  expect(await seen).toEqual([]);
  expect(JSON.stringify({ ...result, masks: [] })).not.toContain(secret);
  const stored = await namespace.get<{ data: { password: string } }>('secret', 'secretive');
  expect(Buffer.from(stored.data.password, 'base64').toString()).toBe(secret);
}, 400_000);

test('a rollout that outlives the token is deployed: the plugin mints a new one', async () => {
  const result = await deploy({
    release: 'slow',
    env: await namespace.jobEnvironment({ lifetime: 20 }),
    inputs: { set: 'replicas: 1\nwarmUpSeconds: 30' },
  });
  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs.status).toBe('deployed');
  expect(JSON.parse(result.outputs.timings ?? '').upgrade).toBeGreaterThan(25_000);
}, 400_000);

test('an image that no pod template uses is not called deployed', async () => {
  const files = webChart();
  files['chart/values.yaml'] += 'worker: { image: { repository: x, digest: "" } }\n';
  const digest = `sha256:${'c'.repeat(64)}`;
  const result = await deploy({
    release: 'unused',
    files,
    inputs: { images: `worker=ghcr.io/acme/worker@${digest}` },
  });
  expect(result.outputs.status).toBe('failed');
  const warnings = result.annotations.filter(({ level }) => level === 'warning');
  expect(warnings.map(({ message }) => message).join('\n')).toContain('was never live here');
  const [error] = errorsOf(result);
  expect(error).toMatchObject({ title: 'wrong-digest' });
  expect(error?.message).toContain(`worker: ${digest} is in no workload`);
}, 400_000);

describe('refused before anything changes', () => {
  test('a chart that does not lint', async () => {
    const files = { ...webChart(), 'chart/templates/broken.yaml': '{{ .Values.nope.deep }}' };
    const result = await deploy({ release: 'broken', files });
    expect(result.outputs.status).toBe('refused');
    expect(errorsOf(result)[0]?.message).toMatch(/nil pointer/);
    expect(await revisions('broken')).toEqual([]);
  }, 400_000);

  test('an image the chart has no value for, with the paths it has', async () => {
    const digest = `sha256:${'d'.repeat(64)}`;
    const result = await deploy({
      release: 'nowhere',
      inputs: { images: `api=ghcr.io/acme/api@${digest}\nweb=ghcr.io/acme/web@${digest}` },
    });
    expect(result.outputs.status).toBe('refused');
    expect(result.annotations.map((annotation) => annotation.message)).toEqual([
      expect.stringContaining('the chart has no image value for "api"'),
      expect.stringContaining('the chart has no image value for "web"'),
    ]);
    expect(errorsOf(result)[0]?.message).toContain('image');
  }, 400_000);

  test('a release that is pending, with the command that frees it', async () => {
    await namespace.kubectl('create', 'secret', 'generic', 'sh.helm.release.v1.stuck.v3');
    await namespace.kubectl(
      'label',
      'secret',
      'sh.helm.release.v1.stuck.v3',
      ...['owner=helm', 'name=stuck', 'version=3', 'status=pending-upgrade'],
    );
    const result = await deploy({ release: 'stuck' });
    expect(result.outputs.status).toBe('refused');
    expect(errorsOf(result)[0]?.message).toContain('Revision 3 of stuck is pending-upgrade');
    expect(errorsOf(result)[0]?.message).toContain('helm rollback stuck');
  }, 400_000);

  test('a namespace the deployer has no rights in, naming the right', async () => {
    const result = await deploy({ release: 'web', inputs: { namespace: 'default' } });
    expect(result.outputs.status).toBe('refused');
    expect(errorsOf(result)[0]?.message).toMatch(
      /Cannot read the notice board.*Grant get, create and update on leases/s,
    );
  }, 400_000);
});
