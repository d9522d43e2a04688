import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { createWorld, type WorldStore } from '../../../src/domain/world.ts';
import type { ActionError } from '../../../src/errors.ts';
import { type RolloutInput, type RolloutPorts, rollOut } from '../../../src/release/rollout.ts';
import type { UpgradeInput } from '../../../src/tools/helm.ts';
import type { Exit } from '../../../src/tools/process.ts';

// What is done in which order; what the pods' statuses mean is told by the tables of the domain.

const web: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', uid: 'd1', generation: 2 },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'web' } },
    template: { spec: { containers: [{ name: 'web', image: 'web:2' }] } },
  },
};
const withRevision = (revision: string): KubeObject => ({
  ...web,
  metadata: { ...web.metadata, annotations: { 'deployment.kubernetes.io/revision': revision } },
  status: { observedGeneration: 2, replicas: 1, updatedReplicas: 1, readyReplicas: 0 },
});
const replicaSet: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    name: 'web-2',
    namespace: 'shop',
    uid: 'r2',
    annotations: { 'deployment.kubernetes.io/revision': '2' },
    ownerReferences: [{ uid: 'd1', kind: 'Deployment', name: 'web', controller: true }],
  },
};
const pod = (waiting?: { reason: string; message: string }): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'web-2-x',
    namespace: 'shop',
    uid: 'p1',
    ownerReferences: [{ uid: 'r2', kind: 'ReplicaSet', name: 'web-2', controller: true }],
  },
  spec: { containers: [{ name: 'web', image: 'web:2' }] },
  status: {
    phase: waiting ? 'Pending' : 'Running',
    conditions: [{ type: 'Ready', status: waiting ? 'False' : 'True' }],
    containerStatuses: [
      {
        name: 'web',
        restartCount: 0,
        ready: !waiting,
        state: waiting ? { waiting } : { running: {} },
      },
    ],
  },
});
const MISSING = {
  reason: 'ErrImagePull',
  message: 'rpc error: code = NotFound desc = failed to pull and unpack image "web:2": not found',
};

/** A stage where each thing that happens is written down in order. */
function stage() {
  const world: WorldStore = createWorld();
  const listeners = new Set<() => void>();
  const happened: string[] = [];
  const stop = new AbortController();
  let time = 0;
  let end: (exit: Exit) => void = () => {};
  const exited = new Promise<Exit>((resolve) => {
    end = resolve;
  });
  let error = '';
  const ports: RolloutPorts = {
    view: {
      world,
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      refresh: async () => {},
      include: async () => {},
      streams: () => true,
      lost: () => [],
      close: () => {},
    },
    helm: {
      upgrade: async (_input: UpgradeInput) => {
        happened.push('helm');
        return {
          pid: 1,
          exited,
          error: () => error,
          signal: (signal) => {
            happened.push(signal);
            end({ code: 1, signal: null });
          },
        };
      },
    },
    record: async (revision) => ({
      version: revision,
      status: 'pending-upgrade',
      description: '',
      manifest: [web],
      hooks: [],
      raw: {},
    }),
    phase: (_name, body) => body(),
    show: () => {},
    present: async () => false,
    onStarted: () => {},
    onObserved: () => void happened.push('observed'),
    onFailure: async ({ diagnosis }) => void happened.push(`evidence ${diagnosis?.code}`),
    stop: stop.signal,
    objects: {
      read: async (object) => object,
      dryRun: async (objects) =>
        objects.map((object) => ({ object, result: object, findings: [] })),
    },
    history: async () => [{ number: 2, status: 'deployed', labels: {} }],
    running: async () => [],
    states: async () => '',
    elapsed: () => time,
    sleep: () => Promise.resolve(),
    every: () => () => {},
  };
  const change = (...objects: readonly KubeObject[]): void => {
    for (const object of objects) world.apply({ gone: false, object });
    for (const listener of [...listeners]) listener();
  };
  return {
    ports,
    happened,
    change,
    stop,
    pass: (ms: number) => {
      time += ms;
      change();
    },
    helmEnds: (code: number, said = '') => {
      error = said;
      end({ code, signal: null });
    },
  };
}

const input: RolloutInput = {
  upgrade: { timeoutMs: 60_000 } as UpgradeInput,
  namespace: 'shop',
  revision: 2,
  asked: [],
  deadline: 60_000,
  timeout: 60_000,
  failFast: true,
  limits: { pullAttempts: 1, maxRestarts: 2, unschedulableAfter: 300_000 },
  settle: 0,
};
const started = () => new Promise((resolve) => setImmediate(resolve));
const refusal = (promise: Promise<unknown>): Promise<ActionError & { diagnosis?: Diagnosis }> =>
  promise.then(
    () => Promise.reject(new Error('it was accepted')),
    (error: ActionError) => error,
  );

