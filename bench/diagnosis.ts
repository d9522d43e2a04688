import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkspace } from '../sandbox/runner/runner-environment.ts';
import { type ChartObject, chartFiles, IMAGE, web } from '../test/support/fault-chart.ts';
import { makeNamespace } from '../test/support/namespace.ts';
import {
  type Deployed,
  deploy,
  diagnosisOf,
  hasInput,
  type Printed,
  withoutChecks,
} from './deploy.ts';
import { FAULTS, type Fault } from './faults.ts';
import { time } from './format.ts';
import { helmError, helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { pool } from './pool.ts';
import { judge, type Line, type Verdict } from './row.ts';

/** What both helm and we get. */
const TIMEOUT_SECONDS = 90;
/** Of our runs at a time: most of each is waiting for the cluster. */
const WIDTH = 2;
const APART_MS = 2000;

/** What ours printed, and what bare helm said, for one fault. */
interface Seen {
  readonly printed: Printed | undefined;
  /** What the run ended as. */
  readonly status: string;
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
    writeObjects(place, folder, web({ page: 'good' })),
    writeObjects(place, folder, fault.bad(place.sandbox)),
  ]);
  for (const release of ['ours', 'bare']) {
    mustSucceed(await helmUpgrade(here, { release, chart: good, values: '' }));
  }
  await fault.before?.(namespace);
  return {
    close: namespace.drop,
    ours: async (): Promise<Pick<Seen, 'printed' | 'status' | 'ourEnd'>> => {
      place.progress.note(`diagnosis: ${fault.name}`);
      const inputs = { timeout: `${TIMEOUT_SECONDS}s`, ...checksFor(fault), ...fault.inputs };
      const run = await deploy(here, { release: 'ours', chart: bad, values: '', inputs });
      const printed = (fault.early && findingOf(run, fault.early)) ?? diagnosisOf(run);
      return { ourEnd: run.ms, status: run.result.outputs.status ?? '', printed };
    },
    bare: async (): Promise<Pick<Seen, 'bareMs' | 'bareSaid'>> => {
      const timeoutSeconds = TIMEOUT_SECONDS;
      const upgrade = { release: 'bare', chart: bad, values: '', timeoutSeconds };
      const run = await helmUpgrade(here, upgrade);
      return { bareMs: run.ms, bareSaid: run.code === 0 ? 'success' : helmError(run) };
    },
  };
}

async function writeObjects(
  { image }: Place,
  folder: string,
  objects: readonly ChartObject[],
): Promise<string> {
  const files = Object.entries(chartFiles(objects)).map(([path, content]) => [
    path,
    content.replaceAll(IMAGE, image),
  ]);
  const home = await mkdtemp(join(folder, 'c-'));
  return join(makeWorkspace(home, Object.fromEntries(files)), 'chart');
}

/** What only shows while the pods roll is measured without the checks, which would find some of it. */
const checksFor = ({ early }: Fault): Readonly<Record<string, string>> =>
  early ? {} : withoutChecks();

/** What a check found, as an error in the log. */
function findingOf({ lines, result }: Deployed, says: RegExp): Printed | undefined {
  if (result.outputs.status !== 'refused') return undefined;
  const line = lines.find(({ text }) => text.startsWith('##[error]') && says.test(text));
  return line && { code: 'refused', at: line.at };
}

function lineOf(fault: Fault, { printed, status, ourEnd, bareMs, bareSaid }: Seen): Line {
  const there = !fault.early || hasInput('checks');
  const expected = fault.early && there ? 'refused' : fault.code;
  const right = printed?.code === expected;
  const other = `${status}${printed ? `, \`${printed.code}\` after ${time(printed.at)}` : ''}`;
  const late: Verdict = there ? 'fail' : 'not yet';
  return {
    what: `start → diagnosis printed: ${fault.name}`,
    goal: `≤ ${fault.seconds} s, ${fault.early ? 'before helm' : `\`${fault.code}\``}`,
    ours: right ? time(printed.at) : `${other}; ended after ${time(ourEnd)}`,
    bare: time(bareMs),
    verdict: right ? judge(printed.at, fault.seconds * 1000, there) : late,
    note: `helm with --timeout ${TIMEOUT_SECONDS}s: ${bareSaid}`,
    samples: { ours: printed ? [printed.at] : [], bare: [bareMs] },
  };
}
