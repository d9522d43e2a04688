// Needs the sandbox: its registry, a real cluster, Helm 3.18 and 4.2.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { type RemoteChart, remoteChart } from '../../src/domain/chart-source.ts';
import { exec } from '../../src/tools/exec.ts';
import { createHelm, type Helm } from '../../src/tools/helm.ts';
import type { PulledChart, PullInput } from '../../src/tools/helm-pull.ts';
import { startProcess } from '../../src/tools/process.ts';
import { type ChartRegistry, startChartRegistry } from '../support/chart-registry.ts';
import { packageChart, startChartRepository } from '../support/chart-repository.ts';
import { watchCommandLines } from '../support/command-lines.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { testCertificate } from '../support/tls.ts';
import { webChart } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
const LOGIN = { username: 'me', password: `pass-${randomUUID()}` };
const PATH = `charts-${randomUUID().slice(0, 8)}`;

type Repository = Awaited<ReturnType<typeof startChartRepository>>;
let sandbox: TestSandbox;
let namespace: TestNamespace;
let folder: string;
let env: Record<string, string>;
/** Of the chart in the registry. */
let digest: string;
let registry: ChartRegistry;
let lying: ChartRegistry;
let repository: Repository;
let privateRepository: Repository;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = mkdtempSync(join(tmpdir(), 'chart-sources-'));
  const { file, ...tls } = testCertificate(folder);
  const { SSL_CERT_FILE = '', PATH: path = '' } = sandbox.environment.env;
  const trusted = join(folder, 'trusted.pem');
  writeFileSync(trusted, `${readFileSync(SSL_CERT_FILE, 'utf8')}\n${readFileSync(file, 'utf8')}`);
  env = { PATH: path, HOME: join(folder, 'home'), SSL_CERT_FILE: trusted };
  const command = { helm: sandbox.environment.helm.v4, env };
  const charts = join(folder, 'charts');
  const archive = await packageChart(command, webChart(), charts);
  const upstream = sandbox.world.registry;
  const pushed = await exec(command.helm, ['push', archive, `oci://${upstream}/${PATH}`], { env });
  digest = /sha256:[0-9a-f]{64}/.exec(pushed.stdout + pushed.stderr)?.[0] ?? '';
  const served = { folder: charts, tls, ...command };
  [namespace, registry, lying, repository, privateRepository] = await Promise.all([
    makeNamespace(sandbox, 'chart-sources'),
    startChartRegistry(sandbox, { tls, login: { kind: 'basic', ...LOGIN } }),
    startChartRegistry(sandbox, { tls, faults: [{ path: '/manifests/', does: 'corrupt' }] }),
    startChartRepository(served),
    startChartRepository({ ...served, login: LOGIN }),
  ]);
}, 900_000);

afterAll(async () => {
  const started = [registry, lying, repository, privateRepository];
  await Promise.all([namespace?.drop(), ...started.map((one) => one?.close())]);
  rmSync(folder, { recursive: true });
});

