import { ActionError } from '../errors.ts';
import type { BundleImage } from './bundle.ts';

/**
 * The images of a bundle out of the `images` outputs of build-image, one output per build.
 * @throws {ActionError} `bundle-invalid`: an empty output, another schema, a name given twice
 */
export function bundleImages(outputs: readonly string[]): Readonly<Record<string, BundleImage>> {
  const images: Record<string, BundleImage> = {};
  for (const output of outputs) {
    for (const [name, { repository, digest }] of Object.entries(readOutput(output))) {
      if (name in images) throw invalid(`two builds made an image "${name}"`);
      images[name] = { repository, digest };
    }
  }
  return images;
}

function readOutput(output: string): Readonly<Record<string, BundleImage>> {
  if (output.trim() === '') {
    throw invalid(
      'an images output is empty: the build did not push, or GitHub dropped the output',
    );
  }
  try {
    const value = JSON.parse(output) as { schema?: unknown; images?: Record<string, BundleImage> };
    if (value.schema === 1 && value.images) return value.images;
  } catch {} // Said below: not JSON is as wrong as JSON of another form.
  throw invalid('an images output is not the JSON of build-image (schema 1)');
}

const invalid = (why: string): ActionError =>
  new ActionError('bundle-invalid', `No bundle can be made: ${why}`, {
    hint: 'GitHub drops an output that holds any masked string, with a warning only.',
  });
