import {
  deployment,
  event,
  exited,
  type PodOptions,
  pod,
  replicaSet,
  running,
  statefulSet,
  waiting,
  webPod,
} from '../cluster-objects.ts';
import { play, type Scene } from '../play.ts';

const web = deployment('web');
const made: Scene = [0, [web, replicaSet('web', 2)]];

/** Exits as the kubelet brings them: at 2 and 3 s, then after 10, 20, 40 s; each run takes 1 s. */
function crashes(code: number, options: PodOptions & { reason?: string } = {}, times = 4): Scene[] {
  const { reason = code === 0 ? 'Completed' : 'Error', ...rest } = options;
  return [1, 3, 14, 35].slice(0, times).flatMap((since, restarts): Scene[] => {
    const end = exited(code, since, since + 1, reason);
    const backOff = waiting('CrashLoopBackOff', 'back-off 10s restarting failed container=web');
    const of = (more: PodOptions) => [webPod('web-a', { ...rest, restarts, ...more })];
    return [
      [since, of({ state: running(since) })],
      [since + 1, of({ state: end })],
      [since + 1.5, of({ state: backOff, lastState: end })],
    ];
  });
}

describe('a container that does not stay', () => {
  test.each<[string, Scene[], string, number, string]>([
    [
      'exits with 1: three times and 20 s',
      crashes(1),
      'crash-loop',
      21,
      'logs web-a -c web --previous',
    ],
    ['exits with 0: twice', crashes(0), 'exited', 4, 'foreground'],
    ['exits with 127: twice', crashes(127), 'bad-command', 4, 'command not found'],
    [
      'is killed for its memory: twice',
      crashes(137, { reason: 'OOMKilled', limits: { memory: '24Mi' } }),
      'out-of-memory',
      4,
      '24Mi',
    ],
    [
      'an init container that fails',
      crashes(3, { init: true }),
      'init-failed',
      21,
      'Init container web',
    ],
  ])('%s', (_, scenes, code, seconds, hint) => {
    const played = play({ manifest: [web] }, [made, ...scenes]);
    expect({ code: played.verdict?.code, seconds: played.seconds }).toEqual({ code, seconds });
    expect(played.verdict?.hint).toContain(hint);
  });

  test('one that has no memory to start in, twice, is not a loop of crashes', () => {
    const message =
      'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: container init was OOM-killed (memory limit too low?)';
    const failed = { terminated: { exitCode: 128, reason: 'StartError', message } };
    const start = (restarts: number) =>
      webPod('web-a', {
        restarts,
        limits: { memory: '4Mi' },
        state: restarts === 0 ? failed : waiting('RunContainerError', message),
        ...(restarts > 0 && { lastState: failed }),
      });
    const played = play({ manifest: [web] }, [made, [1, [start(0)]], [3, [start(1)]]]);
    expect(played).toMatchObject({
      verdict: {
        code: 'out-of-memory',
        message: `StartError: exit code 128: ${message} (2 times)`,
        hint: expect.stringContaining('4Mi'),
      },
      seconds: 3,
    });
    const late = play({ manifest: [web], until: 30 }, [made, [1, [start(2)]]]);
    expect(late).toMatchObject({ verdict: { code: 'out-of-memory' }, seconds: 1 });
  });

  test('what a program itself says of memory is not taken for it', () => {
    const message = 'memory limit too low?';
    const end = { terminated: { exitCode: 1, reason: 'Error', message } };
    const played = play({ manifest: [web], until: 30 }, [
      made,
      [1, [webPod('web-a', { restarts: 2, state: end })]],
    ]);
    expect(played.verdict?.code).toBe('crash-loop');
  });

  test('the message tells the exit, not the back-off alone', () => {
    const { verdict } = play({ manifest: [web] }, [made, ...crashes(1)]);
    expect(verdict?.message).toBe(
      'Error: exit code 1 (3 times); back-off 10s restarting failed container=web',
    );
  });

  test('an exit in the third run counts from the first start, however short the back-offs', () => {
    // KEP-5593 allows back-offs of 1 s: three exits within 6 s are no proof yet.
    const fast: Scene[] = [1, 3, 5, 7, 9].map((since, restarts) => [
      since,
      [webPod('web-a', { restarts, state: exited(1, since, since + 1) })],
    ]);
    expect(play({ manifest: [web], until: 19 }, [made, ...fast]).verdict).toBeUndefined();
    expect(play({ manifest: [web], until: 30 }, [made, ...fast]).seconds).toBe(20);
  });

  test('max-restarts allows more', () => {
    const played = play({ manifest: [web], limits: { maxRestarts: 3 }, until: 60 }, [
      made,
      ...crashes(1),
    ]);
    expect(played.seconds).toBe(36);
  });

  test('a container that runs again may be well', () => {
    const healed = webPod('web-a', { restarts: 3, ready: 40, state: running(38) });
    const played = play({ manifest: [web], limits: { maxRestarts: 4 }, until: 90 }, [
      made,
      ...crashes(1),
      [38, [healed]],
    ]);
    expect(played).toMatchObject({ verdict: undefined, standing: [] });
  });
});

