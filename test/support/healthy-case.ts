import { releaseName, withLog } from './fault-case.ts';
import { type ChartObject, web } from './fault-chart.ts';
import { deployChart } from './fault-deploy.ts';
import type { FaultSite } from './fault-site.ts';
import { expectPage } from './served.ts';

/** A rollout that looks like a broken one and comes through. */
export interface HealthyCase {
  readonly name: string;
  /** What runs before. Default: the good web server with its Service. */
  readonly first?: readonly ChartObject[];
  readonly next: readonly ChartObject[] | ((site: FaultSite) => readonly ChartObject[]);
  /** What happens while the action runs. */
  readonly during?: (site: FaultSite, release: string) => Promise<void>;
  /** Puts back what belongs to the cluster. */
  readonly after?: (site: FaultSite) => Promise<void>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What is served at the end; default `next`; undefined: nothing is. */
  readonly page?: string | undefined;
}

/** Deploys it with the action, and asserts that nothing was called a failure. */
export async function proveHealthy(site: FaultSite, healthy: HealthyCase): Promise<void> {
  const release = releaseName(healthy.name);
  await site.helm(release, healthy.first ?? web({ page: 'good' }));
  const next = typeof healthy.next === 'function' ? healthy.next(site) : healthy.next;
  try {
    const [run] = await Promise.all([
      deployChart(site, release, next, healthy.inputs),
      healthy.during?.(site, release),
    ]);
    await withLog(run, async () => {
      expect(run).toMatchObject({
        conclusion: 'success',
        outputs: { status: 'deployed', revision: '2' },
        leftovers: [],
        orphans: [],
      });
      expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
      expect(await site.history(release)).toEqual(['1:superseded', '2:deployed']);
      const page = 'page' in healthy ? healthy.page : 'next';
      if (page !== undefined) await expectPage(site, release, page);
    });
  } finally {
    await healthy.after?.(site);
  }
}
