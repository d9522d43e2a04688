import type { KubeObject } from '../../../../src/domain/manifest.ts';
import { fitsNowhere } from '../../../../src/domain/signals/place.ts';
import { deployment, event, replicaSet, waiting, webPod } from '../cluster-objects.ts';
import { play, type Scene } from '../play.ts';

const web = deployment('web');
const made: Scene = [0, [web, replicaSet('web', 2)]];
const run = (...scenes: Scene[]) => play({ manifest: [web], until: 120 }, [made, ...scenes]);
const CPU =
  '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.';
const pending = (unscheduled: string, volumes: readonly object[] = []) =>
  webPod('web-a', { unscheduled, volumes });

describe('fitsNowhere', () => {
  test.each([
    [true, CPU],
    [
      true,
      "0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 node(s) didn't match Pod's node affinity/selector. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.",
    ],
    [
      true,
      '0/5 nodes are available: 2 Insufficient cpu, 3 Insufficient memory. preemption: 0/5 nodes are available: 2 Preemption is not helpful for scheduling, 3 node(s) Preemption is not helpful for scheduling.',
    ],
    [
      false,
      '0/3 nodes are available: 1 node(s) had untolerated taint {dedicated: db}, 2 Insufficient cpu. preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.',
    ],
    [
      false,
      '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    ],
    [
      false,
      '0/2 nodes are available: 2 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.',
    ],
    [true, 'no nodes available to schedule pods'],
  ])('%s: %s', (expected, message) => expect(fitsNowhere(message)).toBe(expected));
});

describe('a pod without a node', () => {
  test('that no node could take ends the rollout after unschedulable-after', () => {
    expect(run([1, [pending(CPU)]])).toMatchObject({
      verdict: {
        code: 'unschedulable',
        container: '',
        message: CPU,
        hint: expect.stringContaining('requests'),
      },
      seconds: 16,
    });
  });

  test('that may fit when old pods end only explains a time-out', () => {
    const full =
      '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.';
    const played = run([1, [pending(full)]]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('timed out')).toMatchObject({ code: 'unschedulable', message: full });
  });

  test('for which an autoscaler brings a node has all the time', () => {
    const scaleUp = event(
      webPod('web-a'),
      'TriggeredScaleUp',
      'pod triggered scale-up: [{pool-1 1->2 (max: 5)}]',
      { seconds: 3, type: 'Normal' },
    );
    expect(run([1, [pending(CPU)]], [3, [scaleUp]]).verdict).toBeUndefined();
  });

  test('for which the autoscaler brings no node says so', () => {
    const message = "pod didn't trigger scale-up: 1 max node group size reached";
    const played = run(
      [1, [pending(CPU)]],
      [3, [event(webPod('web-a'), 'NotTriggerScaleUp', message, { seconds: 3, type: 'Normal' })]],
    );
    expect(played).toMatchObject({
      verdict: { message: `${CPU} (NotTriggerScaleUp: ${message})` },
      seconds: 16,
    });
  });

  test('whose message changes while it waits is still the same trouble', () => {
    const more = CPU.replaceAll('0/1', '0/2')
      .replaceAll('1 Pre', '2 Pre')
      .replace('1 Ins', '2 Ins');
    expect(run([1, [pending(CPU)]], [10, [pending(more)]])).toMatchObject({ seconds: 16 });
  });

  test('whose claim has no volume', () => {
    const message =
      '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found';
    expect(run([1, [pending(message)]])).toMatchObject({
      verdict: { code: 'volume-unbound' },
      seconds: 16,
    });
  });

  test('whose claim nobody will ever provide for says why', () => {
    const claim: KubeObject = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop', uid: 'uid-claim' },
    };
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
    const why = 'no persistent volumes available for this claim and no storage class is set';
    const played = play({ manifest: [web], limits: { unschedulableAfter: 300_000 }, until: 60 }, [
      made,
      [
        1,
        [
          claim,
          pending(
            '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
            volumes,
          ),
        ],
      ],
      [2, [event(claim, 'FailedBinding', why, { type: 'Normal' })]],
    ]);
    expect(played).toMatchObject({
      verdict: {
        code: 'volume-unbound',
        message: why,
        hint: expect.stringContaining('storageClassName'),
      },
      seconds: 17,
    });
  });

  test('whose claim does not exist', () => {
    expect(run([1, [pending('persistentvolumeclaim "data" not found')]])).toMatchObject({
      verdict: {
        code: 'missing-volume',
        needs: { kind: 'PersistentVolumeClaim', name: 'data' },
        hint: expect.stringContaining('Create the PersistentVolumeClaim data in namespace shop'),
      },
      seconds: 16,
    });
  });
});

describe('a pod that is being made', () => {
  const creating = webPod('web-a', { state: waiting('ContainerCreating') });
  const mount = (message: string, count = 1) => event(creating, 'FailedMount', message, { count });

  test.each([
    [
      'MountVolume.SetUp failed for volume "settings" : configmap "nocm" not found',
      'Create the ConfigMap nocm in namespace shop, or correct volume "settings"',
    ],
    [
      'MountVolume.SetUp failed for volume "tls" : secret "web-tls" not found',
      'Create the Secret web-tls',
    ],
    [
      'MountVolume.SetUp failed for volume "settings" : configmap references non-existent config key: zz',
      'Add the key zz to what volume "settings"',
    ],
  ])('%s', (message, hint) => {
    expect(run([1, [creating, mount(message)]])).toMatchObject({
      verdict: { code: 'missing-volume', message, hint: expect.stringContaining(hint) },
      seconds: 16,
    });
  });

  test('and gets what it mounts in time is well', () => {
    const message = 'MountVolume.SetUp failed for volume "tls" : secret "web-tls" not found';
    const played = run([1, [creating, mount(message, 5)]], [12, [webPod('web-a', { ready: 12 })]]);
    expect(played).toMatchObject({ verdict: undefined, standing: [] });
  });

  test('on a volume that the old pod still holds waits', () => {
    const message =
      'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-old';
    const played = run([1, [creating, event(creating, 'FailedAttachVolume', message)]]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('timed out')).toMatchObject({ code: 'missing-volume', message });
  });

  test('with a memory limit that no container starts in', () => {
    const message =
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to start sandbox task: container init was OOM-killed (memory limit too low?)';
    const sandbox = (count: number) =>
      event(creating, 'FailedCreatePodSandBox', message, { count });
    expect(run([2, [creating, sandbox(1)]], [14, [sandbox(2)]])).toMatchObject({
      verdict: { code: 'out-of-memory', hint: expect.stringContaining('memory limit') },
      seconds: 14,
    });
  });

  test('on a node whose network plugin is slow is no failure', () => {
    const message =
      'Failed to create pod sandbox: plugin type="aws-cni" failed (add): add cmd: failed to assign an IP address to container';
    const played = run([
      2,
      [creating, event(creating, 'FailedCreatePodSandBox', message, { count: 9 })],
    ]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('timed out')).toMatchObject({ code: 'timeout', message });
  });
});