test('a verdict: evidence first, then helm is stopped', async () => {
  const { ports, happened, change } = stage();
  const run = refusal(rollOut(input, ports));
  await started();
  change(withRevision('2'), replicaSet, pod(MISSING));
  expect(await run).toMatchObject({
    code: 'image-not-found',
    diagnosis: { workload: 'Deployment/web', object: 'Pod/web-2-x', message: MISSING.message },
  });
  expect(happened).toEqual(['helm', 'observed', 'evidence image-not-found', 'SIGTERM']);
});

test('fail-fast: false waits for helm, and names the cause all the same', async () => {
  const { ports, happened, change, helmEnds } = stage();
  const run = refusal(rollOut({ ...input, failFast: false }, ports));
  await started();
  change(withRevision('2'), replicaSet, pod(MISSING));
  await started();
  expect(happened).toEqual(['helm', 'observed']);
  helmEnds(1, 'UPGRADE FAILED: context deadline exceeded');
  expect(await run).toMatchObject({ code: 'image-not-found' });
});

test('an end of helm that no pod explains is told in its own words', async () => {
  const { ports, happened, helmEnds } = stage();
  const run = refusal(rollOut(input, ports));
  await started();
  helmEnds(1, 'UPGRADE FAILED: Apply failed with 1 conflict: .spec.replicas');
  expect(await run).toMatchObject({
    code: 'helm-failed',
    message: 'UPGRADE FAILED: Apply failed with 1 conflict: .spec.replicas',
  });
  expect(happened).toContain('evidence undefined');
});

test('the end of the time is ours: helm is stopped, with what stands as the cause', async () => {
  const { ports, happened, pass } = stage();
  const run = refusal(rollOut(input, ports));
  await started();
  pass(61_000);
  expect((await run).code).toBe('timeout');
  expect(happened.slice(-2)).toEqual(['evidence timeout', 'SIGTERM']);
});

test('a cancel is passed on once as SIGINT, and nothing else is begun', async () => {
  const { ports, happened, stop } = stage();
  const run = refusal(rollOut(input, ports));
  await started();
  stop.abort();
  expect((await run).code).toBe('cancelled');
  expect(happened).toEqual(['helm', 'observed', 'SIGINT', 'SIGTERM']);
});

const ALL_DONE = {
  observedGeneration: 2,
  replicas: 1,
  updatedReplicas: 1,
  readyReplicas: 1,
  availableReplicas: 1,
};
const done = () => [{ ...withRevision('2'), status: ALL_DONE }, replicaSet, pod()];

test('helm done and all pods ready: deployed, and nothing is left listening', async () => {
  const { ports, change, helmEnds } = stage();
  const run = rollOut(input, ports);
  await started();
  change(...done());
  helmEnds(0);
  expect(await run).toEqual([]);
});

describe('a rollout that is done while helm still sleeps', () => {
  /** Writes down what is read, and when helm ended. */
  function reading(streams = true) {
    const set = stage();
    const read: string[] = [];
    let version = 1;
    const ports: RolloutPorts = {
      ...set.ports,
      view: {
        ...set.ports.view,
        streams: () => streams,
        refresh: async () => void read.push('all'),
      },
      running: async () => {
        read.push('pods');
        return [];
      },
      states: async () => {
        read.push('state');
        return `web@${version}`;
      },
    };
    const end = (): void => {
      read.push('helm ends');
      set.helmEnds(0);
    };
    return { ...set, ports, read, end, roll: () => void version++ };
  }
  const AHEAD = ['all', 'state', 'pods', 'helm ends'];

  test.each([
    [
      'is proven then; at its end it is enough that nothing has changed',
      true,
      false,
      [...AHEAD, 'state'],
    ],
    ['is proven again where something has changed since', true, true, [...AHEAD, 'state', 'pods']],
    ['is proven at the end where the pods are polled', false, false, ['helm ends', 'all', 'pods']],
  ])('%s', async (_, streams, rolls, reads) => {
    const { ports, change, read, end, roll } = reading(streams);
    const run = rollOut(input, ports);
    await started();
    change(...done());
    await started();
    if (rolls) roll();
    end();
    await run;
    expect(read).toEqual(reads);
  });

  test('a proof that fails ahead of time is made at the end', async () => {
    const { ports, change, read, end } = reading();
    let asked = 0;
    const states = async (): Promise<string> => {
      if (asked++ === 0) throw new Error('connection reset');
      return 'web@1';
    };
    const run = rollOut(input, { ...ports, states });
    await started();
    change(...done());
    await started();
    end();
    await run;
    expect(read).toEqual(['all', 'helm ends', 'all', 'pods']);
  });
});
