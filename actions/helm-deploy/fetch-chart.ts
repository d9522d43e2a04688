import { stat } from 'node:fs/promises';
import { remoteChart } from '../../src/domain/chart-source.ts';
import { InputError } from '../../src/errors.ts';
import type { Helm } from '../../src/tools/helm.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What fetches a chart, and the private folder it is kept in. */
export interface ChartPlace {
  readonly helm: Pick<Helm, 'pull' | 'defaultValues'>;
  readonly scratch: string;
}

/**
 * The chart on this machine: it is fetched once, so that lint, render and upgrade work on the same
 * bytes. @returns path of the folder or archive
 * @throws {InputError} for what names no chart; {ActionError} `chart-unavailable`
 */
export async function fetchChart(
  { helm, scratch }: ChartPlace,
  { chart, chartVersion, chartUsername, chartPassword }: HelmDeploySettings,
  { info, warn, cancelled }: Pick<HelmDeployPorts, 'info' | 'warn' | 'cancelled'>,
): Promise<string> {
  if (await stat(chart).catch(() => undefined)) return chart;
  const source = remoteChart(chart);
  if (source.kind === 'none') {
    throw new InputError([{ input: 'chart', message: source.problem, hint: source.hint }]);
  }
  const login =
    chartUsername === '' ? undefined : { username: chartUsername, password: chartPassword };
  const pulled = await helm.pull(
    { source, version: chartVersion, login, folder: scratch },
    cancelled,
  );
  const digest = pulled.digest === undefined ? '' : `, ${pulled.digest}`;
  info(`Chart ${pulled.name} ${pulled.version} from ${chart}${digest}`);
  const pinned = chartVersion !== '' || (source.kind === 'registry' && source.digest !== undefined);
  if (!pinned) {
    warn(
      `No chart-version: the newest chart was taken, ${pulled.version}. The next run may take another.`,
    );
  }
  return pulled.path;
}
