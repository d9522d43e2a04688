import { createJudge } from '../../../src/domain/judge.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import {
  condition,
  deployment,
  event,
  exited,
  job,
  pod,
  replicaSet,
  running,
  statefulSet,
  waiting,
  webPod,
} from './cluster-objects.ts';
import { LIMITS, play, type Scene } from './play.ts';

const web = deployment('web', { replicas: 2 });
const made: Scene = [0, [web, replicaSet('web', 2)]];
const manifest = [web];
const NOT_FOUND = 'failed to pull and unpack image "ghcr.io/acme/web:2": not found';
const missing = waiting('ErrImagePull', NOT_FOUND);
const REFUSED = 'failed to do request: dial tcp 10.0.0.1:443: connect: connection refused';

describe('a verdict needs all new pods of a workload', () => {
  test('one of two doomed is no verdict, both are', () => {
    const one = webPod('web-a', { state: missing });
    const other = webPod('web-b', { state: missing });
    const well = webPod('web-b', { ready: 4 });
    expect(play({ manifest, until: 60 }, [made, [3, [one]], [3, [well]]]).verdict).toBeUndefined();
    expect(play({ manifest }, [made, [3, [one, webPod('web-b')]], [9, [other]]])).toMatchObject({
      verdict: { code: 'image-not-found' },
      seconds: 9,
    });
  });

  test('pods on their way out, of earlier revisions, or ended by others do not count', () => {
    const disrupted = condition('DisruptionTarget', 'True', 'EvictionByEvictionAPI');
    const played = play({ manifest, until: 60 }, [
      made,
      [
        3,
        [
          webPod('web-a', { ready: 3 }),
          webPod('web-gone', { state: missing, deleting: true }),
          webPod('web-evicted', { phase: 'Failed', reason: 'Evicted' }),
          webPod('web-preempted', { state: missing, conditions: [disrupted] }),
          pod('web-old', ['ReplicaSet', 'web-rs1'], { state: missing }),
        ],
      ],
    ]);
    expect(played.verdict).toBeUndefined();
  });

  test.each([
    [
      'is preempted',
      { conditions: [condition('DisruptionTarget', 'True', 'PreemptionByScheduler')] },
    ],
    ['was evicted', { phase: 'Failed', reason: 'Evicted' }],
    ['is on its way out', { deleting: true }],
  ])('a doomed pod that %s says nothing, even alone', (_, options) => {
    const pod = webPod('web-a', { state: missing, ...options });
    expect(play({ manifest, until: 60 }, [made, [3, [pod]]])).toMatchObject({
      verdict: undefined,
      standing: [],
    });
  });

  test('one doomed pod is enough for a Job', () => {
    const migrate = job('migrate');
    const played = play({ manifest: [], hooks: [migrate] }, [
      [0, [migrate]],
      [2, [pod('migrate-1', ['Job', 'migrate'], { state: missing, container: 'migrate' })]],
    ]);
    expect(played).toMatchObject({
      verdict: { code: 'image-not-found', workload: 'Job/migrate', container: 'migrate' },
      seconds: 2,
    });
  });
});

