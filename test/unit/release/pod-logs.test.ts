import { setTimeout as sleep } from 'node:timers/promises';
import { openLog, type ReadLog } from '../../../src/cluster/logs.ts';
import type { Assessment } from '../../../src/domain/assessment.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { createRedactor } from '../../../src/domain/redact.ts';
import { createWorld } from '../../../src/domain/world.ts';
import { followPodLogs } from '../../../src/release/pod-logs.ts';

type State = Readonly<Record<string, unknown>>;
const RUNNING: State = { running: { startedAt: '2026-11-21T10:00:00Z' } };
const ended = (exitCode: number): State => ({
  terminated: { exitCode, startedAt: '2026-11-21T10:00:00Z', finishedAt: '2026-11-21T10:00:01Z' },
});
const BACK_OFF: State = { waiting: { reason: 'CrashLoopBackOff' } };
const CREATING: State = { waiting: { reason: 'ContainerCreating' } };

const EXCUSE = 'unable to retrieve container logs for containerd://0cb4236cf5cd';

function pod(name: string, state: State, lastState: State = {}, containers = ['main']): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', uid: name },
    spec: { containers: containers.map((one) => ({ name: one, image: 'i' })) },
    status: { containerStatuses: containers.map((one) => ({ name: one, state, lastState })) },
  };
}

/** The same pod after further starts of its containers. */
function restarted(times: number, object: KubeObject): KubeObject {
  const { containerStatuses } = object.status as { readonly containerStatuses: readonly State[] };
  const statuses = containerStatuses.map((one) => ({ ...one, restartCount: times }));
  return { ...object, status: { containerStatuses: statuses } };
}

const failed = (object: KubeObject): KubeObject => ({
  ...object,
  status: { ...(object.status as object), phase: 'Failed' },
});

