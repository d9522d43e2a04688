import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkspace } from '../sandbox/runner/runner-environment.ts';
import { type ChartObject, chartFiles, web } from '../test/support/fault-chart.ts';
import { makeNamespace } from '../test/support/namespace.ts';
import { deploy, diagnosisOf, hasInput, type Printed } from './deploy.ts';
import { FAULTS, type Fault } from './faults.ts';
import { time } from './format.ts';
import { helmError, helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { pool } from './pool.ts';
import { judge, type Line } from './row.ts';

/** What both helm and we get. */
const TIMEOUT_SECONDS = 90;
/** Of our runs at a time: most of each is waiting for the cluster. */
const WIDTH = 2;
const APART_MS = 2000;

/** What ours printed, and what bare helm said, for one fault. */
interface Seen {
  readonly printed: Printed | undefined;
  readonly ourEnd: number;
  readonly bareMs: number;
  readonly bareSaid: string;
}

/**
 * Each fault as an upgrade of a release that serves: when our action prints which cause, and when
 * bare helm ends and with which words. Helm's runs are side by side: they mostly wait.
 */
export async function diagnosis(place: Place): Promise<readonly Line[]> {
  const scenes = await pool(FAULTS, 4, (fault) => openScene(place, fault));
  try {
    const helms = await startApart(scenes.map(({ bare }) => bare));
    const ours = await pool(scenes, WIDTH, (scene) => scene.ours());
    const bares = await Promise.all(helms);
    return FAULTS.map((fault, index) => lineOf(fault, { ...ours[index], ...bares[index] } as Seen));
  } finally {
    await Promise.all(scenes.map(({ close }) => close()));
  }
}

/** Starts each a moment after the one before: a dozen at once would slow down what ours see. */
async function startApart<T>(bodies: readonly (() => Promise<T>)[]): Promise<Promise<T>[]> {
  const started: Promise<T>[] = [];
  for (const body of bodies) {
    const one = body();
    one.catch(() => {}); // Awaited by the caller; until then a failure must not end the process.
    started.push(one);
    await sleep(APART_MS);
  }
  return started;
}

/** Both releases serve their good version, in a namespace that only this fault is in. */
async function openScene(place: Place, fault: Fault) {
  const namespace = await makeNamespace(place.sandbox, 'bench');
  const folder = await mkdtemp(join(place.folder, 'fault-'));
  const here = { ...place, namespace };
  const [good, bad] = await Promise.all([
    writeObjects(folder, web({ page: 'good' })),
    writeObjects(folder, fault.bad(place.sandbox)),
  ]);
  for (const release of ['ours', 'bare']) {
    mustSucceed(await helmUpgrade(here, { release, chart: good, values: '' }));
  }
  await fault.before?.(namespace);
  return {
    close: namespace.drop,
    ours: async (): Promise<Pick<Seen, 'printed' | 'ourEnd'>> => {
      place.progress.note(`diagnosis: ${fault.name}`);
      const inputs = { timeout: `${TIMEOUT_SECONDS}s`, ...fault.inputs };
      const run = await deploy(here, { release: 'ours', chart: bad, values: '', inputs });
      return { ourEnd: run.ms, printed: diagnosisOf(run) };
    },
    bare: async (): Promise<Pick<Seen, 'bareMs' | 'bareSaid'>> => {
      const timeoutSeconds = TIMEOUT_SECONDS;
      const upgrade = { release: 'bare', chart: bad, values: '', timeoutSeconds };
      const run = await helmUpgrade(here, upgrade);
      return { bareMs: run.ms, bareSaid: run.code === 0 ? 'success' : helmError(run) };
    },
  };
}

async function writeObjects(folder: string, objects: readonly ChartObject[]): Promise<string> {
  return join(makeWorkspace(await mkdtemp(join(folder, 'c-')), chartFiles(objects)), 'chart');
}

function lineOf(fault: Fault, { printed, ourEnd, bareMs, bareSaid }: Seen): Line {
  const there = fault.early ? hasInput('checks') : true;
  const right = printed?.code === fault.code;
  const seen = printed ? `${time(printed.at)}${right ? '' : ` (\`${printed.code}\`)`}` : undefined;
  const verdict = right ? judge(printed.at, fault.seconds * 1000, there) : there && 'fail';
  return {
    what: `start → diagnosis printed: ${fault.name}`,
    goal: `≤ ${fault.seconds} s, \`${fault.code}\``,
    ours: seen ?? `none; ended after ${time(ourEnd)}`,
    bare: time(bareMs),
    verdict: verdict || 'not yet',
    note: `helm with --timeout ${TIMEOUT_SECONDS}s: ${bareSaid}${there ? '' : '; ours by the watch, as the checks before helm are issue 6'}`,
    samples: { ours: printed ? [printed.at] : [], bare: [bareMs] },
  };
}
