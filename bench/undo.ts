import { setTimeout as sleep } from 'node:timers/promises';
import { writeChart } from './chart.ts';
import { deploy, diagnosisOf, mustBe, withoutChecks } from './deploy.ts';
import { phases, time } from './format.ts';
import { helm, helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { medianTimings } from './real-change.ts';
import { judge, type Line } from './row.ts';
import { compare, inTurn } from './statistics.ts';

const MOST_RATIO = 1.2;
const MOST_MORE_MS = 2000;

/** An image that the registry does not have: the new pods never start. */
const badImage = ({ image }: Place): string => `image: ${image.replace(/:[^:]*$/, ':no-such-tag')}`;

/** Which pods serve while the new version fails decides what the way back has to do. */
const STRATEGIES = {
  'old pods kept (RollingUpdate)': '',
  'old pods gone (Recreate)': 'recreate: true\n',
} as const;

/** From the diagnosis to the old version verified again, beside a bare `helm rollback`. */
export async function undo(place: Place): Promise<readonly Line[]> {
  const chart = await writeChart(place);
  const lines: Line[] = [];
  for (const [name, values] of Object.entries(STRATEGIES)) {
    lines.push(await against(place, chart, name, values));
  }
  return lines;
}

async function against(place: Place, chart: string, name: string, values: string): Promise<Line> {
  const suffix = values === '' ? 'rolling' : 'recreate';
  const [ours, bare] = [`ours-${suffix}`, `bare-${suffix}`];
  await Promise.all(
    [ours, bare].map(async (release) =>
      mustSucceed(await helmUpgrade(place, { release, chart, values: `${values}text: good` })),
    ),
  );
  const bad = `${values}${badImage(place)}`;
  const pairs = await inTurn(
    place.runs,
    async (round) => {
      place.progress.note(`undo, ${name}: ours ${round + 1}/${place.runs}`);
      return ourWayBack(place, { release: ours, chart, values: bad });
    },
    async (round) => {
      place.progress.note(`undo, ${name}: bare ${round + 1}/${place.runs}`);
      return bareWayBack(place, { release: bare, chart, values: bad });
    },
  );
  const {
    ours: took,
    bare: helmTook,
    ratio,
  } = compare(pairs.map((pair) => ({ ours: pair.ours.ms, bare: pair.bare })));
  return {
    what: `diagnosis → old version verified again: ${name}`,
    goal: `≤ ${MOST_RATIO} × bare rollback + ${MOST_MORE_MS / 1000} s`,
    ours: time(took),
    bare: time(helmTook),
    ratio,
    verdict: judge(took, helmTook * MOST_RATIO + MOST_MORE_MS),
    note: `bare: \`helm rollback\` until the old pods alone are there and ready; ours until the step ends; phases in ms: ${phases(medianTimings(pairs.map((pair) => pair.ours.run)))}`,
    samples: { ours: pairs.map((pair) => pair.ours.ms), bare: pairs.map((pair) => pair.bare) },
  };
}

interface Wish {
  readonly release: string;
  readonly chart: string;
  readonly values: string;
}

/** From the first line of the diagnosis to the end of main: undone, proven and reported. */
async function ourWayBack(place: Place, wish: Wish) {
  const run = mustBe('rolled-back', await deploy(place, { ...wish, inputs: withoutChecks() }));
  const said = diagnosisOf(run);
  if (!said) throw new Error(`nothing was diagnosed:\n${run.result.lines.join('\n')}`);
  return { ms: run.ms - said.at, run };
}

/** Helm fails at its time-out; then `helm rollback` until the Deployment is complete again. */
async function bareWayBack(place: Place, wish: Wish): Promise<number> {
  const failed = await helmUpgrade(place, { ...wish, timeoutSeconds: 8 });
  if (failed.code === 0) throw new Error(`${wish.release}: the bad version was deployed`);
  const good = await goodRevision(place, wish.release);
  const started = performance.now();
  mustSucceed(await helm(place, ['rollback', wish.release, String(good)]));
  while (!(await isComplete(place, wish.release))) await sleep(25);
  return performance.now() - started;
}

async function goodRevision(place: Place, release: string): Promise<number> {
  const history = mustSucceed(await helm(place, ['history', release, '--output', 'json']));
  const revisions = JSON.parse(history.lines.join('\n')) as { revision: number; status: string }[];
  const good = revisions.findLast(({ status }) => status === 'deployed' || status === 'superseded');
  if (!good) throw new Error(`${release} has no good revision`);
  return good.revision;
}

interface Deployment {
  readonly metadata: { readonly generation: number };
  readonly spec: {
    readonly replicas: number;
    readonly template: { readonly spec: { readonly containers: readonly { image: string }[] } };
  };
  readonly status: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly readyReplicas?: number;
  };
}

/** What `kubectl rollout status` waits for, and that the image is the good one. */
async function isComplete(place: Place, release: string): Promise<boolean> {
  const path = `/apis/apps/v1/namespaces/${place.namespace.name}/deployments/${release}`;
  const { metadata, spec, status } = JSON.parse(await place.api.get(path)) as Deployment;
  return (
    status.observedGeneration === metadata.generation &&
    !spec.template.spec.containers[0]?.image.includes('no-such-tag') &&
    [status.replicas, status.updatedReplicas, status.readyReplicas].every(
      (count) => count === spec.replicas,
    )
  );
}
