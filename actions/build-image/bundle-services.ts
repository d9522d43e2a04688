import type { Bundle, BundleImage } from '../../src/domain/bundle.ts';
import { ActionError } from '../../src/errors.ts';
import { makeBundle } from '../../src/session/make-bundle.ts';
import { bundleFiles } from '../../src/settings/config/bundle-files.ts';
import type { DeployConfig } from '../../src/settings/config/deploy-file.ts';
import type { Exec } from '../../src/tools/exec.ts';
import type { MadeImage } from './make-image.ts';
import type { BuildPlan } from './plan-builds.ts';

export interface BundlePorts {
  readonly exec: Exec;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly info: (line: string) => void;
}

/**
 * The bundle of all services and the chart, the same one that helm-deploy makes of the same images
 * and checkout. Where there is none it is said why: an incomplete or changeable set is no bundle.
 */
export async function bundleServices(
  { config, made }: BuildPlan & { readonly made: readonly MadeImage[] },
  ports: BundlePorts,
): Promise<Bundle | undefined> {
  if (!config) return undefined;
  const images = imagesOf(made);
  const left = Object.keys(config.value.services).filter((name) => !(name in images));
  const charts = chartsOf(config.value);
  const [chart] = charts;
  const none = (why: string): undefined => ports.info(`No bundle: ${why}`) as undefined;
  if (Object.keys(images).length === 0) return none('nothing was pushed');
  if (left.length > 0) return none(`it needs all services, and ${left.join(', ')} were not built`);
  if (chart === undefined) return none(`${config.file} has no release.chart`);
  if (charts.length > 1) return none(`environments deploy different charts: ${charts.join(', ')}`);
  const parts = {
    ...{ images, chart, files: bundleFiles(config) },
    repository: ports.env.GITHUB_REPOSITORY ?? '',
    workspace: ports.env.GITHUB_WORKSPACE ?? '.',
  };
  return makeBundle(parts, ports.exec).catch((error: unknown) => {
    if (error instanceof ActionError) return none(error.message);
    throw error;
  });
}

function imagesOf(made: readonly MadeImage[]): Readonly<Record<string, BundleImage>> {
  const entries = made.flatMap(({ build, image }) =>
    image ? [[build.name, { repository: image.repository, digest: image.digest }] as const] : [],
  );
  return Object.fromEntries(entries);
}

/** Each chart that an environment deploys. */
function chartsOf({ release, environments }: DeployConfig): readonly string[] {
  const own = Object.values(environments).map((it) => it.release?.chart ?? release?.chart);
  const charts = own.length > 0 ? own : [release?.chart];
  return [...new Set(charts)].filter((chart) => chart !== undefined);
}
