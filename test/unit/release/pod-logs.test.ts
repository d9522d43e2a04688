import type { ContainerPlace, ReadLog } from '../../../src/cluster/logs.ts';
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

function pod(name: string, state: State, lastState: State = {}, containers = ['main']): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', uid: name },
    spec: { containers: containers.map((one) => ({ name: one, image: 'i' })) },
    status: { containerStatuses: containers.map((one) => ({ name: one, state, lastState })) },
  };
}

/** A world with one hook's pods or one workload's pods, and logs that the test controls. */
function bench(secrets: readonly string[] = []) {
  const world = createWorld();
  const printed: string[] = [];
  const reads: ReadLog[] = [];
  const streams: {
    at: ContainerPlace;
    line: (text: string) => void;
    end: () => void;
    fail: () => void;
    signal: AbortSignal;
  }[] = [];
  const answers = new Map<string, readonly string[]>();
  const logs = followPodLogs({
    follow: (at, line, signal) =>
      new Promise((resolve, reject) => {
        streams.push({ at, line, signal, end: resolve, fail: () => reject(new Error('reset')) });
        signal.addEventListener('abort', () => resolve());
      }),
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
  return { world, see, logs, printed, reads, streams, answers, settled };
}

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
    const { see, printed, streams, reads, settled, logs } = bench();
    see(hook('m-1'), pod('m-1', CREATING));
    expect(streams).toEqual([]);
    see(hook('m-1'), pod('m-1', RUNNING));
    see(hook('m-1'));
    expect(streams.map(({ at }) => at)).toEqual([
      { namespace: 'shop', pod: 'm-1', container: 'main' },
    ]);
    streams[0]?.line('step 1');
    streams[0]?.line('step 2');
    see(hook('m-1'), pod('m-1', ended(0)));
    streams[0]?.end();
    await settled();
    expect(printed).toEqual(['migrate │ step 1', 'migrate │ step 2']);
    expect(reads).toEqual([]);
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

  test('is completed after a broken stream, without a line twice', async () => {
    const { see, printed, streams, answers, settled } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    streams[0]?.line('one');
    streams[0]?.line('two');
    answers.set('m-1', ['one', 'two', 'three']);
    streams[0]?.fail();
    await settled();
    expect(printed).toEqual(['migrate │ one', 'migrate │ two', 'migrate │ three']);
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

  test('that never ends is cut, and the evidence has its end', () => {
    const { see, printed, streams, logs } = bench();
    see(hook('m-1'), pod('m-1', RUNNING));
    for (let i = 1; i <= 5000; i++) streams[0]?.line(`line ${i}`);
    expect(printed.length).toBe(2001);
    expect(printed.at(-1)).toBe('migrate │ … it prints more than is shown here');
    expect(logs.logs()[0]?.lines.length).toBe(100);
    expect(logs.logs()[0]?.lines.at(-1)).toBe('line 5000');
  });

  test('is redacted, live and when it is read', async () => {
    const { see, printed, streams, answers, settled, logs } = bench(['hunter-22']);
    see(hook('m-1'), pod('m-1', RUNNING));
    streams[0]?.line('password=hunter-22');
    answers.set('m-1', ['password=hunter-22', 'again hunter-22']);
    streams[0]?.fail();
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
    expect(reads.length).toBe(1);
    expect(logs.logs()[0]?.lines).toEqual(['no database', 'giving up']);
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

  test('whose log is not to be had changes nothing', async () => {
    const { see, printed, settled, logs } = bench();
    see(rolling('w-1'), pod('w-1', ended(1)));
    await settled();
    expect([printed, logs.logs()]).toEqual([[], []]);
  });

  test('is left alone when it ended well', async () => {
    const { see, reads, settled } = bench();
    see(rolling('w-1'), pod('w-1', ended(0)));
    see(rolling('w-2'), pod('w-2', RUNNING));
    await settled();
    expect(reads).toEqual([]);
  });
});
