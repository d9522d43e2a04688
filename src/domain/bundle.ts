import { createHash } from 'node:crypto';
import { ActionError } from '../errors.ts';
import { isDigest } from './image-ref.ts';

export interface BundleImage {
  /** With its host: `ghcr.io/acme/shop/api`. */
  readonly repository: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
}

/** The immutable set that is deployed together. */
export interface Bundle {
  readonly schema: 1;
  /** `bdl-` and 16 hex digits; the same content has the same id on any machine. */
  readonly id: string;
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** The commit's source tree: two commits with the same tree have the same content. */
  readonly tree: string;
  readonly images: Readonly<Record<string, BundleImage>>;
  readonly chart: {
    /** As the deploy names it: folder, `oci://…`, `builtin:service`. */
    readonly ref: string;
    readonly digest: string;
  };
  /** Digest over deploy.yml and the values files; says which they were, is no part of the id. */
  readonly config: string;
}

/** What a bundle is made of. */
export type BundleContent = Omit<Bundle, 'schema' | 'id'>;

const ID = /^bdl-[0-9a-f]{16}$/;
const HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

export const isBundleId = (text: string): boolean => ID.test(text);

/**
 * The text whose hash is the id: tree, images by name, chart. Repositories and references are left
 * out: a copy of an image in another registry is the same content.
 */
export function canonicalBundle(content: Pick<Bundle, 'tree' | 'images' | 'chart'>): string {
  const images = Object.entries(content.images)
    .map(([name, image]) => `image ${name} ${image.digest}`)
    .sort((a, b) => (a < b ? -1 : 1));
  return [`tree ${content.tree}`, ...images, `chart ${content.chart.digest}`, ''].join('\n');
}

/** `bdl-` and the first 16 hex digits of the sha256 over the canonical form. */
export const bundleId = (content: Pick<Bundle, 'tree' | 'images' | 'chart'>): string =>
  `bdl-${createHash('sha256').update(canonicalBundle(content)).digest('hex').slice(0, 16)}`;

/** @throws {ActionError} `bundle-invalid` with everything that is wrong with the content */
export function createBundle(content: BundleContent): Bundle {
  const problems = problemsOf(content);
  if (problems.length > 0) {
    throw new ActionError('bundle-invalid', `This is no bundle: ${problems.join('; ')}`);
  }
  const { repository, commit, tree, images, chart, config } = content;
  const sorted = Object.entries(images).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    schema: 1,
    id: bundleId(content),
    repository,
    commit,
    tree,
    images: Object.fromEntries(
      sorted.map(([name, image]) => [name, { repository: image.repository, digest: image.digest }]),
    ),
    chart: { ref: chart.ref, digest: chart.digest },
    config,
  };
}

/** One line of JSON; the same bundle gives the same bytes. */
export const formatBundle = (bundle: Bundle): string => JSON.stringify(bundle);

/**
 * Reads a bundle out of JSON or out of a record's payload and computes its id again: a body that was
 * changed on its way is refused. @throws {ActionError} `bundle-invalid`
 */
export function parseBundle(given: unknown): Bundle {
  const value = typeof given === 'string' ? fromText(given) : given;
  const { schema, id, ...content } = (value ?? {}) as Partial<Bundle>;
  if (schema !== 1) {
    throw new ActionError('bundle-invalid', `This is no bundle: schema is ${show(schema)}, not 1`, {
      hint: 'Give the id (bdl-…), or the JSON that the build wrote.',
    });
  }
  const bundle = createBundle(content as BundleContent);
  if (bundle.id !== id) {
    throw new ActionError(
      'bundle-invalid',
      `The bundle says it is ${show(id)}, but its content is ${bundle.id}`,
      { hint: 'Its images, chart or tree were changed after the build: build it again.' },
    );
  }
  return bundle;
}

function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ActionError('bundle-invalid', 'The bundle is not JSON', {
      cause,
      hint: 'Outputs that hold a masked string arrive empty or cut: pass the id between jobs.',
    });
  }
}

function problemsOf(content: Partial<BundleContent>): string[] {
  const { repository, commit, tree, images, chart, config } = content;
  const named = Object.entries(images ?? {});
  return [
    ...(/^[^/\s]+\/[^/\s]+$/.test(String(repository)) ? [] : ['repository is not owner/name']),
    ...(HASH.test(String(commit)) ? [] : ['commit is not a commit’s hash']),
    ...(HASH.test(String(tree)) ? [] : ['tree is not a tree’s hash']),
    ...(named.length > 0 ? [] : ['it has no images']),
    ...named.flatMap(([name, image]) => imageProblems(name, image)),
    ...(isDigest(String(chart?.digest)) ? [] : ['chart.digest is not sha256:…']),
    ...(typeof chart?.ref === 'string' && chart.ref !== '' ? [] : ['chart.ref is missing']),
    ...(isDigest(String(config)) ? [] : ['config is not sha256:…']),
  ];
}

const imageProblems = (name: string, image: Partial<BundleImage> | null): string[] => [
  ...(NAME.test(name) ? [] : [`"${name}" is not an image’s name`]),
  ...(isDigest(String(image?.digest)) ? [] : [`image ${name} has no digest`]),
  ...(typeof image?.repository === 'string' && image.repository !== ''
    ? []
    : [`image ${name} has no repository`]),
];

const show = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
