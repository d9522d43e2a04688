// Needs the sandbox. An autoscaler owns the number of replicas, and the chart names one, too.
import { eventually } from '../support/eventually.ts';
import { withLog } from '../support/fault-case.ts';
import { web } from '../support/fault-chart.ts';
import { deployChart } from '../support/fault-deploy.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';

const sites = faultSites('faults-owned', { helm: 'v4' });
const release = 'scaled';
const next = web({ page: 'next' });

interface Deployment {
  readonly spec: { readonly replicas: number };
  readonly status: { readonly readyReplicas?: number };
}

const deployed = ({ namespace }: FaultSite): Promise<Deployment> =>
  namespace.get<Deployment>('deployment', release);

/** A release of one pod, of which an autoscaler has made two. */
async function scale(site: FaultSite): Promise<void> {
  await site.helm(release, web({ page: 'good' }));
  await site.namespace.kubectl('autoscale', 'deployment', release, '--min=2', '--max=5');
  await eventually(async () => {
    const { readyReplicas = 0 } = (await deployed(site)).status;
    return readyReplicas >= 2 ? true : undefined;
  });
}

beforeAll(() => scale(sites.shared()), 400_000);

test('the checks name the field and who owns it, and nothing is changed', async () => {
  const site = sites.shared();
  const run = await deployChart(site, release, next);
  await withLog(run, async () => {
    expect(run.outputs.status).toBe('refused');
    const said = run.annotations.map(({ message }) => message).join('\n');
    expect(said).toMatch(/spec\.replicas/);
    expect(said).toMatch(/kube-controller-manager/);
    expect(await site.history(release)).toEqual(['1:deployed']);
  });
}, 400_000);

test('without checks helm is refused: its words are told, and the autoscaler keeps its replicas', async () => {
  const site = sites.shared();
  const run = await deployChart(site, release, next, { checks: 'none' });
  await withLog(run, async () => {
    expect(run.outputs.status).toBe('rolled-back');
    expect(JSON.parse(run.outputs.diagnosis ?? '').message).toMatch(/conflict.*spec\.replicas/s);
    expect(await site.history(release)).toEqual(['1:superseded', '2:failed', '3:deployed']);
    expect(await site.page(release)).toBe('good\n');
    expect((await deployed(site)).spec.replicas).toBe(2);
  });
}, 400_000);

test('helm 3 asks nobody: what it is going to overwrite, and whose it is, is told before', async () => {
  const site = await sites.another({ helm: 'v3' });
  await scale(site);
  const run = await deployChart(site, release, next);
  await withLog(run, async () => {
    expect(run.outputs.status).toBe('deployed');
    expect(run.annotations).toContainEqual({
      level: 'warning',
      message: expect.stringMatching(
        /Deployment\/scaled.*spec\.replicas.*kube-controller-manager.*\n.*leave replicas out/s,
      ),
    });
  });
}, 400_000);