describe.each(['v3', 'v4'] as const)('helm %s', (major) => {
  let scratch: string;
  let helm: Helm;

  beforeAll(async () => {
    scratch = mkdtempSync(join(folder, 'scratch-'));
    const options = { release: 'web', namespace: 'web', kubeconfig: '/nowhere', env };
    const command = sandbox.environment.helm[major];
    helm = await createHelm({ ...options, command }, { exec, startProcess });
  });

  const pull = (
    chart: string,
    version = '',
    login: PullInput['login'] = undefined,
  ): Promise<PulledChart> => {
    const source = remoteChart(chart);
    if (source.kind === 'none') throw new Error(source.problem);
    return helm.pull({ source, version, login, folder: scratch }, new AbortController().signal);
  };
  const filesOf = (where: string): ReadonlySet<string> =>
    new Set(
      readdirSync(where, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    );

  test('by version, by digest and by both the same chart comes', async () => {
    const chart = `oci://${sandbox.world.registry}/${PATH}/web`;
    const pulled = await Promise.all([
      pull(chart, '1.0.0'),
      pull(`${chart}@${digest}`),
      pull(`${chart}@${digest}`, '1.0.0'),
      pull(chart),
    ]);
    for (const one of pulled) {
      expect(one).toMatchObject({ name: 'web', version: '1.0.0', digest });
      expect(await helm.defaultValues(one.path, '')).toMatchObject({ text: 'hello' });
    }
  });

  test('a digest with the version of another chart is refused: helm would take it', async () => {
    const chart = `oci://${sandbox.world.registry}/${PATH}/web@${digest}`;
    await expect(pull(chart, '1.0.1')).rejects.toMatchObject({
      code: 'chart-unavailable',
      message: expect.stringContaining('is web 1.0.0, not 1.0.1'),
    });
  });

  test('a registry that sends something else for a digest is refused', async () => {
    await expect(pull(`oci://${lying.host}/${PATH}/web@${digest}`)).rejects.toMatchObject({
      code: 'chart-unavailable',
      message: expect.stringMatching(/mismatch|was asked for/),
    });
  });

  test('what is not there is named, with what to check', async () => {
    const nothing = `sha256:${'a'.repeat(64)}`;
    const chart = `oci://${sandbox.world.registry}/${PATH}/web`;
    for (const [given, version] of [
      [`${chart}@${nothing}`, ''],
      [chart, '9.9.9'],
      [`${chart}-nope`, '1.0.0'],
      [`${repository.url}/web`, '9.9.9'],
      [`${repository.url}/nope`, '1.0.0'],
    ] as const) {
      await expect(pull(given, version)).rejects.toMatchObject({
        code: 'chart-unavailable',
        hint: 'Check chart and chart-version.',
      });
    }
  });

  test('a private registry and a private repository give it for their credentials only', async () => {
    for (const chart of [`oci://${registry.host}/${PATH}/web`, `${privateRepository.url}/web`]) {
      await expect(pull(chart, '1.0.0')).rejects.toMatchObject({
        code: 'chart-unavailable',
        hint: expect.stringContaining('Give chart-username'),
      });
      await expect(
        pull(chart, '1.0.0', { ...LOGIN, password: 'wrong-password' }),
      ).rejects.toMatchObject({ hint: expect.stringContaining('Check chart-username') });
      expect(await pull(chart, '1.0.0', LOGIN)).toMatchObject({ name: 'web', version: '1.0.0' });
    }
    expect(filesOf(scratch)).toEqual(new Set(['chart.tgz']));
  });

  test("the user's own login and repositories are used, and not written to", async () => {
    const own = join(env.HOME ?? '', '.config/helm');
    const command = sandbox.environment.helm[major];
    const stdin = { env, input: LOGIN.password };
    const credentials = ['--username', LOGIN.username, '--password-stdin'];
    await exec(command, ['registry', 'login', registry.host, ...credentials], stdin);
    const { url } = privateRepository;
    await exec(command, ['repo', 'add', 'acme', url, '--force-update', ...credentials], stdin);
    const before = filesOf(env.HOME ?? '');
    expect(await pull(`oci://${registry.host}/${PATH}/web@${digest}`)).toMatchObject({ digest });
    expect(await pull('acme/web', '1.0.0')).toMatchObject({ version: '1.0.0' });
    expect(filesOf(env.HOME ?? '')).toEqual(before);
    await exec(command, ['registry', 'logout', registry.host], { env });
    rmSync(join(own, 'repositories.yaml'));
    await expect(pull('acme/web', '1.0.0')).rejects.toMatchObject({
      hint: expect.stringContaining('Is acme/web meant as a folder?'),
    });
  });

  test('a cancel ends it at once', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const source = remoteChart(`oci://127.0.0.1:${port}/web`) as RemoteChart;
    const cancel = new AbortController();
    const pulling = helm.pull(
      { source, version: '1.0.0', login: undefined, folder: scratch },
      cancel.signal,
    );
    const asked = once(silent, 'connection');
    await asked;
    cancel.abort();
    await expect(pulling).rejects.toMatchObject({ code: 'cancelled' });
    silent.close();
  });
});

