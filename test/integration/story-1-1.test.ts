// Needs the sandbox: pods, registry, build engine, Helm 3.18 and 4.2. Without our actions: what the
// example promises must hold for anybody's helm.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTraffic } from '../../sandbox/demo/traffic.ts';
import { startLoad } from '../support/load.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/story-1-1');
const CHART = join(EXAMPLE, 'deploy/chart');
const SECRETS = 'secrets: { postgresPassword: only-a-test-1, redisPassword: only-a-test-2 }\n';
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await testSandbox();
}, 900_000);

/** `--values` for the files of deploy/. */
const values = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => ['--values', join(EXAMPLE, 'deploy', `${name}.yml`)]);

describe.each([['v3'], ['v4']] as const)('the chart of story-1-1 with Helm %s', (version) => {
  const helm = (...args: readonly string[]): Promise<string> =>
    sandbox.run([sandbox.environment.helm[version], ...args], SECRETS);
  const image = ['--set', 'api.image.repository=registry.test/api,api.image.tag=1.0.0'];
  const given = ['--values', '-', ...image];

  test('is clean under lint --strict with the values of each environment', async () => {
    for (const name of ['staging', 'production', 'sandbox']) {
      const found = await helm('lint', '--strict', CHART, ...values(name), ...given);
      expect(found).toContain('0 chart(s) failed');
    }
  });

  test.each([
    ['a misspelt key', 'api.replica=3', /replica.* not allowed/],
    ['a wrong type', 'postgres.persistence.enabled=perhaps', /persistence.enabled/],
    ['a digest that is none', 'api.image.digest=sha256:1', /api.image.digest/],
    ['a grace period that ends before the api does', 'api.preStopSeconds=20', /= 32/],
    ['no password', 'secrets.redisPassword=', /secrets.redisPassword is empty/],
  ])('refuses %s and names it', async (_what, set, message) => {
    const rendered = helm('template', 'story', CHART, ...given, '--set', set);
    const refusal = await rendered.then(
      () => 'rendered',
      (error: Error) => error.message.replaceAll('/', '.'),
    );
    expect(refusal).toMatch(message);
  });
});

describe('story-1-1 in a namespace under Pod Security restricted', () => {
  let namespace: TestNamespace;
  let folder: string;

  beforeAll(async () => {
    namespace = await makeNamespace(sandbox, 'story');
    const label = 'pod-security.kubernetes.io/enforce=restricted';
    await sandbox.run(['kubectl', 'label', 'namespace', namespace.name, label]);
    folder = await mkdtemp(join(tmpdir(), 'story-'));
    const filter = (path: string): boolean => !path.includes('node_modules');
    await cp(EXAMPLE, folder, { recursive: true, filter });
  });

  afterAll(async () => {
    await namespace?.drop();
    if (folder) await rm(folder, { recursive: true });
  });

  /** Gives the api that version, builds and pushes it; returns its digest. */
  async function build(repository: string, version: string): Promise<string> {
    const manifest = join(folder, 'services/api/package.json');
    const json = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
    await writeFile(manifest, JSON.stringify({ ...json, version }));
    const metadata = join(folder, 'metadata.json');
    const options = ['--network', 'host', '--push', '--tag', `${repository}:${version}`];
    const context = join(folder, 'services/api');
    const command = ['docker', 'buildx', 'build', ...options, '--metadata-file', metadata, context];
    await sandbox.run(command);
    const built = JSON.parse(await readFile(metadata, 'utf8')) as Record<string, string>;
    return built['containerimage.digest'] ?? '';
  }

  async function ship(version: string): Promise<void> {
    const repository = `${sandbox.world.registry}/${namespace.name}/api`;
    const digest = await build(repository, version);
    const install = ['helm', 'upgrade', '--install', 'story', CHART, '--namespace', namespace.name];
    const image = `api.image.repository=${repository},api.image.digest=${digest}`;
    const files = [...values('staging', 'sandbox'), '--values', '-', '--set', image];
    await sandbox.run([...install, ...files, '--wait', '--timeout', '4m'], SECRETS);
  }

  async function address(): Promise<string> {
    const { spec } = await namespace.get<{ spec: { ports: { nodePort: number }[] } }>(
      'service',
      'story-api',
    );
    return `http://${sandbox.environment.nodeIp}:${spec.ports[0]?.nodePort}`;
  }

  /** Runs the example's own E2E test, which says what failed. */
  async function prove(version: string): Promise<void> {
    const url = `DEPLOY_URL=${await address()}`;
    const variables = [url, `EXPECT_VERSION=${version}`, 'READY_SECONDS=100'];
    const script = join(folder, 'e2e/stories.test.js');
    await sandbox.run(['env', ...variables, process.execPath, '--test', script]);
  }

  test('installs, is proven by its own E2E test, and changes versions without a failed request', async () => {
    await ship('1.0.0');
    await prove('1.0.0');
    const url = await address();
    // Who asks for the version waits 5 s; only the visitors are patient with a machine that stalls.
    const traffic = startTraffic(url, 600_000);
    const visitors = startLoad(sandbox, new URL('/version', url).href, 20);
    const stop = () => Promise.all([traffic.stop(), visitors.end()]);
    const shipped = ship('2.0.0').then(() => prove('2.0.0'));
    const [{ versions }, { failures, good }] = await shipped.then(stop, async (error: unknown) => {
      await stop();
      throw error;
    });
    expect(failures).toEqual([]);
    expect(good).toBeGreaterThan(0);
    expect([...versions.keys()]).toEqual(['1.0.0', '2.0.0']);
  }, 900_000);

  test('a story outlives every pod of the api', async () => {
    const url = new URL('/stories', await address());
    const story = { title: 'Outlives', body: 'Kept in Postgres.' };
    const written = await fetch(url, { method: 'POST', body: JSON.stringify(story) });
    await namespace.kubectl('delete', 'pod', '--selector', 'app.kubernetes.io/component=api');
    await prove('2.0.0');
    const read = await fetch(new URL(written.headers.get('location') ?? '', url));
    expect(await read.json()).toMatchObject({ ...story, views: 1 });
  }, 300_000);

  test('works again by itself when both databases come back empty', async () => {
    await namespace.kubectl('delete', 'pod', 'story-postgres-0', 'story-redis-0');
    await prove('2.0.0');
  }, 300_000);
});
