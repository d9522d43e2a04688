import type { KubeObject } from '../../../src/domain/manifest.ts';
import { assess, takeBaseline } from '../../../src/domain/rollout.ts';
import { createWorld } from '../../../src/domain/world.ts';
import {
  condition,
  daemonSet,
  deployment,
  event,
  exited,
  job,
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
  readonly before?: readonly KubeObject[];
  readonly manifest?: readonly KubeObject[];
  readonly applied?: boolean;
}

/** One look at a cluster that holds these objects. */
function look(objects: readonly KubeObject[], { before = [], ...setting }: Setting = {}) {
  const world = createWorld();
  for (const object of before) world.apply({ gone: false, object });
  const baseline = takeBaseline(world);
  for (const object of objects) world.apply({ gone: false, object });
  const manifest = setting.manifest ?? [objects[0] as KubeObject];
  const { applied = false } = setting;
  return assess(world, { namespace: NAMESPACE, manifest, hooks: [], baseline, applied });
}

const status = (available: number) => ({ availableReplicas: available });
const sets = [replicaSet('web', 1), replicaSet('web', 2)];
const old = pod('web-old', ['ReplicaSet', 'web-rs1'], { ready: 0 });
const ready = webPod('web-a', { ready: 3 });

describe('where a workload stands', () => {
  test.each<[string, KubeObject[], object]>([
    [
      'new pods ready, old ones gone: done',
      [deployment('web', { status: status(1) }), ...sets, ready],
      { phase: 'done', desired: 1, updated: 1, ready: 1, old: 0, note: '' },
    ],
    [
      'new pods ready, an old one still there: rolling',
      [deployment('web', { status: status(2) }), ...sets, ready, old],
      { phase: 'rolling', ready: 1, old: 1, note: '1 old pod is still there' },
    ],
    [
      'ready, but not for minReadySeconds: rolling',
      [deployment('web', { status: status(0) }), ...sets, ready],
      { phase: 'rolling', ready: 1, note: 'ready, not yet for minReadySeconds' },
    ],
    [
      'no new pods yet',
      [deployment('web', { replicas: 2 }), ...sets],
      { phase: 'rolling', desired: 2, updated: 0, note: 'new pods are not made yet' },
    ],
    [
      'its controller has not seen the change: its newest pods are still the old ones',
      [deployment('web', { generation: 3, observed: 2, revision: 1 }), ...sets, old],
      { phase: 'rolling', updated: 0, old: 0, note: 'its controller has not seen the change yet' },
    ],
    [
      'scaled to zero',
      [deployment('web', { replicas: 0 }), ...sets],
      { phase: 'scaled-to-zero', desired: 0, note: '' },
    ],
    [
      'a paused Deployment does not roll',
      [deployment('web', { revision: 1, spec: { paused: true } }), ...sets, old],
      { phase: 'not-applicable', note: 'does not roll by itself' },
    ],
    [
      'a StatefulSet on delete does not roll',
      [statefulSet('web', { spec: { updateStrategy: { type: 'OnDelete' } } })],
      { phase: 'not-applicable' },
    ],
    [
      'a StatefulSet with a partition does not roll',
      [statefulSet('web', { spec: { updateStrategy: { rollingUpdate: { partition: 1 } } } })],
      { phase: 'not-applicable' },
    ],
    [
      'a StatefulSet by its revision',
      [
        statefulSet('web', { status: status(1) }),
        pod('web-0', ['StatefulSet', 'web'], {
          ready: 1,
          labels: { 'controller-revision-hash': 'web-2' },
        }),
      ],
      { phase: 'done', ready: 1, old: 0 },
    ],
    [
      'a DaemonSet by its generation, on as many nodes as it has',
      [
        daemonSet('web', { replicas: 2, status: { numberAvailable: 2 } }),
        pod('web-1', ['DaemonSet', 'web'], {
          ready: 1,
          labels: { 'pod-template-generation': '2' },
        }),
        pod('web-2', ['DaemonSet', 'web'], {
          ready: 1,
          labels: { 'pod-template-generation': '1' },
        }),
      ],
      { phase: 'rolling', desired: 2, ready: 1, old: 1 },
    ],
  ])('%s', (_, objects, expected) => {
    expect(look(objects).workloads).toMatchObject([expected]);
  });

  test('without the right to read pods its controller’s numbers count', () => {
    const told = { replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2 };
    const { workloads, done } = look([deployment('web', { replicas: 2, status: told })]);
    expect(workloads).toMatchObject([{ phase: 'done', updated: 2, ready: 2, old: 0 }]);
    expect(done).toBe(true);
  });

  test('without the right to read ReplicaSets, too', () => {
    const told = { replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 };
    expect(look([deployment('web', { status: told }), ready]).done).toBe(true);
  });

  test('an old pod on its way out is not waited for', () => {
    const going = pod('web-old', ['ReplicaSet', 'web-rs1'], { deleting: true });
    const objects = [deployment('web', { status: status(1) }), ...sets, ready, going];
    expect(look(objects).done).toBe(true);
  });

  describe('that somebody paused, though its manifest does not', () => {
    const manifest = [deployment('web', { replicas: 2 })];
    const paused = (told: object) =>
      look([deployment('web', { replicas: 2, spec: { paused: true }, status: told })], {
        manifest,
      });

    test('is not done, and says why', () => {
      const { workloads, done, signals } = paused({
        ...{ replicas: 3, updatedReplicas: 1, readyReplicas: 3, availableReplicas: 3 },
      });
      const note = 'somebody has stopped its rollout';
      expect(workloads).toMatchObject([{ phase: 'rolling', updated: 1, ready: 1, old: 2, note }]);
      expect(done).toBe(false);
      expect(signals).toMatchObject([
        { code: 'changed-by-others', class: 'slow', hint: expect.stringContaining('resume') },
      ]);
    });

    test('is done where its controller has all pods of the newest template', () => {
      const told = { replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2 };
      expect(paused(told)).toMatchObject({ done: true, signals: [] });
    });
  });

  test('a workload nobody has made yet is waited for', () => {
    const { workloads, done } = look([], { manifest: [deployment('web')] });
    expect(workloads).toMatchObject([{ phase: 'waiting' }]);
    expect(done).toBe(false);
  });
});

