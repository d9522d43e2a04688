import type { Session } from '../../src/session/session.ts';
import type { Cargo } from './bundle.ts';
import { type Chart, composeChart, lintChart } from './chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

export interface Checked {
  readonly chart: Chart;
}

/** Everything that can be known before anything changes. */
export async function check(
  { helm }: Session,
  { images }: Cargo,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Checked> {
  const chart = await composeChart(helm, images, settings);
  await lintChart(helm, chart, ports);
  return { chart };
}
