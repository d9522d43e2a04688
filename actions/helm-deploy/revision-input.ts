import { releaseLabels } from '../../src/domain/history.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { RevisionInput } from '../../src/tools/helm-args.ts';
import type { Chart } from './chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** The revision that is about to be made. */
export interface Next {
  readonly revision: number;
  /** Its id, `''` when none is known. */
  readonly bundle: string;
  readonly chart: Chart;
}

/** Ours ends first, with the cause: helm's own deadline holds where we are gone. */
const GRACE_MS = 15_000;

/**
 * What helm gets for the next revision, with the labels that say whose it is.
 * @param left ms until our own deadline
 */
export function revisionInput(
  { revision, bundle, chart }: Next,
  left: number,
  settings: HelmDeploySettings,
  { env }: HelmDeployPorts,
): RevisionInput {
  const commit = env.GITHUB_SHA;
  const { historyMax, createNamespace, description, wait, waitForJobs } = settings;
  const { takeOwnership, forceConflicts, labels } = settings;
  const known = { run: runOf(env), ...(commit && { commit }), ...(bundle && { bundle }) };
  return {
    ...chart,
    ...{ historyMax, createNamespace, description, wait, waitForJobs },
    ...{ takeOwnership, forceConflicts },
    timeoutMs: left + GRACE_MS,
    labels: { ...labels, ...releaseLabels(revision, known) },
  };
}
