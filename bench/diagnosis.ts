import { writeChart } from './chart.ts';
import { type Deployed, deploy } from './deploy.ts';
import { FAULTS, type Fault } from './faults.ts';
import { time } from './format.ts';
import { helmError, helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { judge, type Line } from './row.ts';

/** What both helm and we get; helm uses it up, whatever the cause is. */
const TIMEOUT_SECONDS = 60;

/**
 * Each fault as an upgrade of a release that runs: when our action prints the cause, and when bare
 * helm ends and with which words. Helm's runs are side by side: they only wait.
 */
export async function diagnosis(place: Place): Promise<readonly Line[]> {
  const chart = await writeChart(place.folder);
  const helms = Promise.all(FAULTS.map((fault) => bareHelm(place, chart, fault)));
  helms.catch(() => {}); // Seen below; until then a failure of ours must not end the process.
  const ours: { at: number | undefined; run: Deployed }[] = [];
  for (const fault of FAULTS) ours.push(await diagnosed(place, chart, fault));
  const bare = await helms;
  return FAULTS.map((fault, index) => lineOf(fault, ours[index], bare[index]));
}

async function bareHelm(place: Place, chart: string, fault: Fault) {
  const release = `bare-${fault.id}`;
  mustSucceed(await helmUpgrade(place, { release, chart, values: 'text: good' }));
  const { values } = fault;
  const run = await helmUpgrade(place, {
    release,
    chart,
    values,
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  return { ms: run.ms, said: run.code === 0 ? 'deployed, no error' : helmError(run) };
}

/** @returns the moment at which the fault's code is first printed, undefined where it never is */
async function diagnosed(place: Place, chart: string, fault: Fault) {
  const release = `ours-${fault.id}`;
  mustSucceed(await helmUpgrade(place, { release, chart, values: 'text: good' }));
  place.progress.note(`diagnosis: ${fault.what}`);
  const inputs = { timeout: `${TIMEOUT_SECONDS}s` };
  const run = await deploy(place, { release, chart, values: fault.values, inputs });
  const at = run.lines.find(({ text }) => text.includes(fault.code))?.at;
  return { at, run };
}

function lineOf(
  fault: Fault,
  ours: { readonly at: number | undefined; readonly run: Deployed } | undefined,
  bare: { readonly ms: number; readonly said: string } | undefined,
): Line {
  if (!ours || !bare) throw new Error(`${fault.what} was not measured`);
  const { at, run } = ours;
  return {
    what: `start → diagnosis printed: ${fault.what}`,
    goal: `≤ ${fault.seconds} s, \`${fault.code}\``,
    ours: at === undefined ? `no diagnosis; ended after ${time(run.ms)}` : time(at),
    bare: `${time(bare.ms)}, no cause`,
    verdict: at === undefined ? 'not yet' : judge(at, fault.seconds * 1000),
    note: `helm, with --timeout ${TIMEOUT_SECONDS}s: ${bare.said}`,
    samples: { ours: at === undefined ? [] : [at], bare: [bare.ms] },
  };
}
