import type { Plan } from '../../../src/domain/assessment.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { takeBaseline } from '../../../src/domain/rollout.ts';
import { settleProblems } from '../../../src/domain/settle-problems.ts';
import type { ContainerState } from '../../../src/domain/signals/pod.ts';
import { createWorld } from '../../../src/domain/world.ts';
import {
  deployment,
  event,
  exited,
  NAMESPACE,
  type PodOptions,
  pod,
  replicaSet,
  running,
  statefulSet,
  waiting,
  webPod,
} from './cluster-objects.ts';

interface Setting {
  /** Before helm started. */
  readonly before?: readonly KubeObject[];
  readonly manifest?: readonly KubeObject[];
  readonly over?: boolean;
}

const web = deployment('web', { replicas: 2 });
const set = replicaSet('web', 2);
const a = webPod('web-a', { ready: 2 });
const b = webPod('web-b', { ready: 2 });

/** All was done with `then`, and `now` it looks like this. */
function settled(
  then: readonly KubeObject[],
  now: readonly KubeObject[],
  { before = [], manifest = [web], over = false }: Setting = {},
) {
  const world = createWorld();
  const apply = (objects: readonly KubeObject[]) => {
    for (const object of objects) world.apply({ gone: false, object });
  };
  apply(before);
  const plan: Plan = { namespace: NAMESPACE, manifest, hooks: [], baseline: takeBaseline(world) };
  apply([web, set, ...then]);
  const atVerify = takeBaseline(world);
  apply(now);
  return settleProblems(world, plan, atVerify)
    .filter(({ mayPass }) => over || !mayPass)
    .map(({ diagnosis }) => diagnosis);
}

describe('after helm said done', () => {
  test('nothing new is no problem', () => {
    expect(settled([a, b], [a, b], { over: true })).toEqual([]);
  });

  test('a new pod that restarts is told with how it ended', () => {
    const crashed = webPod('web-a', { ready: 9, restarts: 1, lastState: exited(1, 2, 8) });
    expect(settled([a, b], [crashed])).toMatchObject([
      {
        code: 'crash-loop',
        workload: 'Deployment/web',
        object: 'Pod/web-a',
        container: 'web',
        message: 'Error: exit code 1',
        hint: expect.stringContaining('logs web-a -c web --previous'),
      },
    ]);
  });

  test.each<[string, PodOptions]>([
    ['out-of-memory', { lastState: exited(137, 2, 8, 'OOMKilled') }],
    ['exited', { lastState: exited(0, 2, 8) }],
    ['crash-loop', { restarts: 0, state: exited(1, 2, 8) }],
    ['crash-loop', { state: waiting('CrashLoopBackOff'), lastState: exited(1, 2, 8) }],
  ])('%s', (code, options) => {
    expect(settled([a, b], [webPod('web-a', { restarts: 1, ...options })])[0]?.code).toBe(code);
  });

  test('a restart by a probe is told as that', () => {
    const restarted = webPod('web-a', { ready: 9, restarts: 1, lastState: exited(137, 2, 9) });
    const message = 'Container web failed liveness probe, will be restarted';
    const killing = event(restarted, 'Killing', message, { container: 'web' });
    expect(settled([a, b], [restarted, killing])).toMatchObject([
      { code: 'liveness-killed', message },
    ]);
  });

  test('a kill by a probe is told before the container is down', () => {
    const message = 'Container web failed liveness probe, will be restarted';
    const killing = event(a, 'Killing', message, { container: 'web' });
    expect(settled([a, b], [killing])).toMatchObject([{ code: 'liveness-killed', message }]);
    expect(settled([a, b, killing], [a], { over: true })).toEqual([]);
  });

  describe('a kill by a probe just before it settles', () => {
    const message = 'Container web failed liveness probe, will be restarted';
    const killedAt = (seconds: number) =>
      event(a, 'Killing', message, { container: 'web', seconds });
    const restarted = (lastState: ContainerState) =>
      webPod('web-a', { ready: 14, restarts: 1, lastState });

    test('is the cause of a restart that comes after', () => {
      const now = [restarted(exited(137, 2, 11))];
      expect(settled([a, b, killedAt(9)], now)).toMatchObject([
        { code: 'liveness-killed', message, hint: expect.stringContaining('livenessProbe') },
      ]);
      expect(settled([a, b, killedAt(2)], now)).toMatchObject([{ code: 'liveness-killed' }]);
    });

    test('is told with fractions of a second, the end without', () => {
      const now = [restarted(exited(0, 2, 11))];
      expect(settled([a, b, killedAt(11.9)], now)).toMatchObject([{ code: 'liveness-killed' }]);
    });

    test('of an earlier run is no cause', () => {
      const now = [restarted(exited(1, 5, 11))];
      expect(settled([a, b, killedAt(4)], now)).toMatchObject([{ code: 'crash-loop' }]);
    });
  });

  test('what the release did not bring may restart', () => {
    const restarted = webPod('web-a', { ready: 9, restarts: 1, lastState: exited(1, 2, 8) });
    expect(settled([a, b], [restarted], { before: [a, b] })).toEqual([]);
    expect(settled([a, b], [restarted], { before: [web, set] })).toEqual([]);
  });

  test('restarts before it was done are forgiven', () => {
    const healed = webPod('web-a', { ready: 5, restarts: 3, lastState: exited(1, 2, 3) });
    expect(settled([healed, b], [healed], { over: true })).toEqual([]);
  });

  test('an exit of a run that began before its database was up is forgiven', () => {
    const db = statefulSet('db');
    const database = pod('db-0', ['StatefulSet', 'db'], {
      ready: 46,
      labels: { 'controller-revision-hash': 'db-2' },
    });
    const last = webPod('web-a', { restarts: 4, ready: 50, lastState: exited(1, 44, 47) });
    const then = webPod('web-a', { restarts: 3, ready: 44, state: running(44) });
    const manifest = [web, db];
    expect(settled([then, b, db, database], [last], { manifest })).toEqual([]);
  });

  test('readiness that one of two loses may come back, that all lose is told', () => {
    const lost = (name: string) => webPod(name, { state: running(2) });
    const probe = 'Readiness probe failed: HTTP probe failed with statuscode: 500';
    const said = event(a, 'Unhealthy', probe, { container: 'web' });
    expect(settled([a, b], [lost('web-a'), said])).toEqual([]);
    expect(settled([a, b], [lost('web-a'), said], { over: true })).toMatchObject([
      { code: 'not-ready', object: 'Pod/web-a', container: 'web', message: probe },
    ]);
    expect(settled([a, b], [lost('web-a'), lost('web-b')])).toHaveLength(2);
  });

  test('readiness that went with the node is not the release’s', () => {
    const lost = webPod('web-a', { state: running(2) });
    const said = event(lost, 'NodeNotReady', 'Node is not ready');
    expect(settled([a, b], [lost, said], { over: true })).toEqual([]);
  });

  test('an old pod that ends, and a new one that comes later, are no problem', () => {
    const leaving = webPod('web-a', { deleting: true, state: exited(137, 2, 8) });
    const coming = webPod('web-c', { state: waiting('ContainerCreating') });
    expect(settled([a, b], [leaving, coming], { over: true })).toEqual([]);
  });
});

