import {
  formatImageRef,
  formatRepository,
  type ImageRef,
  type Repository,
} from '../../domain/image-ref.ts';
import { ActionError } from '../../errors.ts';
import type { HttpResponse } from '../request.ts';
import {
  ACCEPT_MANIFESTS,
  type Descriptor,
  formatPlatform,
  parseManifest,
  sha256,
} from './manifest.ts';
import { createReader, type RegistryOptions } from './read.ts';
import { registryError } from './verdict.ts';

/** A manifest or index, byte for byte as the registry has it. */
export interface Manifest extends Descriptor {
  readonly bytes: Buffer;
}

/** The image of one platform. */
export interface PlatformImage extends Descriptor {
  /** `linux/amd64`, `linux/arm/v7`. */
  readonly platform: string;
}

/**
 * What we read from registries. Every call may throw {ActionError} `registry-refused` (401, 403),
 * `request-failed` (429, 5xx, no answer), and those that must find something `image-missing`.
 */
export interface Registry {
  /** Does what `docker login` does: is the login for this host accepted? No right is checked. */
  readonly checkLogin: (host: string) => Promise<void>;
  /** What a tag (or digest) stands for now; undefined when the registry has no such thing. */
  readonly resolve: (ref: ImageRef) => Promise<Descriptor | undefined>;
  /** The manifest's bytes; their hash was checked. @throws {ActionError} `wrong-digest` */
  readonly manifest: (ref: ImageRef) => Promise<Manifest>;
  /** A small blob such as an image's config (up to 8 MiB), its hash checked. @throws {ActionError} `wrong-digest` */
  readonly blob: (repository: Repository, digest: string) => Promise<Buffer>;
  /** The images one can run, attestations left out; a single image's platform is in its config. */
  readonly platforms: (ref: ImageRef) => Promise<readonly PlatformImage[]>;
}

/** Tried several times already: a GET would not fare better. */
const TROUBLE = new Set([429, 500, 502, 503, 504]);

/**
 * The Registry port on the distribution API.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md
 */
export function createRegistry(options: RegistryOptions): Registry {
  const read = createReader(options);

  const checkLogin = async (host: string): Promise<void> => {
    const response = await read({ host }, { path: '' });
    if (response.status !== 200) throw registryError(`login to ${host}`, response);
  };

  const manifest = async (ref: ImageRef): Promise<Manifest> => {
    const response = await read(ref, { path: manifestPath(ref), accept: ACCEPT_MANIFESTS });
    if (response.status !== 200) throw registryError(formatImageRef(ref), response);
    const digest = sha256(response.body);
    for (const promised of [ref.digest, digestHeader(response)]) {
      if (promised !== undefined && promised !== digest) {
        throw wrongDigest(formatImageRef(ref), promised, digest);
      }
    }
    const mediaType = contentType(response);
    return { digest, mediaType, size: response.body.length, bytes: response.body };
  };

  const resolve = async (ref: ImageRef): Promise<Descriptor | undefined> => {
    const response = await read(ref, {
      method: 'HEAD',
      path: manifestPath(ref),
      accept: ACCEPT_MANIFESTS,
    });
    if (response.status === 404) return undefined;
    const digest = digestHeader(response);
    const size = Number(response.headers['content-length']);
    if (response.status === 200 && digest !== undefined && size > 0) {
      return { digest, size, mediaType: contentType(response) };
    }
    if (TROUBLE.has(response.status)) throw registryError(formatImageRef(ref), response);
    // HEAD has no body to tell why, and its digest header is optional: ask again with GET.
    const { bytes: _, ...found } = await manifest(ref);
    return found;
  };

  const blob = async (repository: Repository, digest: string): Promise<Buffer> => {
    const what = `${formatRepository(repository)}, blob ${digest}`;
    const response = await read(repository, { path: `blobs/${digest}` });
    if (response.status !== 200) throw registryError(what, response);
    const got = sha256(response.body);
    if (got !== digest) throw wrongDigest(what, digest, got);
    return response.body;
  };

  const platforms = async (ref: ImageRef): Promise<readonly PlatformImage[]> => {
    const { bytes, ...found } = await manifest(ref);
    const parsed = parseManifest(bytes, found.mediaType);
    if (parsed.kind === 'index') {
      return parsed.entries.flatMap(({ platform, ...entry }) =>
        platform === undefined ? [] : [{ ...entry, platform }],
      );
    }
    const config: unknown = JSON.parse((await blob(ref, parsed.config.digest)).toString('utf8'));
    const platform = formatPlatform(config as Parameters<typeof formatPlatform>[0]);
    return platform === undefined ? [] : [{ ...found, platform }];
  };

  return { checkLogin, resolve, manifest, blob, platforms };
}

const manifestPath = (ref: ImageRef): string => `manifests/${ref.digest ?? ref.tag ?? 'latest'}`;

const digestHeader = (response: HttpResponse): string | undefined =>
  response.headers['docker-content-digest']?.toString();

const contentType = (response: HttpResponse): string =>
  (response.headers['content-type'] ?? '').replace(/;.*$/, '').trim();

const wrongDigest = (what: string, promised: string, got: string): ActionError =>
  new ActionError('wrong-digest', `${what}: the bytes that came have ${got}, not ${promised}`, {
    hint: 'A proxy or the registry itself changed or cut the answer: do not use this image.',
  });