describe('what was there before helm started', () => {
  const standing = webPod('web-a', { state: missing });

  test('is never a verdict, and explains a time-out', () => {
    const before = [web, replicaSet('web', 2), standing];
    const played = play({ manifest, before, until: 600 }, []);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('context deadline exceeded').code).toBe('image-not-found');
  });

  test('is nothing to a workload that helm has not applied yet', () => {
    const newer = deployment('web', { image: 'ghcr.io/acme/web:3' });
    const played = play({ manifest: [newer], before: [web, replicaSet('web', 2), standing] }, [
      [60, []],
    ]);
    expect(played).toMatchObject({ verdict: undefined, standing: [] });
    expect(played.assessment.workloads).toMatchObject([{ phase: 'waiting' }]);
  });

  test('nor is a new pod of a workload that the release does not change', () => {
    const before = [web, replicaSet('web', 2), webPod('web-a', { ready: 0 })];
    const played = play({ manifest, before, until: 60 }, [
      [2, [webPod('web-b', { state: missing })], [webPod('web-a')]],
    ]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('timed out').code).toBe('image-not-found');
  });

  test('an old Job of the same hook does not count', () => {
    const old = job('migrate', [condition('Failed', 'True', 'BackoffLimitExceeded')]);
    const played = play({ manifest: [], hooks: [old], before: [old], until: 60 }, []);
    expect(played.verdict).toBeUndefined();
    expect(played.assessment.jobs).toMatchObject([{ phase: 'waiting' }]);
  });

  test('a deadline that had passed before is not this rollout’s', () => {
    const status = {
      conditions: [condition('Progressing', 'False', 'ProgressDeadlineExceeded', 'timed out')],
    };
    const late = deployment('web', { replicas: 2, status });
    expect(play({ manifest, before: [late], until: 60 }, []).verdict).toBeUndefined();
  });

  test('nor one that still stands under the spec that helm went back to', () => {
    const message = 'ReplicaSet "web-rs3" has timed out progressing.';
    const failed = {
      conditions: [condition('Progressing', 'False', 'ProgressDeadlineExceeded', message)],
    };
    const bad = deployment('web', { generation: 3, status: failed });
    const undone = deployment('web', { generation: 4, status: failed });
    const again = condition('Progressing', 'False', 'ProgressDeadlineExceeded', message, 30);
    const late = deployment('web', { generation: 4, status: { conditions: [again] } });
    const played = play({ manifest, before: [bad], until: 60 }, [
      [1, [undone]],
      [30, [late]],
    ]);
    expect(played).toMatchObject({ verdict: { code: 'progress-deadline' }, seconds: 30 });
  });

  test('its controller’s view of the earlier revision is not the new one', () => {
    const unseen = deployment('web', { generation: 3, observed: 2, revision: 2 });
    const played = play(
      { manifest: [unseen], before: [web, replicaSet('web', 2), standing], until: 30 },
      [[1, [unseen]]],
    );
    expect(played.verdict).toBeUndefined();
  });
});

describe('trouble that may be one node’s', () => {
  const failing = (name: string, node: string, count: number) => {
    const it = webPod(name, {
      node,
      state: waiting('ImagePullBackOff', 'Back-off pulling image "x"'),
    });
    const message = `Failed to pull image "x": ${REFUSED}`;
    return [it, event(it, 'Failed', message, { container: 'web', count })];
  };
  const elsewhere = pod('db-0', ['StatefulSet', 'db'], { node: 'node-2', ready: 0 });

  test('counts when there is only one node', () => {
    expect(play({ manifest }, [made, [45, failing('web-a', 'node-1', 3)]]).seconds).toBe(45);
  });

  test('waits when other nodes are there, but not for ever', () => {
    const scenes: Scene[] = [made, [0, [elsewhere]], [45, failing('web-a', 'node-1', 3)]];
    expect(play({ manifest, until: 300 }, scenes).verdict).toBeUndefined();
    expect(play({ manifest, until: 400 }, scenes)).toMatchObject({
      verdict: { code: 'registry-unreachable' },
      seconds: 345,
    });
  });

  test('counts when a second node shows it', () => {
    const both = [...failing('web-a', 'node-1', 3), ...failing('web-b', 'node-2', 3)];
    expect(play({ manifest }, [made, [45, both]]).seconds).toBe(45);
  });

  test('counts when the pod that replaced the first shows it', () => {
    const first = failing('web-a', 'node-1', 3);
    const played = play({ manifest, until: 200 }, [
      made,
      [0, [elsewhere]],
      [45, first],
      [60, failing('web-b', 'node-1', 1), first.slice(0, 1)],
      [105, failing('web-b', 'node-1', 3)],
    ]);
    expect(played.seconds).toBe(105);
  });

  test('two pods on that node are no proof', () => {
    const both = [...failing('web-a', 'node-1', 3), ...failing('web-b', 'node-1', 3)];
    expect(play({ manifest, until: 200 }, [made, [0, [elsewhere]], [45, both]]).verdict).toBe(
      undefined,
    );
  });

  test('a registry’s "not found" is the same from every node', () => {
    const scenes: Scene[] = [made, [0, [elsewhere]], [3, [webPod('web-a', { state: missing })]]];
    expect(play({ manifest }, scenes).seconds).toBe(3);
  });
});

