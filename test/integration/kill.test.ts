// Needs the sandbox. The built helm-deploy is killed with SIGKILL at seeded random moments of a first
// install, an upgrade and an undo, on a real cluster; then it runs again. A few moments by default;
// KILL_MOMENTS=20 makes it the full campaign, KILL_SEED repeats one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { helmFirst } from '../support/helm-first.ts';
import { type Death, type KilledRun, runAndKill } from '../support/killed-run.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
const MOMENTS = Number(process.env.KILL_MOMENTS ?? 5);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e6));
/** So many at a time: the machine also runs the cluster. */
const TOGETHER = 4;

const SCENES = ['install', 'upgrade', 'undo'] as const;
type Scene = (typeof SCENES)[number];
/** What the action says at its turns: random times count from there, however slow the machine is. */
const STARTED = undefined;
const CONNECTED = /^Connected as/;
const UPGRADES = /^helm upgrade \S+: revision/;
const GOES_BACK = /^Going back to revision/;
/** A turn that stands twice is taken twice as often. */
const TURNS: Readonly<Record<Scene, readonly (RegExp | undefined)[]>> = {
  install: [STARTED, CONNECTED, UPGRADES, UPGRADES],
  upgrade: [STARTED, CONNECTED, UPGRADES, UPGRADES],
  undo: [UPGRADES, GOES_BACK, GOES_BACK, GOES_BACK],
};
const LATEST_MS = 2500;
const DEATHS: readonly Death[] = ['runner', 'node', 'step'];
const HELMS = ['v4', 'v3'] as const;

interface Moment {
  readonly number: number;
  readonly scene: Scene;
  readonly death: Death;
  readonly helm: (typeof HELMS)[number];
  readonly turn: RegExp | undefined;
  /** After the turn. */
  readonly afterMs: number;
}

let sandbox: TestSandbox;
let namespace: TestNamespace;
let chart: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'kill');
  env = await namespace.jobEnvironment();
  chart = mkdtempSync(join(tmpdir(), 'kill-chart-'));
  for (const [path, text] of Object.entries(webChart())) {
    mkdirSync(dirname(join(chart, path)), { recursive: true });
    writeFileSync(join(chart, path), text);
  }
}, 900_000);

afterAll(async () => {
  if (chart) rmSync(chart, { recursive: true });
  await namespace?.drop();
});

test('killed at any moment, the next run deploys and no revision is lost', async () => {
  const random = generator(SEED);
  const moments = Array.from({ length: MOMENTS }, (_, number): Moment => {
    const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
    const scene = pick(SCENES, number);
    return {
      number,
      scene,
      death: pick(DEATHS, Math.floor(random() * 3)),
      helm: pick(HELMS, Math.floor(random() * 2)),
      turn: pick(TURNS[scene], Math.floor(random() * 4)),
      afterMs: Math.floor(random() * LATEST_MS),
    };
  });
  console.log(`KILL_SEED=${SEED} KILL_MOMENTS=${MOMENTS}`);
  const told = await pool(moments, live);
  console.log(told.map(({ line }) => line).join('\n'));
  expect(told.flatMap(({ problems }) => problems)).toEqual([]);
  expect(told.filter(({ killed }) => !killed)).toEqual([]);
}, 3_600_000);

interface Told {
  readonly line: string;
  readonly killed: boolean;
  readonly problems: readonly string[];
}

/** How often a death that came too late is tried again, at half the time. */
const TRIES = 5;

/** One death and what came after it; on a fast machine the run may have ended before. */
async function live(moment: Moment): Promise<Told> {
  let told = await liveOnce(moment);
  for (let tries = 1; !told.killed && told.problems.length === 0 && tries < TRIES; tries++) {
    const afterMs = Math.floor(moment.afterMs / 2 ** tries);
    const again = await liveOnce({ ...moment, afterMs }, `-${tries + 1}`);
    told = { ...again, line: `${told.line}\n${again.line}` };
  }
  return told;
}