interface Stream {
  /** `/api/v1/namespaces/shop/pods/m-1/log`, and what follows the `?`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly line: (text: string) => void;
  readonly excuse: () => void;
  readonly end: () => void;
  readonly signal: AbortSignal;
}

/** A world with one hook's pods or one workload's pods, and logs that the test controls. */
function bench(secrets: readonly string[] = []) {
  const world = createWorld();
  const printed: string[] = [];
  const reads: ReadLog[] = [];
  const ends: string[] = [];
  const streams: Stream[] = [];
  const answers = new Map<string, readonly string[]>();
  const times = new Map<string, string>();
  /** A line as it is in the log: its time stays the same however often it is asked for. */
  const stamped = (text: string): string => {
    const next = `2026-11-21T10:00:00.${String(times.size + 1).padStart(9, '0')}Z`;
    times.set(text, times.get(text) ?? next);
    return `${times.get(text)} ${text}`;
  };
  const placeOf = (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://api');
    return { path: pathname, pod: pathname.split('/').at(-2) ?? '', query: searchParams };
  };
  const cluster: Parameters<typeof openLog>[0] = {
    stream: ({ path }, { onLine, signal }) =>
      new Promise((resolve, reject) => {
        streams.push({
          ...placeOf(path),
          line: (text) => onLine(stamped(text)),
          excuse: () => onLine(EXCUSE),
          end: () => resolve({ status: 200, body: '' }),
          signal: signal as AbortSignal,
        });
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
    call: async ({ path }) => {
      const { pod: name } = placeOf(path);
      ends.push(name);
      const lines = answers.get(name);
      if (lines === undefined) return { status: 400, body: {} };
      return { status: 200, body: lines.map((line) => `${stamped(line)}\n`).join('') };
    },
  };
  const logs = followPodLogs({
    open: (at, onLine) => openLog(cluster, at, onLine),
    read: async (query) => {
      reads.push(query);
      return answers.get(`${query.pod}${query.previous ? ' previous' : ''}`);
    },
    log: (source, line) => printed.push(`${source} │ ${line}`),
    redact: createRedactor(secrets),
  });
  const see = (assessment: Partial<Assessment>, ...pods: readonly KubeObject[]): void => {
    for (const object of pods) world.apply({ gone: false, object });
    logs.see(world, { workloads: [], jobs: [], signals: [], done: false, ...assessment });
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { world, see, logs, printed, reads, ends, streams, answers, settled };
}

/** What is waited before a log is asked for again, and some more, in ms. */
const RETRIED = 700;

const hook = (...pods: readonly string[]): Partial<Assessment> => ({
  jobs: [{ name: 'migrate', hook: true, phase: 'running', pods, container: '', note: '' }],
});
const rolling = (...pods: readonly string[]): Partial<Assessment> => ({
  workloads: [
    {
      ref: { kind: 'Deployment', name: 'web', namespace: 'shop' },
      phase: 'rolling',
      desired: 1,
      updated: 1,
      ready: 0,
      old: 0,
      note: '',
      pods: pods.map((name) => ({ name, ready: false, note: '' })),
    },
  ],
});

describe('the log of a hook', () => {
  test('streams live, once, from the moment its container runs', async () => {
    const { see, printed, streams, ends, settled, logs } = bench();
    see(hook('m-1'), pod('m-1', CREATING));
    expect(streams).toEqual([]);
    see(hook('m-1'), pod('m-1', RUNNING));
    see(hook('m-1'));
    expect(streams.map(({ path, query }) => [path, query.get('container')])).toEqual([
      ['/api/v1/namespaces/shop/pods/m-1/log', 'main'],
    ]);
    streams[0]?.line('step 1');
    streams[0]?.line('step 2');
    see(hook('m-1'), pod('m-1', ended(0)));
    streams[0]?.end();
    await settled();
    expect(printed).toEqual(['migrate │ step 1', 'migrate │ step 2']);
    expect(ends).toEqual([]);
    expect(logs.logs()).toEqual([
      {
        namespace: 'shop',
        pod: 'm-1',
        container: 'main',
        previous: false,
        lines: ['step 1', 'step 2'],
      },
    ]);
  });

  test('is read at the first sight of its end when the stream brought nothing', async () => {
    const { see, printed, streams, answers, settled } = bench();
    answers.set('m-1', ['boom']);
    see(hook('m-1'), pod('m-1', ended(4)));
    await settled();
    streams[0]?.line('boom');
    expect(printed).toEqual(['migrate │ boom']);
    expect(streams[0]?.signal.aborted).toBe(true);
  });

  test('is read again at a later look when there was nothing to read at the first', async () => {
    const { see, printed, ends, answers, settled } = bench();
    see(hook('m-1'), pod('m-1', ended(4)));
    see(hook('m-1'));
    expect(ends).toEqual(['m-1']);
    await settled();
    expect(printed).toEqual([]);
    answers.set('m-1', ['boom']);
    see(hook('m-1'));
    await settled();
    see(hook('m-1'));
    await settled();
    expect(ends).toEqual(['m-1', 'm-1']);
    expect(printed).toEqual(['migrate │ boom']);
  });

  test('is left to the stream that comes to life while its end is being read', async () => {
    const { see, printed, streams, answers, settled } = bench();
    answers.set('m-1', ['one', 'two']);
    see(hook('m-1'), pod('m-1', ended(4)));
    streams[0]?.line('one');
    await settled();
    expect(streams[0]?.signal.aborted).toBe(false);
    streams[0]?.line('two');
    expect(printed).toEqual(['migrate │ one', 'migrate │ two']);
  });

  test('is read once more when its stream ended without a line', async () => {
    const { see, printed, streams, answers, settled } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    answers.set('m-1', ['one', 'two']);
    streams[0]?.end();
    await settled();
    expect(printed).toEqual(['migrate │ one', 'migrate │ two']);
  });

  test('is asked for again where a stream brought only an excuse', async () => {
    const { see, printed, streams, logs, settled } = bench();
    see(hook('m-1'), pod('m-1', ended(4)));
    streams[0]?.excuse();
    streams[0]?.end();
    await sleep(RETRIED);
    // The next run, before it is seen.
    streams[1]?.line('one');
    see(hook('m-1'), restarted(1, pod('m-1', RUNNING, ended(4))));
    expect(streams.length).toBe(2);
    streams[1]?.line('two');
    streams[1]?.end();
    await settled();
    // Asked for once more, since it was seen to have started: each line is shown once all the same.
    streams[2]?.line('two');
    streams[2]?.end();
    await settled();
    expect(printed).toEqual(['migrate │ one', 'migrate │ two']);
    expect(logs.logs()[0]?.lines).toEqual(['one', 'two']);
    expect(streams.length).toBe(3);
  });

  test('is given up after an excuse when its pod has ended for good', async () => {
    const { see, streams, ends, settled } = bench();
    see(hook('m-1'), failed(pod('m-1', ended(4))));
    await settled();
    streams[0]?.excuse();
    streams[0]?.end();
    await sleep(RETRIED);
    see(hook('m-1'));
    expect(streams.length).toBe(1);
    expect(ends.length).toBe(2);
  });

  test('goes on with every further run of its container; the newest that printed is kept', async () => {
    const { see, printed, streams, logs, settled } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    streams[0]?.line('run 1');
    streams[0]?.end();
    await settled();
    see(hook('m-1'), pod('m-1', BACK_OFF, ended(4)));
    expect(streams.length).toBe(1);
    see(hook('m-1'), restarted(1, pod('m-1', RUNNING, ended(4))));
    expect(streams.length).toBe(2);
    streams[1]?.line('run 2');
    streams[1]?.line('run 2 fails');
    streams[1]?.end();
    await settled();
    see(hook('m-1'), restarted(2, pod('m-1', RUNNING, ended(4))));
    streams[2]?.end();
    await settled();
    expect(printed).toEqual(['migrate │ run 1', 'migrate │ run 2', 'migrate │ run 2 fails']);
    expect(logs.logs().map(({ lines }) => lines)).toEqual([['run 2', 'run 2 fails']]);
    expect(streams.length).toBe(3);
  });

  test('of a run that is over before its stream ends is followed by the next run', async () => {
    const { see, printed, streams, settled } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    see(hook('m-1'), restarted(1, pod('m-1', RUNNING, ended(4))));
    expect(streams.length).toBe(1);
    streams[0]?.line('run 1');
    streams[0]?.end();
    await settled();
    streams[1]?.line('run 2');
    expect(printed).toEqual(['migrate │ run 1', 'migrate │ run 2']);
  });

  test('of a further run is read at its end, too, when its stream brought nothing', async () => {
    const { see, printed, streams, answers, settled } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    streams[0]?.line('run 1');
    streams[0]?.end();
    await settled();
    answers.set('m-1', ['run 2']);
    see(hook('m-1'), restarted(1, pod('m-1', ended(4), ended(4))));
    await settled();
    expect(printed).toEqual(['migrate │ run 1', 'migrate │ run 2']);
  });

  test('of a pod that is gone already is still followed', () => {
    const { world, see, streams } = bench();
    const object = pod('m-1', ended(4));
    world.apply({ gone: false, object });
    world.apply({ gone: true, object });
    see(hook('m-1'));
    expect(streams.length).toBe(1);
  });

  test('says which try and which container it is', () => {
    const { see, printed, streams } = bench();
    see(hook('m-1', 'm-2'), pod('m-1', ended(1)), pod('m-2', RUNNING, {}, ['wait', 'main']));
    for (const { line } of streams) line('x');
    expect(printed).toEqual([
      'migrate │ x',
      'migrate/wait (pod 2) │ x',
      'migrate/main (pod 2) │ x',
    ]);
  });

  test('that never ends is cut, and the evidence has its end', async () => {
    const { see, printed, streams, logs, settled } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    for (let i = 1; i <= 1500; i++) streams[0]?.line(`line ${i}`);
    streams[0]?.end();
    await settled();
    see(hook('m-1'), restarted(1, pod('m-1', RUNNING, ended(4))));
    for (let i = 1501; i <= 5000; i++) streams[1]?.line(`line ${i}`);
    expect(printed.length).toBe(2001);
    expect(printed.at(-1)).toBe('migrate │ … it prints more than is shown here');
    expect(logs.logs()[0]?.lines.length).toBe(100);
    expect(logs.logs()[0]?.lines.at(-1)).toBe('line 5000');
  });

  test('is redacted, live and when it is read', async () => {
    const { see, printed, streams, answers, settled, logs } = bench(['hunter-22']);
    see(hook('m-1'), pod('m-1', RUNNING));
    streams[0]?.line('password=hunter-22');
    streams[0]?.end();
    await settled();
    answers.set('m-1', ['again hunter-22']);
    see(hook('m-1'), restarted(1, pod('m-1', ended(4), ended(4))));
    await settled();
    expect(printed).toEqual(['migrate │ password=***', 'migrate │ again ***']);
    expect(JSON.stringify(logs.logs())).not.toContain('hunter');
  });

  test('ends with the run, whatever the stream does', async () => {
    const { see, printed, streams, logs } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    await logs.end();
    streams[0]?.line('late');
    see(hook('m-1', 'm-2'), pod('m-2', RUNNING));
    expect(printed).toEqual([]);
    expect(streams.length).toBe(1);
  });
});

describe('a container of a new pod that ended badly', () => {
  test('shows its last lines once for all pods of the workload', async () => {
    const { see, printed, reads, answers, settled, logs } = bench();
    answers.set('w-1', ['no database', 'giving up']);
    see(rolling('w-1', 'w-2'), pod('w-1', ended(1)), pod('w-2', ended(1)));
    see(rolling('w-1', 'w-2'));
    await settled();
    expect(printed).toEqual(['w-1/main │ no database', 'w-1/main │ giving up']);
    expect(reads.map(({ pod: name }) => name)).toEqual(['w-1', 'w-1']);
    expect(logs.logs()[0]).toMatchObject({ previous: false, lines: ['no database', 'giving up'] });
  });

  test('is read from the run before when it waits to be restarted', async () => {
    const { see, printed, answers, settled } = bench();
    answers.set(
      'w-1 previous',
      Array.from({ length: 50 }, (_, i) => `line ${i}`),
    );
    see(rolling('w-1'), pod('w-1', BACK_OFF, ended(1)));
    await settled();
    expect(printed[0]).toBe('w-1/main │ … the last 10 of its lines:');
    expect(printed.slice(1)).toEqual(
      Array.from({ length: 10 }, (_, i) => `w-1/main │ line ${i + 40}`),
    );
  });

  test.each([
    ['a part of its next log', ['starting']],
    ['nothing of it', []],
  ])('has been started again by the time it is read: %s', async (_, next) => {
    const { see, printed, answers, settled, logs } = bench();
    answers.set('w-1', next);
    answers.set('w-1 previous', ['no database']);
    see(rolling('w-1'), pod('w-1', ended(1)));
    await settled();
    expect(printed).toEqual(['w-1/main │ no database']);
    expect(logs.logs()).toMatchObject([{ previous: true, lines: ['no database'] }]);
  });

  test('that printed nothing does not get the lines of its next run', async () => {
    const { see, printed, answers, settled, logs } = bench();
    answers.set('w-1', ['starting']);
    answers.set('w-1 previous', []);
    see(rolling('w-1'), pod('w-1', ended(1)));
    await settled();
    expect([printed, logs.logs()]).toEqual([[], []]);
  });

  test.each([
    ['is not to be had', undefined],
    ['is empty', []],
  ])('whose log %s is tried again when it has moved on', async (_, lines) => {
    const { see, printed, reads, answers, settled, logs } = bench();
    if (lines) answers.set('w-1', lines);
    see(rolling('w-1'), pod('w-1', ended(1)));
    await settled();
    see(rolling('w-1'));
    await settled();
    expect([printed, logs.logs(), reads.length]).toEqual([[], [], 2]);
    answers.set('w-1 previous', ['no database']);
    see(rolling('w-1'), pod('w-1', BACK_OFF, ended(1)));
    await settled();
    expect(printed).toEqual(['w-1/main │ no database']);
  });

  test('is left alone when it ended well', async () => {
    const { see, reads, settled } = bench();
    see(rolling('w-1'), pod('w-1', ended(0)));
    see(rolling('w-2'), pod('w-2', RUNNING));
    await settled();
    expect(reads).toEqual([]);
  });
});
