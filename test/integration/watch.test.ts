// Needs the sandbox: the watches of a real API server, straight and through gateways.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { run } from '../../sandbox/world/run.ts';
import { type Cluster, connect } from '../../src/cluster/connect.ts';
import { followLog, readLog } from '../../src/cluster/logs.ts';
import { readRights } from '../../src/cluster/rights.ts';
import { type Watcher, watchPlaces } from '../../src/cluster/watch.ts';
import { createWorld, type World } from '../../src/domain/world.ts';
import { createSend } from '../../src/http/request.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { startProcess } from '../../src/tools/process.ts';
import { type ApiProxy, type Gateway, startApiProxy } from '../support/api-proxy.ts';
import { makeNamespace, type NamespaceOptions, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { placesOf } from '../support/watched-places.ts';

let sandbox: TestSandbox;
let home: string;
const toClose: (() => unknown)[] = [];

beforeAll(async () => {
  sandbox = await testSandbox();
  home = mkdtempSync(join(tmpdir(), 'watch-'));
}, 900_000);
afterAll(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
  rmSync(home, { recursive: true, force: true });
});

interface Place {
  readonly namespace: TestNamespace;
  readonly kubeconfig: string;
  readonly proxy: ApiProxy;
  readonly folder: string;
}

/** A namespace, and a deployer of it who reaches the API server through a gateway. */
async function makePlace(gateway: Gateway = {}, options: NamespaceOptions = {}): Promise<Place> {
  const namespace = await makeNamespace(sandbox, 'watch', options);
  const folder = join(home, namespace.name);
  mkdirSync(folder);
  const proxy = await startApiProxy({
    upstream: sandbox.world.apiServer,
    upstreamCa: caFile(sandbox.world),
    folder,
    gateway,
  });
  toClose.push(() => Promise.all([namespace.drop(), proxy.close()]));
  await namespace.apply(ACCOUNT);
  const token = await namespace.kubectl('create', 'token', 'deployer', '--duration=1h');
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(proxy, token.trim()), { mode: 0o600 });
  return { namespace, kubeconfig, proxy, folder };
}

