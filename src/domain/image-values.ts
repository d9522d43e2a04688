import { isMapping, type Values } from './deep-merge.ts';

/** An image to deploy under the name the chart knows it by. */
export interface NamedImage {
  /** A service (`api` → `api.image`) or a values path (`web.frontend.image`). */
  readonly name: string;
  readonly repository: string;
  /** `sha256:…`, or undefined where only a tag was given (allow-tags). */
  readonly digest: string | undefined;
  readonly tag: string | undefined;
}

export type Placement =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problem: string; readonly hint: string };

/**
 * Finds where the chart takes an image and fills it in the form of the chart's own default: a
 * mapping gets `repository` and `digest` (or `tag`), a string gets the whole reference.
 * Tried in this order: `<name>.image`, `<name>` itself, and `image` for the chart's only image.
 */
export function placeImage(image: NamedImage, defaults: Values, onlyImage: boolean): Placement {
  const candidates = [[...image.name.split('.'), 'image'], image.name.split('.')];
  if (onlyImage) candidates.push(['image']);
  for (const path of candidates) {
    const found = lookUp(defaults, path);
    if (typeof found === 'string') return placed(path, reference(image));
    if (isMapping(found) && 'repository' in found) return placed(path, parts(image, found));
  }
  const known = imagePaths(defaults);
  return {
    ok: false,
    problem: `the chart has no image value for "${image.name}"`,
    hint:
      known.length > 0
        ? `the chart's values hold images at: ${known.join(', ')}`
        : `give the chart a value ${image.name}.image: { repository: "", digest: "" }`,
  };
}

export const reference = (image: Omit<NamedImage, 'name'>): string =>
  image.digest === undefined
    ? `${image.repository}:${image.tag}`
    : `${image.repository}@${image.digest}`;

function parts(image: NamedImage, found: Values): Values {
  if (image.digest === undefined) return { repository: image.repository, tag: image.tag };
  if ('digest' in found) return { repository: image.repository, digest: image.digest };
  // Charts without a digest value mostly render `repository:tag`: `tag@digest` is a valid tag part.
  return { repository: image.repository, tag: `${image.tag ?? 'sha'}@${image.digest}` };
}

function placed(path: readonly string[], value: unknown): Placement {
  const values = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return { ok: true, values: values as Values };
}

function lookUp(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isMapping(at) ? at[key] : undefined), values);
}

/** Every values path that looks like an image: a mapping with `repository`. */
function imagePaths(values: Values, prefix = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (!isMapping(value)) return [];
    const path = prefix + key;
    return 'repository' in value ? [path] : imagePaths(value, `${path}.`);
  });
}
