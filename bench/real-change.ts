import { writeChart } from './chart.ts';
import { type Deployed, deploy, hasInput, mustBe, withoutChecks } from './deploy.ts';
import { phases, time } from './format.ts';
import { helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { judge, type Line } from './row.ts';
import { compare, inTurn, median } from './statistics.ts';

/** A release of two replicas gets another text, which takes 5 s: helm beside our action, in turn. */
export async function realChange(place: Place): Promise<readonly Line[]> {
  const chart = await writeChart(place);
  const checked = await against(place, chart, {
    ...{ what: 'real change, all checks on', most: 1.1, there: hasInput('checks'), inputs: {} },
  });
  if (!hasInput('checks')) return [checked];
  const unchecked = await against(place, chart, {
    ...{ what: 'real change, `checks: none`', most: 1.05, there: true, inputs: withoutChecks() },
  });
  return [checked, unchecked];
}

/**
 * Helm looks every 2 s. Two pods that are there at once are ready about when it looks for the second
 * time, and every pair is a coin toss between 2 s and 4 s: with this they are ready after 5 s, in
 * the middle between two looks.
 */
const BETWEEN_LOOKS = 'startsAfter: 1.2';

interface Variant {
  readonly what: string;
  readonly most: number;
  readonly there: boolean;
  readonly inputs: Readonly<Record<string, string>>;
}

async function against(
  place: Place,
  chart: string,
  { what, most, there, inputs }: Variant,
): Promise<Line> {
  const ours = async (round: number) =>
    mustBe('deployed', await deploy(place, { ...at('ours', round), inputs }));
  const bare = async (round: number) => mustSucceed(await helmUpgrade(place, at('bare', round)));
  const at = (release: string, round: number) => {
    place.progress.note(`${what}: ${release} ${round + 1}/${place.runs}`);
    const text = `text: ${JSON.stringify(`${what} ${round}`)}`;
    return { release, chart, values: `${text}\n${BETWEEN_LOOKS}` };
  };
  await Promise.all([ours(-1), bare(-1)]); // The first install is not what is compared.
  const pairs = await inTurn(place.runs, ours, bare);
  const wall = compare(pairs.map((pair) => ({ ours: pair.ours.ms, bare: pair.bare.ms })));
  const cpu = compare(pairs.map((pair) => ({ ours: pair.ours.cpuMs, bare: pair.bare.cpuMs })));
  const own = pairs.map((pair) => pair.ours);
  return {
    what,
    goal: `≤ ${most.toFixed(2)} × bare helm`,
    ours: time(wall.ours),
    bare: time(wall.bare),
    ratio: wall.ratio,
    verdict: judge(wall.ratio, most, there),
    note: [
      ...(there ? [] : ['without the checks of issue 6']),
      `pairs ${wall.spread.map((ratio) => ratio.toFixed(2)).join('–')}`,
      `CPU ${time(cpu.ours)} to ${time(cpu.bare)}`,
      `phases in ms: ${phases(medianTimings(own))}`,
      `post, at the job's end: ${time(median(own.map(({ postMs }) => postMs)))}`,
    ].join('; '),
    samples: {
      ours: pairs.map((pair) => pair.ours.ms),
      bare: pairs.map((pair) => pair.bare.ms),
      oursCpu: pairs.map((pair) => pair.ours.cpuMs),
      bareCpu: pairs.map((pair) => pair.bare.cpuMs),
      post: own.map(({ postMs }) => postMs),
    },
  };
}

/** Median of each phase, over the runs. */
export function medianTimings(runs: readonly Deployed[]): Readonly<Record<string, number>> {
  const names = [...new Set(runs.flatMap(({ timings }) => Object.keys(timings)))];
  return Object.fromEntries(
    names.map((name) => [name, median(runs.map(({ timings }) => timings[name] ?? 0))]),
  );
}
