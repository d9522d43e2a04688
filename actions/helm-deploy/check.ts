import { isPending, type Revision } from '../../src/domain/history.ts';
import { ActionError } from '../../src/errors.ts';
import type { Session } from '../../src/session/session.ts';
import type { Cargo } from './bundle.ts';
import { type Chart, composeChart, lintChart } from './chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

export interface Checked {
  readonly history: readonly Revision[];
  readonly chart: Chart;
}

/** Everything that can be known before anything changes. */
export async function check(
  { helm, reads }: Session,
  { images }: Cargo,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Checked> {
  const [history, chart] = await Promise.all([
    reads.history(),
    composeChart(helm, images, settings),
  ]);
  refusePending(history.at(-1), settings);
  await lintChart(helm, chart, ports);
  return { history, chart };
}

function refusePending(newest: Revision | undefined, settings: HelmDeploySettings): void {
  if (!newest || !isPending(newest)) return;
  const where = `${settings.release} --namespace ${settings.namespace}`;
  throw new ActionError(
    'release-pending',
    `Revision ${newest.number} of ${settings.release} is ${newest.status}: another operation is running or was killed`,
    {
      hint: `When none is running: helm rollback ${where} (or helm uninstall ${where} for a first install).`,
    },
  );
}