async function liveOnce(moment: Moment, suffix = ''): Promise<Told> {
  const { number, scene, death, helm, turn, afterMs } = moment;
  const release = `${scene}-${number}${suffix}`;
  let atDeath: readonly string[] = [];
  const dead = await begin(release, moment, async () => {
    atDeath = await revisions(release);
  });
  const found = await revisions(release);
  const next = await runAction(ACTION, {
    files: webChart(),
    env: { ...env, ...path(helm), GITHUB_RUN_ID: String(2000 + number) },
    inputs: inputs(release, 'text: after'),
    timeoutMs: 300_000,
  });
  dead.bury();
  const after = await revisions(release);
  const how = dead.killed ? `${death} killed at ${dead.ms} ms` : `ended after ${dead.ms} ms`;
  const name = `${number}: ${scene}, helm ${helm}, ${how} (${turn?.source ?? 'start'} + ${afterMs})`;
  const problems = await problemsOf(moment, release, next, dead, { found, after });
  const log = problems.length > 0 ? [...dead.lines, '--- next run', ...next.lines] : [];
  return {
    line: [
      `${name}, left [${atDeath}], then [${found}], then [${after}] in ${next.phases.main.ms} ms`,
      ...log,
    ].join('\n  '),
    killed: dead.killed,
    problems: problems.map((problem) => `${name}: ${problem}`),
  };
}

/** Brings the release where the scene begins, and runs what is to be killed. */
async function begin(
  release: string,
  { scene, death, helm, turn, afterMs }: Moment,
  onDeath: () => Promise<void>,
): Promise<KilledRun> {
  if (scene !== 'install') {
    await sandbox.run([
      ...[sandbox.environment.helm[helm], 'upgrade', '--install', release, join(chart, 'chart')],
      ...['--namespace', namespace.name, '--set', 'text=before', '--wait', '--timeout', '3m'],
    ]);
  }
  // An undo then holds them in the record it goes back to, for a moment in which it may be killed.
  if (scene === 'undo') await namespace.kubectl('scale', `deployment/${release}`, '--replicas=3');
  const values =
    scene === 'undo' ? 'image: { tag: no-such-tag }' : 'text: during\nwarmUpSeconds: 1';
  return runAndKill(ACTION, {
    files: webChart(),
    env: { ...env, ...path(helm), GITHUB_RUN_ID: '1000' },
    // Without the time to settle, most of the run is helm's.
    inputs: { ...inputs(release, values), settle: '0s' },
    line: turn,
    ...{ death, afterMs, onDeath },
  });
}

const inputs = (release: string, set: string): Readonly<Record<string, string>> => ({
  ...namespace.login,
  ...{ release, set, namespace: namespace.name, chart: 'chart', timeout: '4m' },
  // Somebody scaled where an undo is killed.
  'force-conflicts': 'true',
});

const path = (helm: Moment['helm']): { readonly PATH: string } =>
  helmFirst(sandbox, sandbox.environment.helm[helm]);

/** `1:superseded`, oldest first. */
async function revisions(release: string): Promise<readonly string[]> {
  const { items } = await namespace.get<{
    items: { metadata: { labels: Record<string, string> } }[];
  }>('secrets', '--selector', `owner=helm,name=${release}`);
  return items
    .map(({ metadata }) => metadata.labels)
    .sort((a, b) => Number(a.version) - Number(b.version))
    .map(({ version, status }) => `${version}:${status}`);
}

async function problemsOf(
  { death }: Moment,
  release: string,
  next: RunResult,
  dead: KilledRun,
  history: { readonly found: readonly string[]; readonly after: readonly string[] },
): Promise<readonly string[]> {
  const { found, after } = history;
  const problems: string[] = [];
  const must = (holds: boolean, problem: string): void => void (holds || problems.push(problem));
  must(next.outputs.status === 'deployed', `the next run is ${next.outputs.status}`);
  must(
    ![...dead.lines, ...next.lines].some((line) => /another operation/.test(line)),
    'another operation was in progress',
  );
  const numbers = after.map((text) => Number(text.split(':')[0]));
  // A helm that outlived its node may have written its own only after we looked.
  const added = after.length - found.length;
  must(
    numbers.every((number, index) => number === index + 1) &&
      (added === 1 || (death === 'node' && added === 2)),
    `a revision was lost or added: ${found} then ${after}`,
  );
  const deployed = after.filter((text) => text.endsWith(':deployed'));
  must(deployed.length === 1 && deployed[0] === after.at(-1), `not one deployed: ${after}`);
  must(!after.some((text) => text.includes('pending')), `still pending: ${after}`);
  const where = `/api/v1/namespaces/${namespace.name}/services/${release}/proxy/`;
  const page = await namespace.kubectl('get', '--raw', where).catch(String);
  must(page === 'after\n', `it serves ${page}`);
  return problems;
}

/** Runs `body` for each, so many together; the results in order. */
async function pool<T, R>(list: readonly T[], body: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = list.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await body(item);
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return results;
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
