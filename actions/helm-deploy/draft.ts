import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { Helm, Rendered } from '../../src/tools/helm.ts';
import type { Cargo } from './bundle.ts';
import { type Chart, composeChart, lintChart } from './chart.ts';
import { revisionInput } from './revision-input.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What helm alone can tell of the chart. */
export interface Draft {
  readonly chart: Chart;
  readonly lint: readonly CheckFinding[];
  /** Undefined where no check needs it. */
  readonly rendered: Rendered | undefined;
}

/**
 * Composes, lints and renders the chart. It is begun as soon as helm is there, beside the connection
 * and the lock: helm's start is the longest of all that happens before the upgrade.
 */
export async function draft(
  place: { readonly helm: Helm; readonly scratch: string },
  { images, bundle }: Cargo,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Draft> {
  const { checks, timeout } = settings;
  const chart = await composeChart(place, images, settings, ports);
  const needed = [...checks].some((name) => name !== 'lint');
  // The number goes into a label only, which no template sees.
  const next = { revision: 0, bundle: bundle?.id ?? settings.bundle, chart };
  const [lint, rendered] = await Promise.all([
    checks.has('lint') ? lintChart(place.helm, chart) : [],
    needed ? place.helm.render(revisionInput(next, timeout, settings, ports)) : undefined,
  ]);
  // A helm that is too old fails for reasons of its own.
  if (rendered?.ok === false) await place.helm.version();
  return { chart, lint, rendered };
}

/** False where somebody made a revision meanwhile, or helm found one pending that is ended by now. */
export function isFresh(rendered: Rendered, revision: number): boolean {
  if (rendered.ok) return rendered.record.version === revision;
  return !/another operation/.test(rendered.error);
}
