// Needs the sandbox. Whenever a run is cancelled or its machine dies, the next run deploys.
import { withLog } from '../support/fault-case.ts';
import { web } from '../support/fault-chart.ts';
import { deployChart } from '../support/fault-deploy.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';
import { type JobRun, type JobRuns, openJobRuns } from '../support/job-runs.ts';

const sites = faultSites('signals');
let runs: JobRuns;

beforeAll(async () => {
  runs = await openJobRuns();
});

afterAll(() => runs.close());

const wrongTag = ({ sandbox }: FaultSite) =>
  web({ container: { image: `${sandbox.world.registry}/app/web:nope` } });

/** The moments of a run whose rollout fails, by what its log says then. */
const MOMENTS = {
  'before helm': /^Connected as/,
  'while the revision is pending': /^helm upgrade /,
  'during the wait': /0\/1 ready/,
  'during the way back': /^Going back to revision/,
  'at the end': /^##\[error\]/,
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
    const options = { env, token, cancelAfter: MOMENTS[moment], grace };
    const cancelled = await deployChart(site, release, wrongTag(site), { checks: 'none' }, options);
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
    const onLine = (line: string): void => {
      if (MOMENTS[moment].test(line)) job.killMachine();
    };
    await deployChart(
      site,
      release,
      wrongTag(site),
      {},
      { env: job.env, token: job.token, onLine },
    );
    job.end();
    expect(await site.page(release)).toBe('good\n');
    await deployNext(site, release);
  },
  400_000,
);

/** Four at a time, five times: the moments are random, so each failure names its own. */
test.concurrent.each([1, 2, 3, 4, 5])(
  'a machine that dies four times at random moments (%i): always deployed in the end',
  async (series) => {
    const site = sites.shared();
    const release = `random-${series}`;
    await site.helm(release, web({ page: 'good' }));
    const told: string[] = [];
    for (let time = 0; time < 4; time++) {
      const job = runs.start();
      const ms = Math.round(Math.random() * 9000);
      const timer = setTimeout(job.killMachine, ms);
      const { env, token } = job;
      const run = await deployChart(
        site,
        release,
        web({ page: `try-${time}` }),
        {},
        { env, token },
      );
      clearTimeout(timer);
      job.end();
      told.push(`killed after ${ms} ms:`, ...run.lines);
      try {
        await deployNext(site, release, `next-${time}`);
      } catch (error) {
        if (error instanceof Error) error.message += `\n${told.join('\n')}`;
        throw error;
      }
    }
    const history = await site.history(release);
    const numbers = history.map((revision) => Number.parseInt(revision, 10));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  },
  600_000,
);

/** Another run, of another job, right after: it deploys and tells nothing of a lock that is held. */
async function deployNext(site: FaultSite, release: string, page = 'next'): Promise<void> {
  const job: JobRun = runs.start();
  const { env, token } = job;
  const next = await deployChart(site, release, web({ page }), {}, { env, token });
  job.end();
  await withLog(next, async () => {
    expect(next.outputs.status).toBe('deployed');
    expect(next.lines.join('\n')).not.toContain('another operation');
    const history = await site.history(release);
    expect(history.at(-1)).toBe(`${next.outputs.revision}:deployed`);
    expect(history.join()).not.toContain('pending');
    expect(await site.page(release)).toBe(`${page}\n`);
  });
}
