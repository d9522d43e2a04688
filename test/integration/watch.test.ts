// Needs the sandbox: the watches of a real API server, straight and through gateways.
import { setTimeout as sleep } from 'node:timers/promises';
import { readRights } from '../../src/cluster/rights.ts';
import { eventually } from '../support/eventually.ts';
import {
  expectSoon,
  type GatewayPlace,
  gatewayPlaces,
  idlePods,
  names,
} from '../support/gateway-place.ts';
import { placesOf } from '../support/watched-places.ts';

const places = gatewayPlaces();

test('brings what is there, what comes and what goes; events from now on', async () => {
  const place = await places.make();
  await place.namespace.apply(idlePods('a'));
  const { world, watcher, said } = await place.watch();
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

describe('a connection that breaks', () => {
  test('is taken up again, and nothing is missed', async () => {
    const place = await places.make();
    const { world, watcher } = await place.watch();
    const { proxy, namespace } = place;
    proxy.gateway.down = true;
    proxy.cut();
    await namespace.apply(idlePods('a', 'b'));
    await namespace.kubectl('delete', 'pod', 'pod-b', '--wait=false');
    proxy.gateway.down = false;
    await expectSoon(() => names(world, 'Pod'), ['pod-a']);
    await expectSoon(() => watcher.mode('Pod'), 'watch');
  }, 240_000);

  test('because kubectl was killed has another one, and nothing is missed', async () => {
    const place = await places.make();
    const { world, watcher, cluster } = await place.watch();
    for (const turn of ['a', 'b']) {
      process.kill(place.pids.at(-1) ?? 0, 'SIGKILL');
      await place.namespace.apply(idlePods(turn));
      await expectSoon(() => names(world, 'Pod').includes(`pod-${turn}`), true);
    }
    expect(place.pids).toHaveLength(3);
    expect((await cluster.call({ path: '/version' })).status).toBe(200);
    watcher.close();
    await cluster.close();
    const alive = place.pids.filter((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
    expect(alive).toEqual([]);
  }, 240_000);

  test('for 15 s is waited for, and said; a fresh read waits, too', async () => {
    const place = await places.make();
    const { world, watcher, said } = await place.watch();
    place.proxy.gateway.down = true;
    place.proxy.cut();
    const fresh = watcher.refresh();
    await Promise.all([
      sleep(15_000),
      place.namespace.apply(idlePods('a')),
      expectSoon(() => said.length, 1),
    ]);
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
    const place = await places.make({ expires: true });
    const toys = await serveToys(place);
    const { world, watcher } = await place.watch([toys.place]);
    const asked = (parameter: string): boolean[] =>
      place.proxy.requests.flatMap(({ path }) => (path.includes(parameter) ? [true] : []));
    const before = asked('toys?watch=1&allowWatchBookmarks=true&sendInitialEvents').length;
    place.proxy.cut();
    await expectSoon(
      () => [
        asked('toys?watch=1&allowWatchBookmarks=true&resourceVersion=').length > 0,
        asked('toys?watch=1&allowWatchBookmarks=true&sendInitialEvents').length > before,
      ],
      [true, true],
    );
    await place.namespace.apply(toys.object('b'));
    await place.namespace.kubectl('delete', toys.resource, 'a', '--wait=false');
    await expectSoon(() => names(world, 'Toy'), ['b']);
    expect(watcher.mode('Toy')).toBe('watch');
  }, 240_000);
});

const soonDone = (act: () => Promise<unknown>): Promise<true> =>
  eventually(() =>
    act().then(
      () => true as const,
      () => undefined,
    ),
  );

/**
 * A kind that is served from now on, with an object `a`. The API server knows nothing of it from
 * before: of pods a young cluster has forgotten nothing, and goes on from any version.
 */
async function serveToys({ namespace: { name, apply, kubectl } }: GatewayPlace) {
  const group = `${name}.example`;
  const resource = `toys.${group}`;
  const object = (toy: string): string =>
    `{ apiVersion: ${group}/v1, kind: Toy, metadata: { name: ${toy} } }`;
  places.closeLater(() => kubectl('delete', 'crd', resource, '--wait=false'));
  await apply(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ${resource} }
spec:
  group: ${group}
  scope: Namespaced
  names: { kind: Toy, plural: toys }
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: toys }
rules: [{ apiGroups: [${group}], resources: [toys], verbs: [list, watch] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: toys }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: toys }
subjects: [{ kind: ServiceAccount, name: deployer }]
`);
  await kubectl('wait', '--for=condition=Established', `crd/${resource}`, '--timeout=120s');
  // A moment later it is among the kinds that kubectl finds, and the role known to the authorizer.
  await soonDone(() => apply(object('a')));
  const asDeployer = ['--as', `system:serviceaccount:${name}:deployer`];
  await soonDone(() => kubectl('auth', 'can-i', ...asDeployer, 'watch', resource));
  return {
    resource,
    object,
    place: { kind: 'Toy', path: `/apis/${group}/v1/namespaces/${name}/toys` },
  };
}

describe('gateways', () => {
  test('that hold streams back are polled', async () => {
    const place = await places.make({ buffers: true });
    await place.namespace.apply(idlePods('a'));
    const { world, watcher, said } = await place.watch();
    expect(names(world, 'Pod')).toEqual(['pod-a']);
    await place.namespace.apply(idlePods('b'));
    await place.namespace.kubectl('delete', 'pod', 'pod-a', '--wait=false');
    await expectSoon(() => names(world, 'Pod'), ['pod-b']);
    expect([watcher.mode('Pod'), watcher.mode('Event')]).toEqual(['poll', 'poll']);
    expect(said).toEqual([expect.stringMatching(/^Pod, .*Event: read every 3 s .* buffers$/)]);
    await expectSoon(() => place.proxy.streams(), 0);
  }, 240_000);

  test('that allow few streams: the pods keep one, and helm finds another', async () => {
    const place = await places.make({ maxStreams: 2 });
    const { world, watcher } = await place.watch();
    const modes = () => placesOf('x').map(({ kind }) => watcher.mode(kind));
    await expectSoon(modes, ['watch', 'poll', 'poll', 'poll', 'poll']);
    await expectSoon(() => place.proxy.streams(), 1);
    await place.namespace.kubectl('create', 'job', 'j', '--image=busybox:1.36', '--', 'true');
    await expectSoon(
      () => ['Job', 'Pod', 'Event'].map((kind) => world.all(kind).length > 0),
      [true, true, true],
    );
  }, 240_000);
});

describe('the minimal Role', () => {
  test('reads by list what it may not watch, and names what it may not read', async () => {
    const place = await places.make({}, { role: 'minimal' });
    const { world, watcher, said, cluster } = await place.watch();
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
      'list-endpoints: list endpointslices.discovery.k8s.io',
      'list-claims: list persistentvolumeclaims',
      'delete-pods: delete pods',
      'dry-run-pods: create pods',
      'read-quota: list resourcequotas',
    ]);
  }, 240_000);

  test('is not the full one, which lacks nothing', async () => {
    const place = await places.make();
    const { missing } = await readRights(await place.connect(), place.namespace.name);
    expect(missing).toEqual([]);
  }, 240_000);
});
