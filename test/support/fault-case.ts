import { type ChartObject, web } from './fault-chart.ts';
import { deployChart, type FaultDeploy } from './fault-deploy.ts';
import type { FaultSite } from './fault-site.ts';
import { expectPage } from './served.ts';

/** Something that breaks a rollout, and what must be said about it and done. */
export interface FaultCase {
  readonly name: string;
  /** What runs before. Default: the good web server with its Service. */
  readonly good?: readonly ChartObject[];
  /** What is deployed over it; with the site where addresses of its registries are needed. */
  readonly bad: readonly ChartObject[] | ((site: FaultSite) => readonly ChartObject[]);
  /** What else makes it fail, done while the good version serves. */
  readonly before?: (site: FaultSite, release: string) => Promise<void>;
  /** … or done while the action runs. */
  readonly during?: (site: FaultSite, release: string) => Promise<void>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly code: string;
  /** Default: `Deployment/<release>`. `RELEASE` stands for the release here and below. */
  readonly workload?: string;
  /** Default: a pod of the release. */
  readonly object?: string;
  /** Default: `web`. */
  readonly container?: string;
  /** Kubernetes' own words. */
  readonly message: RegExp;
  readonly hint: RegExp;
  /** Last lines of the failing container. */
  readonly log?: RegExp;
  /** Seconds to the diagnosis on a machine that does nothing else. */
  readonly within: number;
  /** Beside the code and the message. */
  readonly evidence?: RegExp;
}

/**
 * The suites share two processors, so only the order of magnitude is asserted (bench/ measures): bare
 * helm says nothing before its time-out, which is 180 s here.
 */
const atMost = (seconds: number): number => Math.max(60, seconds * 4);

/** Deploys good, then bad with the action, and asserts the cause, the way back and the proof. */
export async function proveFault(site: FaultSite, fault: FaultCase): Promise<void> {
  const release = releaseName(fault.name);
  await site.helm(release, fault.good ?? web({ page: 'good' }));
  await fault.before?.(site, release);
  const bad = typeof fault.bad === 'function' ? fault.bad(site) : fault.bad;
  // Without them many of these would not even be tried.
  const [run] = await Promise.all([
    deployChart(site, release, bad, { checks: 'none', ...fault.inputs }),
    fault.during?.(site, release),
  ]);
  await withLog(run, async () => {
    expectCause(run, fault, release);
    expect(await site.history(release)).toEqual(['1:superseded', '2:failed', '3:deployed']);
    await expectPage(site, release, 'good');
  });
}

function expectCause(run: FaultDeploy, fault: FaultCase, release: string): void {
  const { outputs, annotations, summary, evidence, leftovers, orphans } = run;
  const {
    code,
    container = 'web',
    workload = 'Deployment/RELEASE',
    object = 'Pod/RELEASE-',
  } = fault;
  const said = outputs.diagnosis ? JSON.parse(outputs.diagnosis) : undefined;
  expect({ status: outputs.status, diagnosis: said }).toMatchObject({
    status: 'rolled-back',
    diagnosis: {
      code,
      container,
      workload: workload.replace('RELEASE', release),
      object: expect.stringContaining(object.replace('RELEASE', release)),
      message: expect.stringMatching(fault.message),
      hint: expect.stringMatching(fault.hint),
    },
  });
  if (fault.log) expect(said.log.join('\n')).toMatch(fault.log);
  expect(annotations).toContainEqual(expect.objectContaining({ level: 'error', title: code }));
  expect(summary).toContain(`Cause: \`${code}\``);
  expect(evidence).toContain(code);
  expect(JSON.parse(evidence).diagnosis.message).toMatch(fault.message);
  expect(evidence).toMatch(fault.evidence ?? /"events"/);
  expect({ leftovers, orphans }).toEqual({ leftovers: [], orphans: [] });
  expect(run.saidAfter(new RegExp(`^✗ ${code}:`))).toBeLessThan(atMost(fault.within));
}

/** `a wrong tag` → `a-wrong-tag`: what is seen in the cluster says which row it is. */
export const releaseName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/-$/, '');

/** A failed assertion brings what the action logged. */
export async function withLog(run: FaultDeploy, assert: () => Promise<void>): Promise<void> {
  try {
    await assert();
  } catch (error) {
    if (error instanceof Error) error.message += `\n\nThe action's log:\n${run.lines.join('\n')}`;
    throw error;
  }
}