describe('time', () => {
  const config = webPod('web-a', {
    state: waiting('CreateContainerConfigError', 'secret "s" not found'),
  });
  const single = { manifest: [deployment('web')] };

  test('a gap of a poll does not start the clock again', () => {
    const played = play(single, [
      made,
      [2, [config]],
      [8, [webPod('web-a', { state: waiting('ContainerCreating') })]],
      [11, [config]],
      [30, []],
    ]);
    expect(played.seconds).toBe(17);
  });

  test('a longer time of well-being does', () => {
    const played = play(single, [
      made,
      [2, [config]],
      [8, [webPod('web-a', { state: waiting('ContainerCreating') })]],
      [20, [config]],
      [60, []],
    ]);
    expect(played.seconds).toBe(35);
  });

  test('what nobody looked at for a while has not stood', () => {
    const { assessment } = play(single, [made, [2, [config]]]);
    const judge = createJudge(LIMITS);
    expect(judge.see(assessment, 0)).toBeUndefined();
    expect(judge.see(assessment, 60_000)).toBeUndefined();
    for (let now = 61_000; now < 75_000; now += 1000) judge.see(assessment, now);
    expect(judge.see(assessment, 75_000)?.code).toBe('missing-config');
  });

  test('an event of a pod that is not known yet waits for it', () => {
    const it = webPod('web-a', { state: waiting('ContainerCreating') });
    const told = event(it, 'Failed', `Failed to pull image "x": ${NOT_FOUND}`, {
      container: 'web',
    });
    const played = play(single, [made, [2, [told]], [5, [it]]]);
    expect(played).toMatchObject({ verdict: { code: 'image-not-found' }, seconds: 5 });
  });
});

describe('the order in which changes arrive', () => {
  const a = webPod('web-a', { state: waiting('ImagePullBackOff', 'Back-off pulling image "x"') });
  const b = { ...webPod('web-b', { state: waiting('ErrImagePull', NOT_FOUND) }) };
  const objects: readonly KubeObject[] = [
    web,
    replicaSet('web', 1),
    replicaSet('web', 2),
    pod('web-old', ['ReplicaSet', 'web-rs1'], { ready: 0 }),
    a,
    event(a, 'Failed', `Failed to pull image "x": ${NOT_FOUND}`, { container: 'web', count: 2 }),
    b,
    event(b, 'Failed', `Failed to pull image "x": ${NOT_FOUND}`, { container: 'web' }),
  ];

  /** Every rotation of every second element: enough to put each before and after each other. */
  const orders = objects.flatMap((_, by) => {
    const turned = [...objects.slice(by), ...objects.slice(0, by)];
    return [turned, [...turned].reverse()];
  });

  test('does not change the verdict', () => {
    const verdicts = orders.map((order) => {
      const scenes: Scene[] = order.map((object, index) => [index, [object]]);
      return play({ manifest, before: [], until: 20 }, scenes).verdict?.code;
    });
    expect(new Set(verdicts)).toEqual(new Set(['image-not-found']));
  });
});

