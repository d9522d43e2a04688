import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBundle } from '../../../src/domain/bundle.ts';
import type { Revision } from '../../../src/domain/history.ts';
import type { RunningImage } from '../../../src/domain/identity.ts';
import { judge, type ProofRules } from '../../../src/domain/verdict.ts';
import { createSend } from '../../../src/http/request.ts';
import { type ProveOptions, type ProvePorts, prove } from '../../../src/proof/prove.ts';
import { readJunit } from '../../../src/tools/junit.ts';
import { startProcess } from '../../../src/tools/process.ts';

// A real service, a real E2E command; the cluster's answers are given.

const digest = (char: string): string => `sha256:${char.repeat(64)}`;
const BUNDLE = createBundle({
  repository: 'acme/shop',
  commit: 'a'.repeat(40),
  tree: 'b'.repeat(40),
  images: { api: { repository: 'ghcr.io/acme/shop/api', digest: digest('1') } },
  chart: { ref: 'chart', digest: digest('c') },
  config: digest('d'),
});
const revision = (change: Partial<Revision> = {}): Revision => ({
  number: 3,
  status: 'deployed',
  labels: {},
  ...change,
});
const image = (change: Partial<RunningImage> = {}): RunningImage => ({
  workload: 'Deployment/shop',
  container: 'api',
  image: `ghcr.io/acme/shop/api@${digest('1')}`,
  digest: digest('1'),
  reported: [],
  ready: 2,
  desired: 2,
  old: 0,
  rolls: true,
  ...change,
});

