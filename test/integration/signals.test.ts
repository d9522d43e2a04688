// Needs the sandbox. Whenever a run is cancelled or its machine dies, the next run deploys;
// kill.test.ts does it at random moments.
import { withLog } from '../support/fault-case.ts';
import { type ChartObject, web } from '../support/fault-chart.ts';
import { deployChart } from '../support/fault-deploy.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';
import { type JobRun, type JobRuns, openJobRuns } from '../support/job-runs.ts';
import { expectPage } from '../support/served.ts';

const sites = faultSites('signals');
let runs: JobRuns;

beforeAll(async () => {
  runs = await openJobRuns();
});

afterAll(() => runs.close());

const neverReady = (): readonly ChartObject[] =>
  web({ container: { readinessProbe: { exec: { command: ['false'] } } } });
const wrongTag = ({ sandbox }: FaultSite): readonly ChartObject[] =>
  web({ container: { image: `${sandbox.world.registry}/app/web:nope` } });

/** The moments of a run, by what its log says then, and what it rolls out. */
const MOMENTS = {
  'before helm': { line: /^Connected as/, chart: neverReady },
  'while the revision is pending': { line: /^helm upgrade /, chart: neverReady },
  'during the wait': { line: /0\/1 ready/, chart: neverReady },
  'during the way back': { line: /^Going back to revision/, chart: wrongTag },
  'at the end': { line: /^##\[error\]/, chart: wrongTag },
} as const;
type Moment = keyof typeof MOMENTS;

const moments = Object.keys(MOMENTS) as Moment[];
/** Milliseconds from SIGINT to SIGTERM, and to SIGKILL: GitHub's, and a runner that is stopped. */
const CANCELS = [
  ['SIGINT', [7500, 2500]],
  ['SIGTERM', [1, 10_000]],
] as const;

const cancels = CANCELS.flatMap(([signal, grace]) =>
  moments.slice(0, 4).map((moment) => ({ signal, grace, moment })),
);

test.concurrent.each(cancels)(
  '$signal $moment: what was live serves again, nothing is left, the next run deploys',
  async ({ signal, grace, moment }) => {
    const site = sites.shared();
    const release = `${signal}-${moment.replaceAll(' ', '-')}`.toLowerCase();
    await site.helm(release, web({ page: 'good' }));
    const job = runs.start();
    const { env, token } = job;
    const { line, chart } = MOMENTS[moment];
    const options = { env, token, cancelAfter: line, grace };
    const cancelled = await deployChart(site, release, chart(site), { checks: 'none' }, options);
    job.end();
    await withLog(cancelled, async () => {
      expect(cancelled.conclusion).toBe('cancelled');
      expect(await site.page(release)).toBe('good\n');
      expect((await site.history(release)).join()).not.toContain('pending');
      expect({ left: cancelled.leftovers, orphans: cancelled.orphans }).toEqual({
        left: [],
        orphans: [],
      });
    });
    await deployNext(site, release);
  },
  400_000,
);

test.concurrent.each(moments.map((moment) => ({ moment })))(
  'a machine that dies $moment: the next run deploys',
  async ({ moment }) => {
    const site = sites.shared();
    const release = `dies-${moment.replaceAll(' ', '-')}`;
    await site.helm(release, web({ page: 'good' }));
    const job = runs.start();
    const { line, chart } = MOMENTS[moment];
    const onLine = (said: string): void => {
      if (line.test(said)) job.killMachine();
    };
    await deployChart(site, release, chart(site), {}, { env: job.env, token: job.token, onLine });
    job.end();
    expect(await site.page(release)).toBe('good\n');
    await deployNext(site, release);
  },
  400_000,
);

/** Another run, of another job, right after: it deploys and tells nothing of a lock that is held. */
async function deployNext(site: FaultSite, release: string): Promise<void> {
  const job: JobRun = runs.start();
  const { env, token } = job;
  const next = await deployChart(site, release, web({ page: 'next' }), {}, { env, token });
  job.end();
  await withLog(next, async () => {
    expect(next.outputs.status).toBe('deployed');
    expect(next.lines.join('\n')).not.toContain('another operation');
    const history = await site.history(release);
    expect(history.at(-1)).toBe(`${next.outputs.revision}:deployed`);
    expect(history.join()).not.toContain('pending');
    await expectPage(site, release, 'next');
  });
}
