// Needs the sandbox. Visitors of the old version notice nothing while a broken one is tried.

import { withLog } from '../support/fault-case.ts';
import { type ChartObject, shell, web } from '../support/fault-chart.ts';
import { deployChart, type FaultDeploy } from '../support/fault-deploy.ts';
import { faultSites } from '../support/fault-site.ts';
import { startLoad } from '../support/load.ts';

const sites = faultSites('unharmed');
const release = 'shop';

/** Ends when all that was sent to it is answered: the Service forgets it before it stops. */
const careful = (page: string, container = {}): readonly ChartObject[] =>
  web({
    page,
    spec: { replicas: 3 },
    pod: { terminationGracePeriodSeconds: 20 },
    container: { lifecycle: { preStop: { sleep: { seconds: 10 } } }, ...container },
  });

test('100 requests a second see no failure while broken versions are tried and undone', async () => {
  const site = sites.shared();
  const { namespace, sandbox, helm, history, page } = site;
  await helm(release, careful('good'));
  const { spec } = await namespace.get<{ spec: { clusterIP: string } }>('service', release);
  const load = startLoad(sandbox, `http://${spec.clusterIP}/`, 100);
  const broken: readonly (readonly ChartObject[])[] = [
    careful('bad', { image: `${sandbox.world.registry}/app/web:nope` }),
    careful('bad', { command: shell('echo "fatal: no DATABASE_URL"; exit 1') }),
    careful('bad', {
      readinessProbe: { httpGet: { path: '/none', port: 8080 }, periodSeconds: 1 },
    }),
  ];
  const runs: FaultDeploy[] = [];
  for (const chart of broken) {
    runs.push(await deployChart(site, release, chart, { timeout: '45s' }));
  }
  const visits = await load.end();
  for (const run of runs) {
    await withLog(run, async () => expect(run.outputs.status).toBe('rolled-back'));
  }
  expect(visits).toMatchObject({ failures: [], good: visits.sent });
  expect(visits.sent).toBeGreaterThan(90 * visits.seconds);
  expect(await page(release)).toBe('good\n');
  expect((await history(release)).at(-1)).toBe('7:deployed');
}, 600_000);
