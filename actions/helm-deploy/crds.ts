import { applyCrds, CRD_RIGHTS, type CrdTrial, tryCrds } from '../../src/cluster/crds.ts';
import type { CheckFinding } from '../../src/domain/check-finding.ts';
import { objectName } from '../../src/domain/manifest.ts';
import { judgeDryRun } from '../../src/domain/trial-findings.ts';
import type { Session } from '../../src/session/session.ts';
import type { Chart } from './chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What `crds: apply` is about to do. */
export interface CrdPlan {
  /** Definitions that differ from those of the cluster; what nobody could tell is among them. */
  readonly coming: readonly CrdTrial[];
  readonly findings: readonly CheckFinding[];
}

/** Compares the chart's `crds/` with the cluster, which judges them; changes nothing. */
export async function planCrds(
  { cluster, helm }: Pick<Session, 'cluster' | 'helm'>,
  { chart }: Pick<Chart, 'chart'>,
  { crds, namespace, forceConflicts }: HelmDeploySettings,
): Promise<CrdPlan> {
  if (crds === 'skip') return { coming: [], findings: [] };
  const trials = await tryCrds(await helm.crds(chart), cluster);
  const nothing = { operation: 'upgrade', namespaceIsNew: false, manifest: [], hooks: [] } as const;
  const found = trials.flatMap(({ findings }) => findings);
  const judged = judgeDryRun(
    found,
    { namespace, ...nothing },
    { serverSide: true, forceConflicts },
  );
  return {
    coming: trials.filter(({ change }) => change !== 'none'),
    // What may not be asked here cannot be done afterwards: the run ends before it changes anything.
    findings: judged.map((finding) =>
      finding.outcome === 'not-checked'
        ? { ...finding, outcome: 'refused', hint: CRD_RIGHTS }
        : finding,
    ),
  };
}

const SAID: Readonly<Record<CrdTrial['change'], string>> = {
  added: 'is added',
  changed: 'is changed',
  none: 'stays',
  unknown: 'is applied',
};

/** One line for each definition that comes. */
export const describeCrds = ({ coming }: CrdPlan): readonly string[] =>
  coming.map(({ crd, change }) => `${objectName(crd)} ${SAID[change]}`);

/**
 * Brings the definitions up to date, before the release that uses them.
 * @throws {ActionError} `cluster-refused`, `too-slow`
 */
export async function bringCrds(
  plan: CrdPlan,
  { cluster }: Pick<Session, 'cluster'>,
  ports: HelmDeployPorts,
): Promise<void> {
  if (plan.coming.length === 0) return;
  for (const line of describeCrds(plan)) ports.info(line);
  await applyCrds(
    plan.coming.map(({ crd }) => crd),
    { ...ports, cluster },
  );
}
