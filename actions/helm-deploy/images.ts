import { isMapping } from '../../src/domain/deep-merge.ts';
import { formatRepository, parseImageRef } from '../../src/domain/image-ref.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import { describeError } from '../../src/errors.ts';
import { custom, type Input, Refusal } from '../../src/settings/define.ts';

const FORM = 'write name=repository@sha256:<64 hex digits>, one a line';

/** Images by name: `name=reference` lines, or the JSON of build-image's `images` output. */
export function namedImages(about: { readonly description: string }): Input<readonly NamedImage[]> {
  const definition = custom('lines or JSON', about, parse);
  return { ...definition, parse: (text) => definition.parse(text) ?? [] };
}

function parse(given: string): readonly NamedImage[] {
  const images = given.trimStart().startsWith('{') ? fromJson(given) : fromLines(given);
  const names = images.map((image) => image.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal(`"${twice}" is given twice`, FORM);
  return images;
}

function fromLines(given: string): readonly NamedImage[] {
  return given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, reference] = /^([A-Za-z0-9_.-]+)=(\S+)$/.exec(line) ?? [];
      if (name === undefined || reference === undefined) {
        throw new Refusal(`"${line.slice(0, 80)}" is not name=reference`, FORM);
      }
      return named(name, reference);
    });
}

/** build-image's `images` output: `{schema: 1, images: {name: {repository, digest, …}}}`. */
function fromJson(given: string): readonly NamedImage[] {
  const value = parseJson(given);
  if (!isMapping(value) || value.schema !== 1 || !isMapping(value.images)) {
    throw new Refusal('is JSON, but not an `images` output of build-image', FORM);
  }
  return Object.entries(value.images).map(([name, image]) => {
    const { repository, digest } = isMapping(image) ? image : {};
    if (typeof repository === 'string' && typeof digest === 'string') {
      return named(name, `${repository}@${digest}`);
    }
    throw new Refusal(`${name} has no repository and digest`, FORM);
  });
}

function parseJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    throw new Refusal('starts like JSON but is none', FORM);
  }
}

function named(name: string, reference: string): NamedImage {
  try {
    const ref = parseImageRef(reference);
    return {
      name,
      repository: formatRepository(ref),
      digest: ref.digest,
      tag: ref.digest === undefined ? (ref.tag ?? 'latest') : ref.tag,
    };
  } catch (error) {
    throw new Refusal(`${name}: ${describeError(error)}`, FORM);
  }
}
