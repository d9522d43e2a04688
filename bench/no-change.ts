import { writeChart } from './chart.ts';
import { deploy, mustBe } from './deploy.ts';
import { phases, time } from './format.ts';
import { helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { medianTimings } from './real-change.ts';
import { judge, type Line } from './row.ts';
import { compare, inTurn } from './statistics.ts';

const MOST_RATIO = 1.5;

/** The same chart and values again: helm makes a revision, we are to see that nothing differs. */
export async function noChange(place: Place): Promise<readonly Line[]> {
  const chart = await writeChart(place);
  const at = (release: string) => ({ release, chart, values: 'text: same' });
  await Promise.all([
    deploy(place, at('same-ours')).then((first) => mustBe('deployed', first)),
    helmUpgrade(place, at('same-bare')).then(mustSucceed),
  ]);
  const before = await revisions(place, 'same-ours');
  const pairs = await inTurn(
    place.runs,
    (round) => {
      place.progress.note(`nothing changed: ${round + 1}/${place.runs}`);
      return deploy(place, at('same-ours'));
    },
    async () => mustSucceed(await helmUpgrade(place, at('same-bare'))),
  );
  const own = pairs.map((pair) => pair.ours);
  const known = own.every(({ result }) => result.outputs.status === 'unchanged');
  const made = (await revisions(place, 'same-ours')) - before;
  const wall = compare(pairs.map((pair) => ({ ours: pair.ours.ms, bare: pair.bare.ms })));
  const cpu = compare(pairs.map((pair) => ({ ours: pair.ours.cpuMs, bare: pair.bare.cpuMs })));
  const fast = judge(wall.ratio, MOST_RATIO, known);
  return [
    {
      what: 'nothing changed, all checks on',
      goal: `≤ ${MOST_RATIO} × bare helm's no-op, 0 new revisions`,
      ours: `${time(wall.ours)}, ${made} revisions in ${place.runs} runs`,
      bare: time(wall.bare),
      ratio: wall.ratio,
      verdict: fast === 'pass' && made > 0 ? 'fail' : fast,
      note: [
        ...(known ? [] : ['without the diff of issue 6: helm is run, and makes a revision']),
        `pairs ${wall.spread.map((ratio) => ratio.toFixed(2)).join('–')}`,
        `CPU ${time(cpu.ours)} to ${time(cpu.bare)}`,
        `phases in ms: ${phases(medianTimings(own))}`,
      ].join('; '),
      samples: {
        ours: pairs.map((pair) => pair.ours.ms),
        bare: pairs.map((pair) => pair.bare.ms),
        oursCpu: pairs.map((pair) => pair.ours.cpuMs),
        bareCpu: pairs.map((pair) => pair.bare.cpuMs),
      },
    },
  ];
}

/** Number of the newest revision of a release. */
async function revisions(place: Place, release: string): Promise<number> {
  const { items } = await place.namespace.get<{
    items: { metadata: { labels: { version: string } } }[];
  }>('secrets', '--selector', `owner=helm,name=${release}`);
  return Math.max(...items.map(({ metadata }) => Number(metadata.labels.version)));
}
