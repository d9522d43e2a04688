import type { BuildImageResult } from './build-image.ts';
import type { outputs } from './inputs.ts';

/** The action's outputs: always all of them, `''` where there is no image to name. */
export function outputsOf(result: BuildImageResult): Record<keyof typeof outputs, string> {
  const { image, status, timings } = result;
  return {
    image: image ? `${image.repository}@${image.digest}` : '',
    digest: image?.digest ?? '',
    images: image ? JSON.stringify({ schema: 1, images: named(image) }) : '',
    status,
    timings: JSON.stringify(timings),
  };
}

function named({ repository, digest, tags, platforms }: NonNullable<BuildImageResult['image']>) {
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return { [name]: { repository, digest, tags, platforms } };
}