describe('while another workload of the release is on its way', () => {
  const db = statefulSet('db');
  const database = (options: PodOptions) =>
    pod('db-0', ['StatefulSet', 'db'], {
      labels: { 'controller-revision-hash': 'db-2' },
      ...options,
    });
  const starting = database({ state: running(1) });
  const manifest = [web, db];

  test('an application that exits until its database is up is not judged', () => {
    const last = exited(1, 34, 35);
    const played = play({ manifest, until: 120 }, [
      [0, [web, replicaSet('web', 2), db]],
      [1, [starting]],
      ...crashes(1),
      // Its run began before the database was Ready, and ends after.
      [46, [database({ ready: 46 })]],
      [47, [webPod('web-a', { restarts: 4, state: exited(1, 45, 47) })]],
      [48, [webPod('web-a', { restarts: 4, state: waiting('CrashLoopBackOff'), lastState: last })]],
      [85, [webPod('web-a', { restarts: 5, ready: 86, state: running(85) })]],
    ]);
    expect(played.verdict).toBeUndefined();
  });

  test('a run that began when the database was up counts', () => {
    const played = play({ manifest, until: 120 }, [
      [0, [web, replicaSet('web', 2), db]],
      [1, [starting]],
      ...crashes(1),
      [46, [database({ ready: 46 })]],
      [76, [webPod('web-a', { restarts: 4, state: exited(1, 75, 76) })]],
    ]);
    expect(played).toMatchObject({ verdict: { code: 'crash-loop' }, seconds: 76 });
  });

  test('two that wait for each other do not wait for ever', () => {
    const both: Scene[] = crashes(1).map(([seconds, objects]) => [
      seconds,
      objects.flatMap((object) => [
        object,
        { ...object, metadata: { ...object.metadata, ...database({}).metadata } },
      ]),
    ]);
    const played = play({ manifest, until: 60 }, [[0, [web, replicaSet('web', 2), db]], ...both]);
    expect(played.verdict).toMatchObject({ code: 'crash-loop' });
  });

  test('the excuse has an end', () => {
    const end = exited(1, 400, 401);
    const down = webPod('web-a', {
      restarts: 9,
      state: waiting('CrashLoopBackOff'),
      lastState: end,
    });
    const played = play({ manifest, until: 500 }, [
      [0, [web, replicaSet('web', 2), db]],
      [1, [starting]],
      [40, [down]],
    ]);
    expect(played).toMatchObject({ verdict: { code: 'crash-loop' }, seconds: 340 });
  });
});

describe('probes', () => {
  const kill = (probe: string, count: number, seconds: number) =>
    event(webPod('web-a'), 'Killing', `Container web failed ${probe} probe, will be restarted`, {
      container: 'web',
      count,
      seconds,
      type: 'Normal',
    });
  const up: Scene = [2, [webPod('web-a', { ready: 2 })]];

  test.each([
    ['liveness', 'liveness-killed'],
    ['startup', 'startup-failed'],
  ])('the second kill by a %s probe is a loop', (probe, code) => {
    const played = play({ manifest: [web] }, [
      made,
      up,
      [10, [kill(probe, 1, 10)]],
      [18, [kill(probe, 2, 18)]],
    ]);
    expect(played).toMatchObject({ verdict: { code, container: 'web' }, seconds: 18 });
  });

  test('one kill may be a slow start', () => {
    const played = play({ manifest: [web], until: 120 }, [
      made,
      up,
      [10, [kill('liveness', 1, 10)]],
    ]);
    expect(played.verdict).toBeUndefined();
  });

  test('kills of different containers do not add up', () => {
    const other = event(
      webPod('web-a'),
      'Killing',
      'Container log failed liveness probe, will be restarted',
      { container: 'log' },
    );
    const played = play({ manifest: [web] }, [made, up, [10, [kill('liveness', 1, 10), other]]]);
    expect(played.verdict).toBeUndefined();
  });

  test('a readiness probe that fails proves nothing, and explains a time-out', () => {
    const message = 'Readiness probe failed: HTTP probe failed with statuscode: 404';
    const slow = webPod('web-a', { state: running(1) });
    const played = play({ manifest: [web], until: 300 }, [
      made,
      [2, [slow, event(slow, 'Unhealthy', message, { container: 'web', count: 21 })]],
    ]);
    expect(played.verdict).toBeUndefined();
    expect(played.explain('context deadline exceeded')).toMatchObject({
      code: 'not-ready',
      object: 'Pod/web-a',
      container: 'web',
      message,
    });
  });
});
