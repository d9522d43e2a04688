import { type Bundle, isBundleId } from '../../src/domain/bundle.ts';
import { formatRepository, parseRepository } from '../../src/domain/image-ref.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import { ActionError } from '../../src/errors.ts';
import { findBundle } from '../../src/records/find-bundle.ts';
import { makeBundle } from '../../src/session/make-bundle.ts';
import { bundleFiles } from '../../src/settings/config/bundle-files.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What is deployed together: the images by name, and the bundle they belong to. */
export interface Cargo {
  readonly images: readonly NamedImage[];
  /** Undefined without deploy.yml, and where the chart or an image can still change. */
  readonly bundle: Bundle | undefined;
}

/**
 * Finds out which bundle this deploy is about: with images it is made from them and the checkout;
 * without, it is the recorded one of that id, and brings its images.
 * @throws {ActionError} `bundle-unknown`; `bundle-invalid` when the id is not the checkout's
 */
export async function settleBundle(
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Cargo> {
  if (settings.bundle !== '' && settings.images.length === 0) {
    const bundle = await recorded(settings, ports);
    return { images: Object.entries(bundle.images).map(named), bundle };
  }
  const bundle = await ofCheckout(settings, ports);
  if (settings.bundle !== '' && bundle && bundle.id !== settings.bundle) {
    throw new ActionError(
      'bundle-invalid',
      `The images and this checkout make ${bundle.id}, not ${settings.bundle}`,
      { hint: 'Check out the commit that the images were built from.' },
    );
  }
  return { images: settings.images, bundle };
}

async function recorded(settings: HelmDeploySettings, ports: HelmDeployPorts): Promise<Bundle> {
  if (!isBundleId(settings.bundle)) throw new Error('an id was checked by the input');
  const found = await findBundle(ports.github(settings.githubToken), {
    given: settings.bundle,
    sha: ports.env.GITHUB_SHA ?? '',
    environments: [],
  });
  return found.bundle;
}

async function ofCheckout(
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Bundle | undefined> {
  const config = settings.environment === '' ? undefined : ports.loadConfig(settings.config);
  const pinned = settings.images.filter((image) => image.digest !== undefined);
  if (!config || pinned.length === 0 || pinned.length < settings.images.length) return undefined;
  const images = pinned.map(
    ({ name, repository, digest = '' }) => [name, { repository, digest }] as const,
  );
  const parts = {
    images: Object.fromEntries(images),
    chart: settings.chart,
    files: bundleFiles(config),
    repository: ports.env.GITHUB_REPOSITORY ?? '',
    workspace: ports.env.GITHUB_WORKSPACE ?? '.',
  };
  return makeBundle(parts, ports.exec).catch((error: unknown) => {
    if (!(error instanceof ActionError) || error.code !== 'bundle-invalid') throw error;
    ports.info(`No bundle, so nothing is recorded for a promotion: ${error.message}`);
    return undefined;
  });
}

function named([name, image]: [string, { repository: string; digest: string }]): NamedImage {
  const repository = formatRepository(parseRepository(image.repository));
  return { name, repository, digest: image.digest, tag: undefined };
}
