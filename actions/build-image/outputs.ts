import type { BuildImageResult } from './build-image.ts';
import type { outputs } from './inputs.ts';

/** The action's outputs: always all of them, `''` where there is nothing to name. */
export function outputsOf(result: BuildImageResult): Record<keyof typeof outputs, string> {
  const { builds, made, bundle, bundleFile, status, timings } = result;
  const there = made.flatMap(({ build, image }) => (image ? [{ name: build.name, image }] : []));
  const only = builds.length === 1 ? there[0]?.image : undefined;
  const images = there.map(({ name, image: { repository, digest, tags, platforms } }) => [
    name,
    { repository, digest, tags, platforms },
  ]);
  return {
    image: only ? `${only.repository}@${only.digest}` : '',
    digest: only?.digest ?? '',
    images:
      images.length === 0 ? '' : JSON.stringify({ schema: 1, images: Object.fromEntries(images) }),
    bundle: bundle?.id ?? '',
    'bundle-file': bundleFile ?? '',
    status,
    timings: JSON.stringify(timings),
  };
}
