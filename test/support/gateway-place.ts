import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { caFile } from '../../sandbox/cluster/pki.ts';
import type { WatchPlace } from '../../src/cluster/collection.ts';
import { type Cluster, connect } from '../../src/cluster/connect.ts';
import { type Watcher, watchPlaces } from '../../src/cluster/watch.ts';
import { createWorld, type World } from '../../src/domain/world.ts';
import { createSend } from '../../src/http/request.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { type StartProcess, startProcess } from '../../src/tools/process.ts';
import { type ApiProxy, type Gateway, startApiProxy } from './api-proxy.ts';
import { untilGranted } from './granted.ts';
import { makeNamespace, type NamespaceOptions, type TestNamespace } from './namespace.ts';
import { type TestSandbox, testSandbox } from './sandbox.ts';
import { placesOf } from './watched-places.ts';

/** A namespace, and a deployer of it who reaches the API server through a gateway. */
export interface GatewayPlace {
  readonly namespace: TestNamespace;
  readonly kubeconfig: string;
  readonly proxy: ApiProxy;
  readonly folder: string;
  /** kubectl on its PATH. */
  readonly env: NodeJS.ProcessEnv;
  readonly connect: () => Promise<Cluster>;
  /** The processes of `kubectl proxy` that were started, oldest first. */
  readonly pids: readonly number[];
  /** Settles when the state of now is in the world. Default: what a deploy watches. */
  readonly watch: (places?: readonly WatchPlace[]) => Promise<Watching>;
}

export interface Watching {
  readonly world: World;
  readonly watcher: Watcher;
  /** What was said about degradation. */
  readonly said: readonly string[];
  readonly cluster: Cluster;
}

/** To be called at the top of a test file; what it opens is closed after all tests. */
export function gatewayPlaces(): {
  readonly make: (gateway?: Gateway, options?: NamespaceOptions) => Promise<GatewayPlace>;
  readonly closeLater: (close: () => unknown) => void;
} {
  const state: { sandbox?: TestSandbox } = {};
  const home = mkdtempSync(join(tmpdir(), 'gateway-'));
  const toClose: (() => unknown)[] = [() => rmSync(home, { recursive: true })];
  const closeLater = (close: () => unknown): void => void toClose.push(close);
  beforeAll(async () => {
    state.sandbox = await testSandbox();
  }, 900_000);
  afterAll(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  }, 120_000);
  const make = async (gateway: Gateway = {}, options: NamespaceOptions = {}) => {
    if (!state.sandbox) throw new Error('the sandbox is not up yet');
    return makePlace(state.sandbox, home, closeLater, gateway, options);
  };
  return { make, closeLater };
}

async function makePlace(
  sandbox: TestSandbox,
  home: string,
  closeLater: (close: () => unknown) => void,
  gateway: Gateway,
  options: NamespaceOptions,
): Promise<GatewayPlace> {
  const namespace = await makeNamespace(sandbox, 'gateway', options);
  const folder = join(home, namespace.name);
  mkdirSync(folder);
  const proxy = await startApiProxy({
    upstream: sandbox.world.apiServer,
    upstreamCa: caFile(sandbox.world),
    folder,
    gateway,
  });
  closeLater(() => Promise.all([namespace.drop(), proxy.close()]));
  await namespace.apply(ACCOUNT);
  const user = `system:serviceaccount:${namespace.name}:deployer`;
  await untilGranted(sandbox, { user, namespace: namespace.name }, ['get', 'secrets']);
  const token = await namespace.kubectl('create', 'token', 'deployer', '--duration=1h');
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(proxy, token.trim()), { mode: 0o600 });
  const env = { ...process.env, ...sandbox.environment.env };
  const pids: number[] = [];
  const start: StartProcess = async (...args) => {
    const child = await startProcess(...args);
    pids.push(child.pid);
    return child;
  };
  const open = async (): Promise<Cluster> => {
    const cluster = await connect(
      { kubeconfig, folder, env },
      { send: createSend({}), startProcess: start },
    );
    closeLater(cluster.close);
    return cluster;
  };
  const watch = async (watched = placesOf(namespace.name)): Promise<Watching> => {
    const cluster = await open();
    const watching = startWatching(cluster, watched);
    closeLater(watching.watcher.close);
    await watching.watcher.synced;
    return watching;
  };
  return { namespace, kubeconfig, proxy, folder, env, connect: open, pids, watch };
}

function startWatching(cluster: Cluster, watched: readonly WatchPlace[]): Watching {
  const [world, said] = [createWorld(), [] as string[]];
  const watcher = watchPlaces(watched, world.apply, {
    ...systemClock,
    cluster,
    info: (line) => void said.push(line),
    warn: (line) => void said.push(line),
  });
  return { world, watcher, said, cluster };
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

/** Waits for what the world should say; fails with what it said instead. */
export async function expectSoon<T>(read: () => T, wanted: T, ms = 60_000): Promise<void> {
  const same = (): boolean => JSON.stringify(read()) === JSON.stringify(wanted);
  for (const end = Date.now() + ms; !same() && Date.now() < end; ) await sleep(50);
  expect(read()).toEqual(wanted);
}

/** The names of all objects of a kind, sorted. */
export const names = (world: World, kind: string): string[] =>
  world
    .all(kind)
    .map(({ metadata }) => metadata.name)
    .sort();

/** Objects that nothing acts on: no scheduler takes them. */
export const idlePods = (...ids: readonly (string | number)[]): string =>
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
