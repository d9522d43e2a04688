import { releaseLabels } from '../../src/domain/history.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { UpgradeInput } from '../../src/tools/helm.ts';
import type { Chart } from './chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

interface Next {
  readonly revision: number;
  /** Its id, `''` when none is known. */
  readonly bundle: string;
  readonly chart: Chart;
}

/** What helm gets for the next revision, with the labels that say whose it is. */
export function upgradeInput(
  { revision, bundle, chart }: Next,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): UpgradeInput {
  const commit = ports.env.GITHUB_SHA;
  return {
    ...chart,
    timeoutMs: settings.timeout,
    historyMax: settings.historyMax,
    createNamespace: settings.createNamespace,
    labels: releaseLabels(revision, {
      run: runOf(ports.env),
      ...(commit && { commit }),
      ...(bundle && { bundle }),
    }),
    onLine: ports.info,
  };
}
