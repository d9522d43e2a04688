import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ReadLog } from '../../../src/cluster/logs.ts';
import type { Assessment, Plan } from '../../../src/domain/assessment.ts';
import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { createRedactor } from '../../../src/domain/redact.ts';
import { takeBaseline } from '../../../src/domain/rollout.ts';
import { createWorld } from '../../../src/domain/world.ts';
import { collectEvidence, type EvidencePorts } from '../../../src/release/evidence.ts';

// On objects recorded from a real cluster (Kubernetes 1.35): a Deployment that crashes, a
// StatefulSet whose volume is never bound, a hook that failed.

const root = join(import.meta.dirname, '../../..');
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const recorded = json('test/support/recorded-crash.json') as readonly KubeObject[];
const matchesSchema = new Ajv().compile(json('schema/evidence.schema.json'));

const names = (kind: string, start: string): readonly string[] =>
  recorded
    .filter(({ kind: own, metadata }) => own === kind && metadata.name.startsWith(start))
    .map(({ metadata }) => metadata.name);
const [WEB = '', OTHER = ''] = names('Pod', 'web-');
const [HOOK = ''] = names('Pod', 'migrate-');

const SECRET = 'hunter-of-acme-22';
const LOGS: Readonly<Record<string, readonly string[]>> = {
  [WEB]: [`connecting with ${SECRET}`, '::error::pwned', 'FATAL no database'],
  [`${WEB} previous`]: ['the run before'],
  [HOOK]: ['step 1'],
};

const workload = (kind: 'Deployment' | 'StatefulSet', name: string, pods: readonly string[]) => ({
  ref: { kind, name, namespace: 'shop' },
  phase: 'rolling' as const,
  desired: pods.length,
  updated: pods.length,
  ready: 0,
  old: 0,
  note: `see ${SECRET}`,
  pods: pods.map((pod) => ({ name: pod, ready: false, note: '' })),
});
const assessment: Assessment = {
  workloads: [workload('Deployment', 'web', [WEB, OTHER]), workload('StatefulSet', 'db', ['db-0'])],
  jobs: [
    {
      name: 'migrate',
      hook: true,
      phase: 'failed',
      pods: [HOOK],
      container: '',
      note: 'exit code 4',
    },
  ],
  signals: [],
  done: false,
};
const world = createWorld();
for (const object of recorded) world.apply({ gone: false, object });
const plan: Plan = {
  namespace: 'shop',
  manifest: recorded.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind)),
  hooks: [],
  baseline: takeBaseline(createWorld()),
};
const DIAGNOSIS: Diagnosis = {
  code: 'crash-loop',
  workload: 'Deployment/web',
  object: `Pod/${WEB}`,
  namespace: 'shop',
  container: 'web',
  message: `back-off, password ${SECRET}`,
  hint: 'Read its log.',
  log: [],
};
const QUOTAS = {
  items: [{ metadata: { name: 'small' }, status: { hard: { pods: '10' }, used: { pods: '3' } } }],
};

/** A pod as it is seen in the moment in which its container ends for the first time. */
const firstRun = (object: KubeObject): KubeObject => {
  const { containerStatuses: all = [], ...status } = (object.status ?? {}) as RecordedStatus;
  const first = all.map((one) => ({ ...one, lastState: {}, restartCount: 0 }));
  return object.kind === 'Pod'
    ? { ...object, status: { ...status, containerStatuses: first } }
    : object;
};
interface RecordedStatus {
  readonly containerStatuses?: readonly object[];
}

function collect(
  ports: Partial<EvidencePorts> = {},
  changes: Partial<Parameters<typeof collectEvidence>[0]> = {},
) {
  const reads: ReadLog[] = [];
  const done = collectEvidence(
    {
      release: 'shop',
      namespace: 'shop',
      revision: 3,
      previousRevision: undefined,
      run: 'https://github.example.com/acme/shop/actions/runs/1',
      identity: 'gha:acme',
      at: '2026-11-21T10:00:00.000Z',
      diagnosis: DIAGNOSIS,
      problem: 'crash-loop',
      helm: ['Release "shop" does not exist. Installing it now.'],
      assessment,
      world,
      plan,
      spans: [
        { name: 'check', start: 1000, end: 1500.4, failed: false },
        { name: 'upgrade', start: 1500, end: undefined, failed: true },
      ],
      logs: [],
      unreadable: [],
      ...changes,
    },
    {
      read: async (query) => {
        reads.push(query);
        return LOGS[`${query.pod}${query.previous ? ' previous' : ''}`];
      },
      call: async () => ({ status: 200, body: QUOTAS }),
      redact: createRedactor([SECRET]),
      giveUp: new AbortController().signal,
      ...ports,
    },
  );
  return done.then((evidence) => ({ evidence, reads }));
}