describe('Services without endpoints', () => {
  const service = (name: string, selector: object | null): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: NAMESPACE },
    spec: { selector },
  });
  const slice = (name: string, readiness: readonly boolean[]): KubeObject => {
    const endpoints = readiness.map((ready) => ({
      addresses: ['10.0.0.1'],
      conditions: { ready },
    }));
    const object = {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: `${name}-x`,
        namespace: NAMESPACE,
        uid: `uid-${name}`,
        labels: { 'kubernetes.io/service-name': name },
      },
      endpoints,
    };
    return object as unknown as KubeObject;
  };
  const codes = (
    object: KubeObject,
    now: readonly KubeObject[],
    { before = [], manifest = [web, object] }: Setting = {},
  ) =>
    settled([a, b], now, { before, manifest, over: true }).map(({ code, workload }) => [
      code,
      workload,
    ]);
  const lost = [['no-endpoints', 'Service/web']];

  test('are told where there were some before', () => {
    const other = service('web', { app: 'somebody' });
    expect(codes(other, [slice('web', [])], { before: [slice('web', [true])] })).toEqual(lost);
    expect(codes(other, [slice('web', [false])], { before: [slice('web', [true])] })).toEqual(lost);
  });

  test('are told where pods of this release should be behind them', () => {
    expect(codes(service('web', { app: 'web' }), [slice('web', [])])).toEqual(lost);
    expect(codes(service('web', { app: 'web' }), [slice('web', [true])])).toEqual([]);
  });

  test('are legitimate for a preview that never had any', () => {
    const preview = service('preview', { app: 'preview' });
    expect(codes(preview, [slice('preview', []), slice('web', [true])])).toEqual([]);
  });

  test('are legitimate for what is scaled to zero', () => {
    const zero = deployment('web', { generation: 3, replicas: 0 });
    const front = service('web', { app: 'web' });
    const setting = { before: [slice('web', [true])], manifest: [zero, front] };
    expect(codes(front, [zero, slice('web', [])], setting)).toEqual([]);
  });

  test('are legitimate without a selector', () => {
    expect(codes(service('web', null), [slice('web', [])])).toEqual([]);
  });

  test('are not told while they may still come', () => {
    const front = service('web', { app: 'web' });
    expect(settled([a, b], [slice('web', [])], { manifest: [web, front] })).toEqual([]);
  });
});
