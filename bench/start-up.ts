import { readActionManifest } from '../sandbox/runner/action-manifest.ts';
import { type Timed, timeCommand } from './command.ts';
import { ACTION } from './deploy.ts';
import { time } from './format.ts';
import type { Place } from './place.ts';
import { judge, type Line } from './row.ts';
import { compare, inTurn } from './statistics.ts';

const RUNS = 21;
const MOST_MS = 90;

/** The bundle without inputs: it starts, reads them all and says in its first line what is missing. */
export async function startUp(place: Pick<Place, 'folder'>): Promise<readonly Line[]> {
  const script = readActionManifest(ACTION).main;
  const env = { PATH: '/usr/bin:/bin', HOME: place.folder, RUNNER_TEMP: place.folder };
  const node = (...args: readonly string[]): Promise<Timed> =>
    timeCommand([process.execPath, ...args], { env, cwd: place.folder });
  const pairs = await inTurn(
    RUNS,
    async () => firstLine(await node(script)),
    async () => (await node('-e', '0')).ms,
  );
  const { ours, bare, ratio } = compare(pairs);
  return [
    {
      what: `start of the bundle to its first line, Node ${process.version}`,
      goal: `≤ ${MOST_MS} ms on Node 24`,
      ours: time(ours),
      bare: `node -e 0: ${time(bare)}`,
      ratio,
      verdict: judge(ours, MOST_MS, process.version.startsWith('v24.')),
      note: `median of ${RUNS}; the first line names the inputs that are missing`,
      samples: { ours: pairs.map((pair) => pair.ours), bare: pairs.map((pair) => pair.bare) },
    },
  ];
}

function firstLine({ firstLineMs, lines }: Timed): number {
  if (firstLineMs === undefined || !lines.join('\n').includes('release')) {
    throw new Error(`the bundle did not say which input is missing: ${lines.join('\n')}`);
  }
  return firstLineMs;
}