const never = <T>(): Promise<T> => new Promise(() => {});

test('is what its published schema says', async () => {
  const { evidence } = await collect();
  expect([matchesSchema(evidence), matchesSchema.errors]).toEqual([true, null]);
  const { diagnosis: _, ...without } = evidence;
  expect(matchesSchema(without)).toBe(false);
  expect(matchesSchema({ ...evidence, surprise: 1 })).toBe(false);
});

test('tells of the pod what happened to it', async () => {
  const { evidence } = await collect();
  expect(evidence.pods.map(({ name }) => name)).toEqual([WEB, HOOK, OTHER, 'db-0']);
  const [web] = evidence.pods;
  expect(web?.owner).toMatch(/^ReplicaSet\/web-/);
  expect(web?.containers.map(({ name, init }) => [name, init])).toEqual([
    ['wait', true],
    ['web', false],
  ]);
  expect(web?.containers[1]).toMatchObject({
    restarts: 3,
    ready: false,
    now: { state: 'terminated', reason: 'Error', exitCode: 3 },
    before: { state: 'terminated', exitCode: 3 },
  });
  const pending = evidence.pods.at(-1)?.conditions.find(({ type }) => type === 'PodScheduled');
  expect(pending).toMatchObject({ status: 'False', reason: 'Unschedulable' });
});

test('has the events of every object of the release, the newest of each last', async () => {
  const { evidence } = await collect();
  const about = new Set(evidence.events.map(({ object }) => object.replace(/\/.*/, '')));
  expect([...about].sort()).toEqual([
    ...['Deployment', 'Job', 'PersistentVolumeClaim', 'Pod', 'ReplicaSet', 'StatefulSet'],
  ]);
  const times = evidence.events
    .filter(({ object }) => object === `Pod/${WEB}`)
    .map(({ last }) => last);
  expect(times.length).toBeGreaterThan(3);
  expect(times).toEqual([...times].sort());
  expect(evidence.claims).toEqual([
    { name: 'data-db-0', namespace: 'shop', phase: 'Pending', storageClass: '' },
  ]);
});

test('has the logs of both runs; the cause gets those of the run that ended', async () => {
  const { evidence, reads } = await collect();
  expect(evidence.diagnosis?.log).toEqual([
    'connecting with ***',
    '::error::pwned',
    'FATAL no database',
  ]);
  expect(evidence.logs.map(({ pod, previous }) => [pod, previous])).toEqual([
    [WEB, false],
    [WEB, true],
    [HOOK, false],
  ]);
  expect(reads.every(({ tailLines, limitBytes }) => tailLines === 100 && limitBytes <= 65536)).toBe(
    true,
  );
  // The init container ended well, the StatefulSet's never ran: there is nothing to ask for.
  expect(reads.map(({ container }) => container)).not.toContain('wait');
  expect(reads.map(({ container }) => container)).not.toContain('db');
  expect(evidence.missing.map(({ what }) => what)).toEqual([
    `log of pod ${OTHER}, container web`,
    `previous log of pod ${OTHER}, container web`,
  ]);
});

describe('a container that had just ended for the first time when it was seen', () => {
  const first = createWorld();
  for (const object of recorded) first.apply({ gone: false, object: firstRun(object) });

  test('has restarted by now: its cause gets the log of the run that ended', async () => {
    const { evidence } = await collect({}, { world: first });
    expect(evidence.diagnosis?.log).toEqual(['the run before']);
  });

  test('has not: its log is the one there is, and no other is missed', async () => {
    const read = async ({ pod, previous }: ReadLog) => (previous ? undefined : LOGS[pod]);
    const { evidence } = await collect({ read }, { world: first });
    expect(evidence.diagnosis?.log.at(-1)).toBe('FATAL no database');
    expect(evidence.missing.map(({ what }) => what)).toEqual([
      `log of pod ${OTHER}, container web`,
    ]);
  });
});

