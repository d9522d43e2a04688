import { createHash } from 'node:crypto';
import { ActionError } from '../../errors.ts';

/** What a registry says about one of its objects. */
export interface Descriptor {
  readonly digest: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** An entry of an index. */
export interface IndexEntry extends Descriptor {
  /** `linux/amd64`, `linux/arm/v7`; undefined for attestations and what else has no platform. */
  readonly platform: string | undefined;
}

export type ParsedManifest =
  | { readonly kind: 'index'; readonly entries: readonly IndexEntry[] }
  | { readonly kind: 'image'; readonly config: Descriptor; readonly layers: readonly Descriptor[] };

const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const IMAGE_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** Without it Distribution answers 404 for every OCI manifest, also to HEAD (measured, 2.8.2). */
export const ACCEPT_MANIFESTS = [...INDEX_TYPES, ...IMAGE_TYPES].join(', ');

export const sha256 = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

interface RawPlatform {
  readonly os?: unknown;
  readonly architecture?: unknown;
  readonly variant?: unknown;
}

/** `os/architecture[/variant]`, or undefined where it names no platform to run on. */
export function formatPlatform(platform: RawPlatform | undefined): string | undefined {
  const { os, architecture, variant } = platform ?? {};
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined;
  if (os === '' || os === 'unknown' || architecture === 'unknown') return undefined;
  return [os, architecture, ...(typeof variant === 'string' && variant ? [variant] : [])].join('/');
}

/**
 * Reads an OCI or Docker manifest or index.
 * https://github.com/opencontainers/image-spec/blob/v1.1.0/manifest.md
 * @throws {ActionError} `request-failed` when it is neither
 */
export function parseManifest(bytes: Buffer, mediaType: string): ParsedManifest {
  const value = parseObject(bytes);
  // The media type inside is optional in OCI; the answer's header then decides.
  const type = typeof value.mediaType === 'string' ? value.mediaType : mediaType;
  if (INDEX_TYPES.includes(type) && Array.isArray(value.manifests)) {
    return { kind: 'index', entries: value.manifests.map(indexEntry) };
  }
  if (IMAGE_TYPES.includes(type) && Array.isArray(value.layers)) {
    return {
      kind: 'image',
      config: descriptor(value.config),
      layers: value.layers.map(descriptor),
    };
  }
  throw notAManifest(`its type is "${type}"`);
}

function parseObject(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Told below: what came is not JSON.
  }
  throw notAManifest(`it starts with "${bytes.toString('utf8', 0, 60).replace(/\s+/g, ' ')}"`);
}

const indexEntry = (raw: unknown): IndexEntry => ({
  ...descriptor(raw),
  platform: formatPlatform((raw as { platform?: RawPlatform }).platform),
});

function descriptor(raw: unknown): Descriptor {
  const { digest, mediaType, size } = (raw ?? {}) as Record<string, unknown>;
  if (typeof digest !== 'string' || typeof mediaType !== 'string' || typeof size !== 'number') {
    throw notAManifest('a descriptor in it has no digest, media type or size');
  }
  return { digest, mediaType, size };
}

const notAManifest = (why: string): ActionError =>
  new ActionError('request-failed', `the registry's answer is not an image manifest: ${why}`);