describe('Jobs and hooks', () => {
  const migrate = job('migrate');
  const failed = job('migrate', [
    condition(
      'Failed',
      'True',
      'BackoffLimitExceeded',
      'Job has reached the specified backoff limit',
    ),
  ]);
  const ended = pod('migrate-1', ['Job', 'migrate'], {
    container: 'migrate',
    state: exited(4, 1, 2),
    phase: 'Failed',
    restartPolicy: 'Never',
  });

  test('a hook that failed says how its pod ended', () => {
    const played = play({ manifest: [], hooks: [migrate] }, [
      [0, [migrate]],
      [2, [ended]],
      [3, [failed]],
    ]);
    expect(played.verdict).toMatchObject({
      code: 'hook-failed',
      workload: 'Job/migrate',
      object: 'Pod/migrate-1',
      container: 'migrate',
      message: 'Error: exit code 4; Job has reached the specified backoff limit',
      hint: expect.stringContaining('logs migrate-1 -c migrate'),
    });
  });

  test('also when its pod is gone by then', () => {
    const played = play({ manifest: [], hooks: [migrate] }, [
      [0, [migrate]],
      [2, [ended]],
      [18, [], [ended]],
      [19, [failed]],
    ]);
    expect(played.verdict).toMatchObject({ code: 'hook-failed', object: 'Pod/migrate-1' });
  });

  test('also when helm has deleted it by then', () => {
    const played = play({ manifest: [], hooks: [migrate], before: [job('other')] }, [
      [0, [migrate]],
      [2, [ended]],
      [3, [], [failed, ended]],
    ]);
    expect(played.verdict).toMatchObject({ code: 'hook-failed', object: 'Pod/migrate-1' });
  });

  test('a Job’s retries are its own affair', () => {
    const again = pod('migrate-1', ['Job', 'migrate'], {
      restartPolicy: 'OnFailure',
      restarts: 4,
      state: waiting('CrashLoopBackOff'),
      lastState: exited(1, 40, 41),
    });
    const played = play({ manifest: [], hooks: [migrate], until: 300 }, [[1, [migrate, again]]]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('timed out waiting for the condition')).toMatchObject({
      code: 'hook-failed',
      message: 'Error: exit code 1',
    });
  });

  test.each([
    ['too much memory', exited(137, 1, 2, 'OOMKilled')],
    [
      'too little memory to start in',
      {
        terminated: {
          exitCode: 128,
          reason: 'StartError',
          message: 'runc create failed: container init was OOM-killed (memory limit too low?)',
        },
      },
    ],
  ])('a Job of the manifest names what its pod died of: %s', (_, state) => {
    const killed = pod('migrate-1', ['Job', 'migrate'], {
      state,
      phase: 'Failed',
      restartPolicy: 'Never',
    });
    const { verdict } = play({ manifest: [migrate] }, [
      [1, [migrate, killed]],
      [2, [failed]],
    ]);
    expect(verdict).toMatchObject({
      code: 'out-of-memory',
      hint: expect.stringContaining('memory'),
    });
  });

  test('a pod of a Job that was evicted is not its cause', () => {
    const evicted = pod('migrate-0', ['Job', 'migrate'], {
      state: exited(137, 3, 9),
      phase: 'Failed',
      reason: 'Evicted',
    });
    const played = play({ manifest: [], hooks: [migrate] }, [
      [1, [migrate, ended, evicted]],
      [2, [failed]],
    ]);
    expect(played.verdict).toMatchObject({ object: 'Pod/migrate-1' });
  });

  test('a Job that ended well says nothing', () => {
    const done = job('migrate', [condition('Complete', 'True')]);
    const well = pod('migrate-1', ['Job', 'migrate'], {
      state: exited(0, 1, 2),
      phase: 'Succeeded',
      restartPolicy: 'Never',
    });
    const played = play({ manifest: [migrate], until: 60 }, [
      [1, [migrate, well]],
      [2, [done]],
    ]);
    expect(played).toMatchObject({ verdict: undefined, standing: [], assessment: { done: true } });
  });

  test('a hook that hangs is named when the time is up', () => {
    const hanging = pod('migrate-1', ['Job', 'migrate'], {
      container: 'migrate',
      ready: 2,
      restartPolicy: 'Never',
    });
    const played = play({ manifest: [], hooks: [migrate], until: 60 }, [[1, [migrate, hanging]]]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('pre-upgrade hooks failed: timed out')).toMatchObject({
      code: 'timeout',
      workload: 'Job/migrate',
      object: 'Pod/migrate-1',
      container: 'migrate',
      hint: expect.stringContaining('hang'),
    });
  });
});

describe('a progress deadline that has passed', () => {
  const message = 'ReplicaSet "web-rs2" has timed out progressing.';
  const late = deployment('web', {
    status: {
      conditions: [condition('Progressing', 'False', 'ProgressDeadlineExceeded', message)],
    },
  });
  const run = (...objects: KubeObject[]) =>
    play({ manifest: [late] }, [
      [1, [web, replicaSet('web', 2), ...objects]],
      [16, [late]],
    ]);

  test('is told with the probe that kept the pods from being ready', () => {
    const slow = webPod('web-a', { state: running(2) });
    const probe = 'Readiness probe failed: HTTP probe failed with statuscode: 404';
    const { verdict } = run(slow, event(slow, 'Unhealthy', probe, { container: 'web' }));
    expect(verdict).toMatchObject({
      code: 'progress-deadline',
      object: 'Deployment/web',
      container: 'web',
      message: `${message} (Pod/web-a: ${probe})`,
      hint: expect.stringContaining('readinessProbe'),
    });
  });

  test('is told by a cause that stands beside it', () => {
    const back = waiting(
      'ImagePullBackOff',
      `Back-off pulling image "x": ErrImagePull: ${REFUSED}`,
    );
    expect(run(webPod('web-a', { state: back })).verdict).toMatchObject({
      code: 'registry-unreachable',
      hint: expect.stringContaining('Kubernetes gave up'),
    });
  });

  test('stands for itself where nothing else does', () => {
    expect(run().verdict).toMatchObject({ code: 'progress-deadline', message });
  });
});