describe('whether helm has applied a workload', () => {
  const live = deployment('web', { status: status(1) });
  const objects = [live, ...sets, ready];
  const next = deployment('web', { image: 'ghcr.io/acme/web:3' });

  test('not while the live template is another', () => {
    const { workloads } = look(objects, { before: objects, manifest: [next] });
    expect(workloads).toMatchObject([{ phase: 'waiting', note: 'not applied yet' }]);
  });

  test('when it is newer than before', () => {
    const changed = deployment('web', { generation: 3, status: status(1) });
    const { workloads } = look([changed, replicaSet('web', 3)], {
      before: objects,
      manifest: [next],
    });
    expect(workloads).toMatchObject([{ phase: 'rolling' }]);
  });

  test('when nothing was to change', () => {
    expect(look(objects, { before: objects, manifest: [live] }).done).toBe(true);
  });

  test('when helm has said so, whatever a webhook made of it', () => {
    const setting = { before: objects, manifest: [next], applied: true };
    expect(look(objects, setting).done).toBe(true);
  });
});

describe('what a new pod is doing', () => {
  const image = (count: number, reason: string) =>
    event(webPod('web-a'), reason, '', { container: 'web', seconds: count, type: 'Normal' });

  test.each<[string, PodOptions, KubeObject[]]>([
    ['being set up', {}, []],
    ['pulling image', {}, [image(1, 'Scheduled'), image(2, 'Pulling')]],
    ['creating the container', {}, [image(2, 'Pulling'), image(3, 'Pulled')]],
    ['its image cannot be pulled', { state: waiting('ImagePullBackOff') }, []],
    ['started, not ready yet', { state: running(1) }, []],
    ['ended with exit code 3', { state: exited(3, 1, 2) }, []],
    [
      'restarting after exit code 3 (restart 3)',
      { state: waiting('CrashLoopBackOff'), lastState: exited(3, 1, 2), restarts: 2 },
      [],
    ],
    [
      'CreateContainerConfigError: secret "s" not found',
      { state: waiting('CreateContainerConfigError', 'secret "s" not found') },
      [],
    ],
    [
      'no node yet (0/1 nodes are available: 1 Insufficient cpu)',
      {
        unscheduled:
          '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
      },
      [],
    ],
    ['init container web ended with exit code 1', { init: true, state: exited(1, 1, 2) }, []],
  ])('%s', (note, options, events) => {
    const objects = [deployment('web'), ...sets, webPod('web-a', options), ...events];
    const [workload] = look(objects).workloads;
    expect(workload?.pods).toEqual([{ name: 'web-a', ready: false, note }]);
    expect(workload?.note).toBe(`new pod waiting: ${note}`);
  });

  test('of many, what most of them do', () => {
    const names = ['a', 'b', 'c'];
    const pods = names.map((name) =>
      webPod(`web-${name}`, name === 'a' ? {} : { state: running(1) }),
    );
    const [workload] = look([deployment('web', { replicas: 3 }), ...sets, ...pods]).workloads;
    expect(workload?.note).toBe('3 new pods waiting: started, not ready yet');
  });
});

