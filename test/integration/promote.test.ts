// Needs the sandbox: a real cluster with its OIDC issuer. GitHub is the emulated one.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { type Bundle, createBundle } from '../../src/domain/bundle.ts';
import { eventually } from '../support/eventually.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { openPromoteBench, type PromoteBench, type RunningJob } from '../support/promote-bench.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart, webImage } from '../support/web-chart.ts';

const HELM_DEPLOY = join(import.meta.dirname, '../../helm-deploy');
let sandbox: TestSandbox;
let namespace: TestNamespace;
let bench: PromoteBench;
let head: string;
let bundle: Bundle;
let image: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  [namespace, bench] = await Promise.all([makeNamespace(sandbox, 'promote'), openPromoteBench()]);
  const base = await bench.commit('main', { 'app.js': '1' });
  head = await bench.commit('develop', { 'app.js': '2' }, base);
  const { line, digest } = await webImage(sandbox);
  image = line;
  const { schema: _, id: __, ...content } = await bench.bundleOf(head);
  const images = { image: { repository: 'docker.io/library/busybox', digest } };
  bundle = createBundle({ ...content, images });
}, 900_000);
afterAll(async () => {
  const violations = bench?.github.violations;
  await Promise.all([namespace?.drop(), bench?.close()]);
  expect(violations).toEqual([]);
});

/** The web chart, reachable from outside. */
const files = (): Record<string, string> => {
  const chart = webChart();
  const template = chart['chart/templates/web.yaml'] ?? '';
  const open = template.replace('ports: [{ port: 80', 'type: NodePort\n  ports: [{ port: 80');
  return { ...chart, 'chart/templates/web.yaml': open };
};

/** Deploys with our own helm-deploy, without a record; returns where it answers when it does. */
async function deploy(release: string, set = 'text: hello'): Promise<string> {
  const result = await runAction(HELM_DEPLOY, {
    files: files(),
    env: await namespace.jobEnvironment(),
    inputs: {
      ...{ release, namespace: namespace.name, chart: 'chart', images: image, timeout: '4m', set },
      ...namespace.login,
    },
    timeoutMs: 400_000,
  });
  if (result.conclusion !== 'success') throw new Error(result.lines.join('\n'));
  const service = await namespace.get<{ spec: { ports: { nodePort: number }[] } }>(
    ...['service', release],
  );
  const url = `http://${sandbox.world.nodeIp}:${service.spec.ports[0]?.nodePort}`;
  // The node learns where to send requests some moments after the pods are ready.
  const ask = async (): Promise<string> => (await fetch(url)).text();
  await eventually(() => ask().catch(() => undefined));
  return url;
}

interface Prove {
  readonly release: string;
  readonly job?: RunningJob;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

async function prove({ release, inputs = {}, ...rest }: Prove): Promise<RunResult> {
  const job = rest.job ?? bench.startJob({ sha: head, name: 'pipeline / staging / deploy' });
  const env = { ...job.env, ...(await namespace.jobEnvironment()) };
  const given = {
    ...{ mode: 'prove', environment: 'staging', release, namespace: namespace.name },
    bundle: JSON.stringify(bundle),
    ...namespace.login,
    ...inputs,
  };
  return bench.promote({ ...job, env }, given, rest.files);
}

const said = (result: RunResult): string =>
  result.annotations.map(({ message }) => message).join('\n');

interface Labelled {
  readonly metadata: { readonly labels: Record<string, string> };
}
async function labels(release: string): Promise<Record<string, string>> {
  const { items } = await namespace.get<{ items: Labelled[] }>(
    ...['secrets', '--selector', `owner=helm,name=${release}`],
  );
  const all = items.map((item) => item.metadata.labels);
  return all.toSorted((a, b) => Number(b.version) - Number(a.version))[0] ?? {};
}

test('a good bundle passes: labels of the revision, record on GitHub, evidence, summary', async () => {
  const url = await deploy('good');
  const job = bench.startJob({ sha: head, name: 'pipeline / staging / deploy' });
  const result = await prove({
    release: 'good',
    job,
    inputs: {
      url,
      probes: '[{ path: /, body: hello }]',
      'probe-interval': '1s',
      soak: '3s',
      'e2e-command':
        'test "$(curl -sf "$DEPLOY_URL/")" = hello && node --test-reporter=junit --test-reporter-destination=e2e.xml --test e2e.test.mjs',
      'e2e-report': 'e2e.xml',
    },
    files: { 'e2e.test.mjs': E2E },
  });
  expect(said(result)).toBe('');
  expect(result.outputs).toMatchObject({ verdict: 'pass', bundle: bundle.id, promoted: '' });
  expect(await labels('good')).toMatchObject({
    'deploy-actions/verdict': 'pass',
    'deploy-actions/bundle': bundle.id,
    'deploy-actions/for-revision': '1',
    version: '1',
  });
  expect(result.summary).toContain('1 passed, 0 failed');
  expect(result.summary).toContain('2/2');
  expect(result).toMatchObject({ leftovers: [], orphans: [] });
  // What was written is what a later gate believes.
  const gate = await bench.promote(bench.startJob({ sha: head }), {
    ...{ mode: 'promote', environment: 'staging', to: 'branch:main' },
    'trusted-branches': 'develop',
    'push-token': bench.github.installationToken(
      bench.github.registerApp('promoter', 'acme', { contents: 'write' }),
    ),
  });
  expect(said(gate)).toBe('');
  expect(await bench.tip('main')).toBe(head);
}, 600_000);

test('an E2E that fails is a fail: both attempts and the failed spec are told', async () => {
  const url = await deploy('bad', 'text: broken');
  const result = await prove({
    release: 'bad',
    inputs: {
      url,
      'e2e-command':
        'node --test-reporter=junit --test-reporter-destination=e2e.xml --test e2e.test.mjs',
      'e2e-report': 'e2e.xml',
    },
    files: { 'e2e.test.mjs': E2E },
  });
  expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'not-proven' });
  expect(result.outputs.verdict).toBe('fail');
  expect(await labels('bad')).toMatchObject({ 'deploy-actions/verdict': 'fail' });
  expect(result.summary).toMatch(/attempt 1.*attempt 2/s);
  expect(result.summary).toContain('greets');
  expect(result).toMatchObject({ leftovers: [], orphans: [] });
}, 600_000);