describe('operators’ objects', () => {
  const owner = (kind: string, name: string, apiVersion: string): KubeObject => ({
    apiVersion,
    kind,
    metadata: { name, namespace: 'shop', uid: `uid-${kind}-${name}` },
  });

  test('the pods of a custom object of the release are followed', () => {
    const cluster = owner('Cluster', 'db', 'postgresql.cnpg.io/v1');
    const played = play({ manifest: [cluster] }, [
      [2, [pod('db-1', ['Cluster', 'db'], { state: missing })]],
    ]);
    expect(played.verdict).toMatchObject({ code: 'image-not-found', workload: 'Cluster/db' });
  });

  test('through what stands between, too', () => {
    const rollout = owner('Rollout', 'web', 'argoproj.io/v1alpha1');
    const set = replicaSet('web', 2);
    const between = {
      ...set,
      metadata: {
        ...set.metadata,
        ownerReferences: [
          { uid: 'uid-Rollout-web', kind: 'Rollout', name: 'web', controller: true },
        ],
      },
    };
    const played = play({ manifest: [rollout] }, [
      [2, [between, webPod('web-a', { state: missing })]],
    ]);
    expect(played.verdict).toMatchObject({ code: 'image-not-found', workload: 'Rollout/web' });
  });

  test('pods of a CronJob come when they want, and of strangers not at all', () => {
    const cron = owner('CronJob', 'report', 'batch/v1');
    const run = job('report-1');
    const started = {
      ...run,
      metadata: {
        ...run.metadata,
        ownerReferences: [
          { uid: 'uid-CronJob-report', kind: 'CronJob', name: 'report', controller: true },
        ],
      },
    };
    const played = play({ manifest: [cron], until: 60 }, [
      [2, [started, pod('report-1-x', ['Job', 'report-1'], { state: missing })]],
      [2, [pod('stranger', ['ReplicaSet', 'nobody'], { state: missing })]],
    ]);
    expect(played.verdict).toBeUndefined();
  });
});

describe('when helm gives up', () => {
  test('a real cause comes before pods that are just not ready', () => {
    const db = statefulSet('db');
    const played = play({ manifest: [web, db] }, [
      made,
      [
        1,
        [
          db,
          pod('db-0', ['StatefulSet', 'db'], {
            labels: { 'controller-revision-hash': 'db-2' },
            state: running(1),
          }),
        ],
      ],
      [2, [webPod('web-a', { unscheduled: '0/1 nodes are available: 1 Insufficient cpu.' })]],
    ]);
    expect(played.explain('context deadline exceeded').code).toBe('unschedulable');
  });

  test('a hook whose end helm does not see is named', () => {
    const hook = job('migrate', [condition('Complete', 'True')]);
    const newer = deployment('web', { image: 'ghcr.io/acme/web:3' });
    const played = play({ manifest: [newer], before: [web], hooks: [hook] }, [[1, [hook]]]);
    expect(played.explain('not done within 60 s')).toMatchObject({
      code: 'timeout',
      object: 'Job/migrate',
      hint: expect.stringContaining('watch'),
    });
  });

  test('a claim that helm waits for is named though no pod asks for it', () => {
    const claim: KubeObject = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop', uid: 'uid-claim' },
      status: { phase: 'Pending' },
    };
    const why = 'waiting for first consumer to be created before binding';
    const told = event(claim, 'WaitForFirstConsumer', why, { type: 'Normal' });
    expect(play({ manifest: [claim] }, [[1, [claim, told]]]).explain('timed out')).toMatchObject({
      code: 'volume-unbound',
      object: 'PersistentVolumeClaim/data',
      message: why,
    });
  });

  test('a readiness gate that nobody opens is named', () => {
    const closed = 'corresponding condition of pod readiness gate "target-health" does not exist.';
    const gated = webPod('web-a', {
      state: running(1),
      conditions: [condition('ContainersReady', 'True')],
      notReady: closed,
    });
    expect(play({ manifest }, [made, [2, [gated]]]).standing).toContainEqual(
      expect.objectContaining({ signal: expect.objectContaining({ message: closed }) }),
    );
  });

  test('helm’s own refusal is read as what it is', () => {
    const said =
      'Error: UPGRADE FAILED: admission webhook "policy.acme.io" denied the request: Ingress hosts must end in acme.io';
    expect(play({ manifest }, [made]).explain(said)).toMatchObject({
      code: 'denied-by-policy',
      message: said,
      hint: expect.stringContaining('policy.acme.io'),
    });
  });

  test('what is not done is named where nothing stands', () => {
    const said = 'context deadline exceeded';
    expect(play({ manifest }, [made, [2, [webPod('web-a')]]]).explain(said)).toMatchObject({
      code: 'timeout',
      workload: 'Deployment/web',
      object: 'Pod/web-a',
      message: said,
      hint: expect.stringContaining('0 of 2 new pods ready'),
    });
  });
});
