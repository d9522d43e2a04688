import { releaseLabels } from '../../src/domain/history.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { UpgradeInput } from '../../src/tools/helm.ts';
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
export function upgradeInput(
  { revision, bundle, chart }: Next,
  left: number,
  onLine: (line: string) => void,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): UpgradeInput {
  const commit = ports.env.GITHUB_SHA;
  return {
    ...chart,
    timeoutMs: left + GRACE_MS,
    historyMax: settings.historyMax,
    createNamespace: settings.createNamespace,
    wait: settings.wait,
    labels: releaseLabels(revision, {
      run: runOf(ports.env),
      ...(commit && { commit }),
      ...(bundle && { bundle }),
    }),
    onLine,
  };
}