describe('Jobs', () => {
  test.each([
    ['running', [], ''],
    ['done', [condition('Complete', 'True')], ''],
    ['done', [condition('SuccessCriteriaMet', 'True')], ''],
    ['failed', [condition('Failed', 'True', 'BackoffLimitExceeded')], 'BackoffLimitExceeded'],
    ['failed', [condition('FailureTarget', 'True', 'DeadlineExceeded')], 'DeadlineExceeded'],
  ])('%s by its conditions', (phase, conditions, note) => {
    const { jobs, done } = look([job('import', conditions)]);
    expect(jobs).toEqual([{ name: 'import', hook: false, phase, pods: [], note }]);
    expect(done).toBe(phase === 'done');
  });

  test('a suspended one is not waited for', () => {
    expect(look([job('import', [], { suspend: true })]).done).toBe(true);
  });

  test('one that was done and has been cleaned up is done', () => {
    const world = createWorld();
    const finished = job('import', [condition('Complete', 'True')]);
    const baseline = takeBaseline(world);
    world.apply({ gone: false, object: job('import') });
    world.apply({ gone: true, object: finished });
    const plan = { namespace: NAMESPACE, manifest: [finished], hooks: [], baseline };
    expect(assess(world, plan)).toMatchObject({ done: true, jobs: [{ phase: 'done' }] });
  });

  test('names its pods and what runs in the newest', () => {
    const first = pod('import-1', ['Job', 'import'], { state: exited(1, 1, 2), phase: 'Failed' });
    const second = pod('import-2', ['Job', 'import'], { container: 'load', ready: 4 });
    expect(look([job('import'), first, second]).jobs).toEqual([
      {
        name: 'import',
        hook: false,
        phase: 'running',
        pods: ['import-1', 'import-2'],
        container: 'load',
        note: '',
      },
    ]);
  });
});

test('a look at many pods reads each of them as often as at few', () => {
  /** How often a look reads a field of a pod, per pod. */
  const reads = (count: number): number => {
    let seen = 0;
    const counted = (one: KubeObject) =>
      new Proxy(one, {
        get: (target, field) => {
          seen++;
          return Reflect.get(target, field);
        },
      });
    const pods = Array.from({ length: count }, (_, index) => webPod(`web-${index}`));
    const events = pods.map((one) => event(one, 'Pulling', '', { container: 'web' }));
    const workload = deployment('web', { replicas: count });
    look([workload, ...sets, ...pods.map(counted), ...events]);
    return seen / count;
  };
  expect(reads(500)).toBeCloseTo(reads(50), 0);
});