test('has the log of a hook whose pod is gone, as it was followed', async () => {
  const followed = { namespace: 'shop', pod: HOOK, container: 'migrate', previous: false };
  const diagnosis: Diagnosis = {
    ...DIAGNOSIS,
    code: 'hook-failed',
    object: 'Job/migrate',
    container: '',
  };
  const { evidence } = await collect(
    { read: async () => undefined },
    { diagnosis, logs: [{ ...followed, lines: ['step 1', 'step 2'] }] },
  );
  expect(evidence.diagnosis?.log).toEqual(['step 1', 'step 2']);
  expect(evidence.missing.map(({ what }) => what)).not.toContain(
    `log of pod ${HOOK}, container migrate`,
  );
});

test('an empty log, of a container that has just started anew, does not displace what was followed', async () => {
  const followed = { namespace: 'shop', pod: WEB, container: 'web', previous: false };
  const { evidence } = await collect(
    { read: async () => [] },
    { logs: [{ ...followed, lines: ['boom'] }] },
  );
  expect(evidence.diagnosis?.log).toEqual(['boom']);
});

test('holds no secret', async () => {
  const { evidence } = await collect();
  expect(JSON.stringify(evidence)).not.toContain(SECRET);
  expect(evidence.diagnosis?.message).toBe('back-off, password ***');
  expect(evidence.workloads[0]?.note).toBe('see ***');
});

test('has a code that can be matched on, also where a secret is the same word', async () => {
  const { evidence } = await collect({ redact: createRedactor(['crash-loop']) });
  expect(evidence.diagnosis?.code).toBe('crash-loop');
});

test('does not wait for a cluster that does not answer, and names what is missing', async () => {
  const { evidence } = await collect({
    read: never,
    call: never,
    giveUp: AbortSignal.timeout(50),
  });
  expect(evidence.logs).toEqual([]);
  expect(evidence.events.length).toBeGreaterThan(0);
  expect(evidence.missing).toContainEqual({
    what: `log of pod ${WEB}, container web`,
    why: 'no answer in time',
  });
  expect(evidence.missing).toContainEqual({
    what: 'quotas of namespace shop',
    why: 'no answer in time',
  });
});

test('is collected whatever the cluster answers', async () => {
  const { evidence } = await collect(
    {
      read: async () => {
        throw new Error('connection reset');
      },
      call: async () => ({ status: 403, body: { message: 'forbidden' } }),
    },
    { unreadable: ['Event'], diagnosis: undefined, spans: [] },
  );
  expect(evidence.diagnosis).toBeNull();
  expect(matchesSchema(evidence)).toBe(true);
  expect(evidence.missing).toContainEqual({
    what: 'Event',
    why: 'could not be read with the rights of this run',
  });
  expect(evidence.missing).toContainEqual({
    what: 'quotas of namespace shop',
    why: 'the API server answered 403: forbidden',
  });
});

test('has a size that can be kept and sent', async () => {
  const long = Array.from({ length: 300 }, (_, line) => `${line} ${'x'.repeat(9000)}`);
  const { evidence } = await collect({ read: async () => long }, { helm: long });
  expect(Buffer.byteLength(JSON.stringify(evidence))).toBeLessThanOrEqual(512 * 1024);
  expect(evidence.diagnosis?.log.length).toBeGreaterThan(0);
  expect(evidence.missing.map(({ what }) => what)).toContain('helm');
  expect(evidence.helm.at(-1)).toMatch(/^299 x+ … \d+ more characters$/);
});

test('tells when the phases ran', async () => {
  const { evidence } = await collect();
  expect(evidence.timeline).toEqual([
    { name: 'check', start: 0, end: 500, failed: false },
    { name: 'upgrade', start: 500, end: null, failed: false },
  ]);
  expect(evidence.quotas).toEqual([
    { name: 'small', namespace: 'shop', hard: { pods: '10' }, used: { pods: '3' } },
  ]);
});
