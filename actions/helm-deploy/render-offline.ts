import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { Values } from '../../src/domain/deep-merge.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { renderFindings } from '../../src/domain/render-findings.ts';
import { ActionError } from '../../src/errors.ts';
import type { Helm } from '../../src/tools/helm.ts';
import type { ChartInput } from '../../src/tools/helm-args.ts';
import { type Chart, lintChart } from './chart.ts';
import { type KeptManifest, withoutSecrets } from './kept-manifest.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { leadsInto } from './stand-in.ts';

/** Helm without a cluster, and the private folder of the run. */
export interface RenderPlace {
  readonly helm: Helm;
  readonly scratch: string;
}

interface RenderedOffline {
  readonly record: ReleaseRecord | undefined;
  readonly wrong: readonly CheckFinding[];
}

/**
 * Renders and lints a chart with stand-ins for its secrets. What is wrong for want of a secret only
 * is `not-checked`: the deploy has it.
 */
export async function renderOffline(
  place: RenderPlace,
  images: readonly NamedImage[],
  kept: KeptManifest | undefined,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<RenderedOffline> {
  const { helm } = place;
  const secrets = settings.secretValues ?? kept?.secretValues;
  const chart = await fetch(place, images, secrets ?? {}, settings, ports);
  if ('check' in chart) return { record: undefined, wrong: [chart] };
  const judge = forWantOfSecrets(settings.valuesDecrypt === '' ? secrets : undefined);
  const isUpgrade = kept !== undefined;
  const linter = { ...helm, lint: (input: ChartInput) => helm.lint(input, true) };
  const [lint, rendered] = await Promise.all([
    settings.checks.has('lint') ? lintChart(linter, chart) : [],
    helm.template(chart, isUpgrade),
  ]);
  if (rendered.ok) return { record: rendered.record, wrong: lint.map(judge) };
  const wrong = [...lint, ...renderFindings(rendered.error)].map(judge);
  const isRefused = wrong.some(({ outcome }) => outcome === 'refused');
  const again = isRefused ? undefined : await helm.template(chart, isUpgrade, true);
  return { record: again?.ok ? again.record : undefined, wrong };
}

/** A private chart is nothing that a plan could get at: its login is a secret. */
async function fetch(
  place: RenderPlace,
  images: readonly NamedImage[],
  secrets: Values,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Chart | CheckFinding> {
  try {
    return await withoutSecrets(place, images, secrets, settings, ports);
  } catch (error) {
    const isOut = error instanceof ActionError && error.code === 'chart-unavailable';
    if (!isOut || settings.chartPassword !== '') throw error;
    const { message, hint = '' } = error;
    return { check: 'render', outcome: 'not-checked', object: '', field: '', message, hint };
  }
}

/** What no value could mend: a template that cannot even be read. */
const CANNOT_BE_READ = /parse error|error converting YAML|function "\w+" not defined/i;

/**
 * @param secrets with stand-ins; undefined where nobody knows which secrets the chart gets: it may
 *   ask for one that is not there
 */
const forWantOfSecrets =
  (secrets: Values | undefined) =>
  (finding: CheckFinding): CheckFinding => {
    const { check, field, message } = finding;
    const isForSecret = secrets
      ? check === 'schema' && leadsInto(secrets, field)
      : !CANNOT_BE_READ.test(message);
    if (!isForSecret) return finding;
    const hint = 'A plan has no secrets: the deploy has them, and will tell.';
    return { ...finding, outcome: 'not-checked', hint };
  };