const ACCOUNT = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: deployer }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer-account }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: ServiceAccount, name: deployer }]
`;

const kubeconfigText = ({ url, caFile: ca }: ApiProxy, token: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: url, 'certificate-authority': ca } }],
    users: [{ name: 'u', user: { token } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  });

async function connectTo({ kubeconfig, folder }: Place): Promise<Cluster> {
  const cluster = await connect(
    { kubeconfig, folder, env: sandbox.environment.env },
    { send: createSend({}), startProcess },
  );
  toClose.push(cluster.close);
  return cluster;
}

interface Watching {
  readonly world: World;
  readonly watcher: Watcher;
  readonly said: readonly string[];
  readonly cluster: Cluster;
}

async function watch(place: Place): Promise<Watching> {
  const cluster = await connectTo(place);
  const [world, said] = [createWorld(), [] as string[]];
  const watcher = watchPlaces(placesOf(place.namespace.name), world.apply, {
    ...systemClock,
    cluster,
    info: (line) => void said.push(line),
    warn: (line) => void said.push(line),
  });
  toClose.push(watcher.close);
  await watcher.synced;
  return { world, watcher, said, cluster };
}

/** Waits for what the world should say; fails with what it said instead. */
async function expectSoon<T>(read: () => T, wanted: T, ms = 60_000): Promise<void> {
  const same = (): boolean => JSON.stringify(read()) === JSON.stringify(wanted);
  for (const end = Date.now() + ms; !same() && Date.now() < end; ) await sleep(50);
  expect(read()).toEqual(wanted);
}

const names = (world: World, kind: string): string[] =>
  world
    .all(kind)
    .map(({ metadata }) => metadata.name)
    .sort();

/** Objects that nothing acts on: no scheduler takes them. */
const idlePods = (...ids: readonly (string | number)[]): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'List', items: ids.map((id) => idlePod(`pod-${id}`)) });

const idlePod = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: 'idle' } },
  spec: {
    schedulerName: 'nobody',
    terminationGracePeriodSeconds: 0,
    containers: ['web', 'sidecar'].map((container) => ({
      name: container,
      image: 'docker.io/library/busybox:1.36',
      env: Array.from({ length: 20 }, (_, at) => ({
        name: `SETTING_${at}`,
        value: 'x'.repeat(50),
      })),
    })),
  },
});

test('brings what is there, what comes and what goes; events from now on', async () => {
  const place = await makePlace();
  await place.namespace.apply(idlePods('a'));
  const { world, watcher, said } = await watch(place);
  expect(names(world, 'Pod')).toEqual(['pod-a']);
  await place.namespace.apply(idlePods('b'));
  await expectSoon(() => names(world, 'Pod'), ['pod-a', 'pod-b']);
  await place.namespace.kubectl('delete', 'pod', 'pod-a', '--wait=false');
  await expectSoon(() => names(world, 'Pod'), ['pod-b']);
  expect(world.gone('Pod').map(({ metadata }) => metadata.name)).toEqual(['pod-a']);
  expect(JSON.stringify(world.all('Pod'))).not.toMatch(/managedFields|last-applied/);
  await place.namespace.kubectl('create', 'job', 'j', '--image=busybox:1.36', '--', 'true');
  await expectSoon(() => world.all('Event').some(({ kind }) => kind === 'Event'), true);
  await watcher.refresh();
  expect(names(world, 'Pod')[0]).toMatch(/^j-/);
  expect([watcher.mode('Pod'), watcher.mode('Event'), said]).toEqual(['watch', 'watch', []]);
}, 240_000);

test('asks as often for 5 pods as for 100', async () => {
  const place = await makePlace();
  await place.namespace.apply(idlePods(...Array.from({ length: 5 }, (_, id) => id)));
  const counted = async (): Promise<number> => {
    const before = place.proxy.requests.length;
    const { watcher, cluster } = await watch(place);
    await sleep(5000);
    await watcher.refresh();
    watcher.close();
    await cluster.close();
    const asked = place.proxy.requests.slice(before);
    expect(new Set(asked.map(({ userAgent }) => userAgent))).toEqual(new Set(['deploy-actions']));
    return asked.length;
  };
  const few = await counted();
  await place.namespace.apply(idlePods(...Array.from({ length: 100 }, (_, id) => id)));
  expect(await counted()).toBe(few);
}, 240_000);

describe('a connection that breaks', () => {
  test('is taken up again, and nothing is missed', async () => {
    const place = await makePlace();
    const { world, watcher } = await watch(place);
    const { proxy, namespace } = place;
    proxy.gateway.down = true;
    proxy.cut();
    await namespace.apply(idlePods('a', 'b'));
    await namespace.kubectl('delete', 'pod', 'pod-b', '--wait=false');
    proxy.gateway.down = false;
    await expectSoon(() => names(world, 'Pod'), ['pod-a']);
    await expectSoon(() => watcher.mode('Pod'), 'watch');
  }, 240_000);

  test('for 15 s is waited for, and said; a fresh read waits, too', async () => {
    const place = await makePlace();
    const { world, watcher, said } = await watch(place);
    place.proxy.gateway.down = true;
    place.proxy.cut();
    const fresh = watcher.refresh();
    await Promise.all([sleep(15_000), place.namespace.apply(idlePods('a'))]);
    expect(names(world, 'Pod')).toEqual([]);
    place.proxy.gateway.down = false;
    await fresh;
    expect(names(world, 'Pod')).toEqual(['pod-a']);
    await expectSoon(
      () => placesOf('x').map(({ kind }) => watcher.mode(kind)),
      Array(5).fill('watch'),
    );
    await expectSoon(() => said.length, 2);
    expect(said).toEqual([
      expect.stringContaining('does not answer'),
      'The API server answers again',
    ]);
  }, 240_000);

  test('for so long that its version is forgotten is read anew (410)', async () => {
    const place = await makePlace({ expires: true });
    await place.namespace.apply(idlePods('a'));
    const { world, watcher } = await watch(place);
    const asked = (parameter: string): boolean[] =>
      place.proxy.requests.flatMap(({ path }) => (path.includes(parameter) ? [true] : []));
    const before = asked('pods?watch=1&allowWatchBookmarks=true&sendInitialEvents').length;
    place.proxy.cut();
    await expectSoon(
      () => [
        asked('pods?watch=1&allowWatchBookmarks=true&resourceVersion=').length > 0,
        asked('pods?watch=1&allowWatchBookmarks=true&sendInitialEvents').length > before,
      ],
      [true, true],
    );
    await place.namespace.apply(idlePods('b'));
    await place.namespace.kubectl('delete', 'pod', 'pod-a', '--wait=false');
    await expectSoon(() => names(world, 'Pod'), ['pod-b']);
    expect(watcher.mode('Pod')).toBe('watch');
  }, 240_000);
});

describe('gateways', () => {
  test('that hold streams back are polled', async () => {
    const place = await makePlace({ buffers: true });
    await place.namespace.apply(idlePods('a'));
    const { world, watcher, said } = await watch(place);
    expect(names(world, 'Pod')).toEqual(['pod-a']);
    await place.namespace.apply(idlePods('b'));
    await place.namespace.kubectl('delete', 'pod', 'pod-a', '--wait=false');
    await expectSoon(() => names(world, 'Pod'), ['pod-b']);
    expect([watcher.mode('Pod'), watcher.mode('Event')]).toEqual(['poll', 'poll']);
    expect(said).toEqual([expect.stringMatching(/^Pod, .*Event: read every 3 s .* buffers$/)]);
    expect(place.proxy.streams()).toBe(0);
  }, 240_000);

  test('that allow few streams: the rest is polled', async () => {
    const place = await makePlace({ maxStreams: 2 });
    const { world, watcher } = await watch(place);
    const modes = () => placesOf('x').map(({ kind }) => watcher.mode(kind));
    await expectSoon(() => modes().sort(), ['poll', 'poll', 'poll', 'watch', 'watch']);
    await place.namespace.kubectl('create', 'job', 'j', '--image=busybox:1.36', '--', 'true');
    await expectSoon(
      () => ['Job', 'Pod', 'Event'].map((kind) => world.all(kind).length > 0),
      [true, true, true],
    );
  }, 240_000);
});

describe('the minimal Role', () => {
  test('reads by list what it may not watch, and names what it may not read', async () => {
    const place = await makePlace({}, { role: 'minimal' });
    const { world, watcher, said, cluster } = await watch(place);
    expect(placesOf('x').map(({ kind }) => watcher.mode(kind))).toEqual(
      ['poll', 'poll', 'poll', 'watch', 'none'], // Jobs are watched by helm, too.
    );
    expect(watcher.lost()).toEqual(['Event']);
    expect(said).toHaveLength(2);
    await place.namespace.apply(idlePods('a'));
    await expectSoon(() => names(world, 'Pod'), ['pod-a']);
    const { missing } = await readRights(cluster, place.namespace.name);
    expect(missing.map(({ right, grant }) => `${right}: ${grant}`)).toEqual([
      'watch: watch pods, deployments.apps, replicasets.apps',
      'list-events: list events',
      'pod-logs: get pods/log',
      'delete-pods: delete pods',
      'dry-run-pods: create pods',
      'read-quota: list resourcequotas',
      'list-endpoints: list endpointslices.discovery.k8s.io',
    ]);
  }, 240_000);

  test('is not the full one, which lacks nothing', async () => {
    const place = await makePlace();
    const { missing } = await readRights(await connectTo(place), place.namespace.name);
    expect(missing).toEqual([]);
  }, 240_000);
});

test('a log is followed from before its container starts, over broken connections, to its end', async () => {
  const place = await makePlace();
  const [cluster, lines]: [Cluster, string[]] = [await connectTo(place), []];
  const at = { namespace: place.namespace.name, pod: 'talks', container: 'talks' };
  await place.namespace.kubectl(
    ...['run', 'talks', '--image=busybox:1.36', '--restart=Never', '--command', '--'],
    ...['sh', '-c', 'for i in 1 2 3 4 5 6; do echo "{\\"line\\": $i}"; sleep 1; done'],
  );
  const ends = new AbortController();
  toClose.push(() => ends.abort());
  const ended = followLog(cluster, at, (line) => lines.push(line), ends.signal);
  await expectSoon(() => lines.length >= 2, true, 180_000);
  place.proxy.cut();
  await ended;
  const all = [1, 2, 3, 4, 5, 6].map((line) => `{"line": ${line}}`);
  expect(lines).toEqual(all);
  const read = { ...at, limitBytes: 10_000 };
  expect(await readLog(cluster, { ...read, tailLines: 2 })).toEqual(all.slice(-2));
  // One line that is JSON stays a line.
  expect(await readLog(cluster, { ...read, tailLines: 1 })).toEqual(all.slice(-1));
  expect(await readLog(cluster, { ...read, tailLines: 1, previous: true })).toBeUndefined();
}, 240_000);

describe('a process that watches', () => {
  /** Runs it to its end, which nobody asks it for. */
  const watching = async ({ kubeconfig, namespace, folder }: Place) =>
    JSON.parse(
      await run(
        [
          ...[process.execPath, join(import.meta.dirname, '../support/watch-main.ts')],
          ...['--kubeconfig', kubeconfig, '--namespace', namespace.name, '--folder', folder],
        ],
        { env: { ...process.env, ...sandbox.environment.env } },
      ),
    ) as { pods: number; mode: string; said: string[]; peakMemory: number };

  test('with 500 pods needs at most 150 MB, and ends when it is closed', async () => {
    const place = await makePlace();
    await place.namespace.apply(idlePods(...Array.from({ length: 500 }, (_, id) => id)));
    const seen = await watching(place);
    expect(seen).toMatchObject({ pods: 500, mode: 'watch', said: [] });
    expect(seen.peakMemory).toBeLessThan(150e6);
    expect(place.proxy.streams()).toBe(0);
  }, 240_000);

  test('ends when it is closed while it polls, too', async () => {
    const place = await makePlace({ buffers: true });
    expect(await watching(place)).toMatchObject({ pods: 0, mode: 'poll' });
    expect(place.proxy.streams()).toBe(0);
  }, 240_000);
});