let server: Server;
let url: string;
let answer: (count: number) => { status: number; body: string } | 'cut';
let count: number;
beforeAll(async () => {
  server = createServer((request, response) => {
    const given = answer(++count);
    if (given === 'cut') {
      request.socket.destroy();
      return;
    }
    response.writeHead(given.status).end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  count = 0;
  answer = () => ({ status: 200, body: '{"version":"1.2.3"}' });
});

const HEALTH = { name: '/health', path: '/health', status: 200 };
interface World {
  readonly options?: Partial<ProveOptions>;
  readonly rules?: Partial<ProofRules>;
  readonly history?: () => readonly Revision[];
  readonly running?: (pass: (ms: number) => void) => readonly RunningImage[];
  readonly cancelled?: AbortSignal;
  readonly send?: ProvePorts['send'];
  /** How long each answer, or failure to ask, takes. */
  readonly answerMs?: number;
  /** Without it time passes only while the proof sleeps: a busy machine takes no answers away. */
  readonly realTime?: true;
}
interface Time extends Pick<ProvePorts, 'elapsed' | 'sleep'> {
  readonly pass: (ms: number) => void;
}
const realTime = (): Time => ({
  elapsed: () => performance.now(),
  sleep: (ms) => sleep(Math.min(ms, 1_000)),
  pass: () => {},
});
function countedTime(): Time {
  let now = 0;
  return {
    elapsed: () => now,
    pass: (ms) => {
      now += ms;
    },
    sleep: async (ms) => {
      now += ms;
      await sleep(1);
    },
  };
}
async function proveIt(world: World = {}) {
  const lines: string[] = [];
  const options: ProveOptions = {
    bundle: BUNDLE,
    environment: 'staging',
    namespace: 'shop',
    run: '1.1',
    url,
    probes: [HEALTH],
    intervalMs: 20,
    soakMs: 0,
    ...world.options,
  };
  const { pass, ...clock } = world.realTime ? realTime() : countedTime();
  const send = world.send ?? createSend({});
  const ports: ProvePorts = {
    startProcess,
    readReport: readJunit,
    removeFile: async () => {},
    ...clock,
    now: Date.now,
    info: (line) => lines.push(line),
    send: (request) => send(request).finally(() => pass(world.answerMs ?? 0)),
    cancelled: world.cancelled ?? new AbortController().signal,
    history: async () => world.history?.() ?? [revision()],
    manifest: async () => [],
    running: async () => world.running?.(pass) ?? [image()],
  };
  const proof = await prove(options, ports);
  const rules: ProofRules = {
    e2e: options.e2e !== undefined,
    maxFlaky: 2,
    probes: options.probes.map((probe) => probe.name),
    minSuccess: 0.99,
    soakMs: options.soakMs,
    proof: 'required',
    ...world.rules,
  };
  const { verdict, reasons } = judge(proof.evidence, rules);
  return { proof, lines, said: [verdict, ...reasons.map((reason) => reason.code)] };
}
const e2e = (command: string, timeoutMs = 600_000) => ({
  command,
  report: '',
  retries: 0,
  timeoutMs,
  env: { PATH: process.env.PATH ?? '' },
});

test('good answers over the whole soak pass, one line a tick', async () => {
  const { said, lines, proof } = await proveIt({ options: { soakMs: 200 } });
  expect(said).toEqual(['pass']);
  const ticks = lines.filter((line) => line.includes('/health'));
  expect(ticks).toHaveLength(proof.evidence.probes[0]?.ticks.length ?? 0);
  expect(ticks.length).toBeGreaterThan(3);
  expect(proof.evidence.watched).toBeGreaterThanOrEqual(200);
});

test('without a soak each probe is asked three times', async () => {
  expect((await proveIt()).said).toEqual(['pass']);
  expect(count).toBe(3);
});

test('a slow service is asked three times, too, however short soak and interval are', async () => {
  const { said } = await proveIt({ answerMs: 900, options: { intervalMs: 200 } });
  expect(said).toEqual(['pass']);
  expect(count).toBe(3);
});

test('while our own side fails rounds are added, but not without end', async () => {
  let asked = 0;
  const probe = { ...HEALTH, path: 'http://no-such-host.invalid/' };
  const send = createSend({});
  const failing: ProvePorts['send'] = (request) =>
    ++asked % 5 === 0 ? send({ ...request, url }) : send(request);
  const options = { probes: [probe], intervalMs: 1_000 };
  const { said, proof } = await proveIt({ send: failing, answerMs: 5_000, options });
  expect(said).toEqual(['inconclusive', 'no-samples']);
  expect(asked).toBe(9);
  expect(proof.evidence.watched).toBe(9 * 5_000 + 8 * 1_000);
}, 60_000);

test('three bad answers in a row end the soak and the E2E command at once', async () => {
  answer = () => ({ status: 503, body: 'no database' });
  const start = performance.now();
  const options = { soakMs: 600_000, e2e: e2e('sleep 600') };
  const { said, proof } = await proveIt({ options, realTime: true });
  expect(said).toEqual(['fail', 'probe-failed']);
  expect(proof.evidence.e2e[0]?.ended).toBe('stopped');
  expect(performance.now() - start).toBeLessThan(60_000);
}, 120_000);

test('a failed E2E ends the soak at once', async () => {
  const start = performance.now();
  const options = { soakMs: 600_000, e2e: e2e('exit 1') };
  const { said } = await proveIt({ options, realTime: true });
  expect(said).toEqual(['fail', 'e2e-failed']);
  expect(performance.now() - start).toBeLessThan(60_000);
}, 120_000);

test.each<
  [
    string,
    () => ReturnType<typeof answer>,
    Partial<typeof HEALTH & { body: string; version: string }>,
    string,
  ]
>([
  ['a cut connection', () => 'cut', {}, 'probe-failed'],
  ['another status', () => ({ status: 404, body: '' }), {}, 'probe-failed'],
  ['a body without the text', () => ({ status: 200, body: 'no' }), { body: 'ok' }, 'probe-failed'],
  [
    'another version',
    () => ({ status: 200, body: '{"version":"1.2.2"}' }),
    { version: '1.2.3' },
    'probe-failed',
  ],
])('%s is a bad answer', async (_name, given, change, code) => {
  answer = given;
  const { said } = await proveIt({ options: { probes: [{ ...HEALTH, ...change }] } });
  expect(said).toEqual(['fail', code]);
});

test('the right version, in JSON or as text, is a good answer', async () => {
  const probe = { ...HEALTH, version: '1.2.3' };
  expect((await proveIt({ options: { probes: [probe] } })).said).toEqual(['pass']);
  answer = () => ({ status: 200, body: '1.2.3\n' });
  expect((await proveIt({ options: { probes: [probe] } })).said).toEqual(['pass']);
});

test('a name that cannot be resolved is our own failure', async () => {
  const probe = { ...HEALTH, path: 'http://no-such-host.invalid/' };
  const { said } = await proveIt({ options: { probes: [probe] } });
  expect(said[0]).toBe('error');
}, 60_000);

test('an answer without end is bad, not a full memory', async () => {
  answer = () => ({ status: 200, body: 'x'.repeat(1_000_000) });
  expect((await proveIt()).said).toEqual(['fail', 'probe-failed']);
});

describe('what runs', () => {
  test('is looked at first: another bundle is not even asked', async () => {
    const { said } = await proveIt({ running: () => [image({ digest: digest('2') })] });
    expect(said).toEqual(['inconclusive', 'wrong-bundle']);
    expect(count).toBe(0);
  });

  test.each<[string, readonly Revision[], RegExp]>([
    ['no release', [], /no such release/],
    ['a failed revision', [revision({ status: 'failed' })], /revision 3 is failed/],
    ['a pending revision', [revision({ status: 'pending-upgrade' })], /is pending-upgrade/],
    [
      'another bundle by its label',
      [revision({ labels: { 'deploy-actions/bundle': 'bdl-ffffffffffffffff' } })],
      /is of bdl-ffffffffffffffff/,
    ],
  ])('%s is not the bundle', async (_name, history, why) => {
    const { said, proof } = await proveIt({ history: () => history });
    expect(said).toEqual(['inconclusive', 'wrong-bundle']);
    expect(proof.evidence.first?.problems.join()).toMatch(why);
  });

  test('somebody deployed meanwhile: what was seen counts for nothing, also a failed E2E', async () => {
    let looks = 0;
    const history = () => [revision({ number: looks++ === 0 ? 3 : 4 })];
    const { said } = await proveIt({ history, options: { e2e: e2e('exit 1') } });
    expect(said).toEqual(['inconclusive', 'superseded']);
  });

  test('pods that become ready are waited for', async () => {
    let looks = 0;
    const running = () => [image({ ready: looks++ < 2 ? 1 : 2 })];
    expect((await proveIt({ running })).said).toEqual(['pass']);
  });

  test('pods that became ready while an older answer was on its way are seen', async () => {
    let looks = 0;
    const running = (pass: (ms: number) => void) => {
      pass(61_000);
      return [image({ ready: looks++ === 0 ? 1 : 2 })];
    };
    expect((await proveIt({ running })).said).toEqual(['pass']);
  });
});

test('a cancel ends everything and is an error, whatever was seen', async () => {
  const cancel = new AbortController();
  setTimeout(() => cancel.abort(), 300);
  const { said } = await proveIt({
    options: { soakMs: 600_000, e2e: e2e('sleep 600') },
    cancelled: cancel.signal,
    realTime: true,
  });
  expect(said).toEqual(['error', 'cancelled']);
}, 120_000);

test('nothing configured: the rollout is proof only where that was said', async () => {
  const none = { probes: [] };
  expect((await proveIt({ options: none })).said).toEqual(['inconclusive', 'no-evidence']);
  const rollout = await proveIt({ options: none, rules: { proof: 'rollout' } });
  expect(rollout.said).toEqual(['pass', 'rollout-only']);
});

test('a cluster that does not answer ends the proof as a failure of ours, nothing goes on', async () => {
  const running = (): never => {
    throw new Error('no connection');
  };
  await expect(proveIt({ running })).rejects.toThrow('no connection');
  expect(count).toBe(0);
});