test('another bundle than what runs proves nothing, and no label is written', async () => {
  await deploy('other');
  const { schema: _, id: __, ...content } = bundle;
  const digest = `sha256:${'9'.repeat(64)}`;
  const foreign = createBundle({ ...content, images: { image: { repository: 'r', digest } } });
  const inputs = { bundle: JSON.stringify(foreign), proof: 'rollout' };
  const result = await prove({ release: 'other', inputs });
  expect(result.outputs.verdict).toBe('inconclusive');
  expect(said(result)).toContain('wrong-bundle');
  expect(await labels('other')).not.toHaveProperty('deploy-actions/verdict');
}, 600_000);

test('somebody deploys during the proof: superseded, and nobody is judged', async () => {
  const url = await deploy('race');
  const folder = await mkdtemp(join(tmpdir(), 'race-'));
  try {
    const [started, go] = [join(folder, 'started'), join(folder, 'go')];
    const proving = prove({
      release: 'race',
      inputs: {
        url,
        'e2e-command': `touch ${started}; while [ ! -e ${go} ]; do sleep 0.2; done; exit 1`,
        'e2e-retries': '0',
        'e2e-timeout': '400s',
      },
    });
    await eventually(async () => existsSync(started) || undefined);
    await deploy('race', 'text: next');
    await writeFile(go, '');
    const result = await proving;
    expect(result.outputs.verdict).toBe('inconclusive');
    expect(said(result)).toContain('superseded: revision 2 was deployed meanwhile');
    expect(await labels('race')).not.toHaveProperty('deploy-actions/verdict');
  } finally {
    await rm(folder, { recursive: true });
  }
}, 600_000);

test('a cancel ends the E2E command and everything it started', async () => {
  await deploy('cancel');
  const job = bench.startJob({ sha: head });
  const env = { ...job.env, ...(await namespace.jobEnvironment()) };
  const result = await runAction(join(import.meta.dirname, '../../promote'), {
    token: job.token,
    env,
    cancelAfter: /│ waiting/,
    grace: [60_000, 60_000],
    inputs: {
      ...{ mode: 'prove', environment: 'staging', release: 'cancel', namespace: namespace.name },
      bundle: JSON.stringify(bundle),
      'e2e-command': 'echo waiting; sleep 300 & wait',
      ...namespace.login,
    },
  });
  job.end('failure');
  expect(result.conclusion).toBe('cancelled');
  expect(result.outputs.verdict).toBe('error');
  expect(said(result)).toContain('The run was cancelled');
  expect(result).toMatchObject({ leftovers: [], orphans: [] });
}, 600_000);

test('no secret of the job reaches the E2E command, the log, outputs or the summary', async () => {
  await deploy('secrets');
  const job = bench.startJob({ sha: head });
  const result = await prove({
    release: 'secrets',
    job,
    inputs: { 'e2e-command': 'env; cat /proc/self/environ' },
  });
  expect(result.outputs.verdict).toBe('pass');
  const seen = JSON.stringify({ ...result, masks: [] });
  expect(seen).not.toContain(job.token);
  expect(seen).not.toMatch(/ACTIONS_ID_TOKEN|INPUT_|GITHUB_OUTPUT|eyJ[A-Za-z0-9_-]{20}/);
}, 600_000);

test('without E2E, probes or proof: rollout nothing is proven', async () => {
  await deploy('nothing');
  expect((await prove({ release: 'nothing' })).outputs.verdict).toBe('inconclusive');
  const rollout = await prove({ release: 'nothing', inputs: { proof: 'rollout' } });
  expect(rollout.outputs.verdict).toBe('pass');
}, 600_000);

const E2E = `import test from 'node:test';
import assert from 'node:assert';
test('greets', async () => {
  const answer = await fetch(process.env.DEPLOY_URL);
  assert.strictEqual(await answer.text(), 'hello\\n');
});
`;