/** The built action, as a job that logs in over OIDC. */
async function deploy({ inputs, ...options }: RunOptions): Promise<RunResult> {
  return runAction(ACTION, {
    ...options,
    timeoutMs: 400_000,
    env: { ...(await namespace.jobEnvironment()), SSL_CERT_FILE: env.SSL_CERT_FILE ?? '' },
    inputs: {
      release: 'web',
      namespace: namespace.name,
      timeout: '4m',
      ...namespace.login,
      ...inputs,
    },
  });
}

const messages = (result: RunResult): string[] => result.annotations.map(({ message }) => message);

test('a private chart by digest is linted, checked and deployed, and leaves no trace', async () => {
  const running = deploy({
    inputs: {
      release: 'private',
      chart: `oci://${registry.host}/${PATH}/web@${digest}`,
      'chart-username': LOGIN.username,
      'chart-password': LOGIN.password,
    },
  });
  const seen = watchCommandLines(LOGIN.password, running);
  const result = await running;
  expect(messages(result)).toEqual([]);
  expect(result.outputs.status).toBe('deployed');
  expect(result.lines.join('\n')).toContain(`Chart web 1.0.0 from oci://${registry.host}`);
  expect(await seen).toEqual([]);
  expect(JSON.stringify({ ...result, masks: [] })).not.toContain(LOGIN.password);
  expect({ left: result.leftovers, orphans: result.orphans }).toEqual({ left: [], orphans: [] });
}, 600_000);

test('a chart of a private repository is linted, too', async () => {
  const result = await deploy({
    inputs: {
      release: 'classic',
      mode: 'plan',
      chart: `${privateRepository.url}/web`,
      'chart-version': '1.0.0',
      'chart-username': LOGIN.username,
      'chart-password': LOGIN.password,
      set: 'replicas: { not: a number }',
    },
  });
  expect(result.outputs.status).toBe('refused');
  expect(messages(result).join('\n')).toContain('replicas');
}, 600_000);

test('a chart that cannot be had refuses the run before anything changes', async () => {
  const result = await deploy({
    inputs: { release: 'nothing', chart: `oci://${registry.host}/${PATH}/web@${digest}` },
  });
  expect(result.outputs.status).toBe('refused');
  expect(result.annotations).toEqual([
    expect.objectContaining({
      title: 'chart-unavailable',
      message: expect.stringContaining('Give chart-username and chart-password'),
    }),
  ]);
  expect(result.leftovers).toEqual([]);
}, 600_000);

test('values files that are encrypted are decrypted in memory, and the later of all wins', async () => {
  const secret = `staple-${randomUUID()}`;
  const encrypt = async (text: string): Promise<string> => {
    const args = ['enc', '-aes-256-cbc', '-pbkdf2', '-a', '-pass', 'pass:key'];
    return (await exec('openssl', args, { input: text })).stdout;
  };
  const running = deploy({
    files: {
      ...webChart(),
      'a.enc': await encrypt(`password: ${secret}\ntext: first\nreplicas: 2`),
      'b.enc': await encrypt('text: second\nreplicas: 1'),
    },
    inputs: {
      release: 'encrypted',
      chart: 'chart',
      values: 'a.enc\nb.enc',
      'values-decrypt': 'openssl enc -d -aes-256-cbc -pbkdf2 -a -pass pass:key -in',
      set: 'text: "yes"',
    },
  });
  const seen = watchCommandLines(secret, running);
  const result = await running;
  expect(messages(result)).toEqual([]);
  const stored = await namespace.get<{ data: { password: string } }>('secret', 'encrypted');
  expect(Buffer.from(stored.data.password, 'base64').toString()).toBe(secret);
  const web = await namespace.get<{ spec: { replicas: number } }>('deployment', 'encrypted');
  expect(web.spec.replicas).toBe(1);
  expect(JSON.stringify(web)).toContain('echo yes >');
  expect(await seen).toEqual([]);
  expect(result.masks).toContain(secret);
  expect(JSON.stringify({ ...result, masks: [] })).not.toContain(secret);
  expect(result.leftovers).toEqual([]);
}, 600_000);
