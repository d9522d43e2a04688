import { formatImageRef, formatRepository, type Repository } from '../../src/domain/image-ref.ts';
import { ActionError } from '../../src/errors.ts';
import { formatPlatform, parseManifest } from '../../src/http/registry/manifest.ts';
import type { Registry } from '../../src/http/registry/registry.ts';
import type { Clock } from '../../src/tools/clock.ts';
import type { NamedValue } from './records.ts';

/** What was pushed, as it is claimed. */
export interface Claim {
  readonly repository: Repository;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly labels: readonly NamedValue[];
}

/** An image that the registry has, every part read back. */
export interface PublishedImage {
  /** `host/path`. */
  readonly repository: string;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly platforms: readonly string[];
  /** Bytes of config and layers as they are pulled, of all platforms. */
  readonly size: number;
}

export interface ReadBackPorts {
  readonly registry: Registry;
  /** Waits so many milliseconds. */
  readonly sleep: Clock['sleep'];
}

/** Some registries need a moment until a push can be read. */
const PAUSES_MS = [500, 1000, 2000];

/**
 * Lets the registry decide: reads the manifest, each platform's manifest and config, and every tag.
 * @throws {ActionError} `image-missing` (a part is not there), `wrong-digest` (a tag or a part is
 * something else), and what the registry client throws
 */
export async function readBack(claim: Claim, ports: ReadBackPorts): Promise<PublishedImage> {
  const { registry } = ports;
  const { repository, digest } = claim;
  const top = await eventually(() => registry.manifest({ ...repository, digest }), ports.sleep);
  const parsed = parseManifest(top.bytes, top.mediaType);
  const images =
    parsed.kind === 'image'
      ? [await readImage(claim, digest, ports)]
      : await Promise.all(parsed.entries.map((entry) => readImage(claim, entry.digest, ports)));
  const runnable = images.filter(({ platform }) => platform !== undefined);
  if (runnable.length === 0) {
    throw new ActionError(
      'image-missing',
      `${formatImageRef({ ...repository, digest })} holds no image for any platform`,
    );
  }
  await Promise.all(claim.tags.map((tag) => checkTag(claim, tag, ports)));
  return {
    repository: formatRepository(repository),
    digest,
    tags: claim.tags,
    platforms: runnable.flatMap(({ platform }) => platform ?? []),
    size: runnable.reduce((sum, { size }) => sum + size, 0),
  };
}

interface ReadImage {
  /** Undefined for attestations, which have no platform. */
  readonly platform: string | undefined;
  readonly size: number;
}

/** Fetches one manifest and its config, the hash of both checked by the client. */
async function readImage(
  claim: Claim,
  digest: string,
  { registry, sleep }: ReadBackPorts,
): Promise<ReadImage> {
  const manifest = await eventually(
    () => registry.manifest({ ...claim.repository, digest }),
    sleep,
  );
  const parsed = parseManifest(manifest.bytes, manifest.mediaType);
  if (parsed.kind === 'index') return { platform: undefined, size: 0 };
  const bytes = await registry.blob(claim.repository, parsed.config.digest);
  const config = JSON.parse(bytes.toString('utf8')) as ImageConfig;
  const platform = formatPlatform(config);
  if (platform !== undefined) checkLabels(claim, config.config?.Labels ?? {});
  return { platform, size: [parsed.config, ...parsed.layers].reduce((sum, b) => sum + b.size, 0) };
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.0/config.md */
interface ImageConfig {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> };
}

function checkLabels({ labels, digest }: Claim, found: Readonly<Record<string, string>>): void {
  const wrong = labels.find(({ name, value }) => found[name] !== value);
  if (wrong === undefined) return;
  throw new ActionError(
    'wrong-digest',
    `The image ${digest} in the registry has the label ${wrong.name}=${found[wrong.name] ?? ''}, not what this build gave it: it is another image`,
  );
}

async function checkTag(
  { repository, digest }: Claim,
  tag: string,
  { registry, sleep }: ReadBackPorts,
) {
  const reference = formatImageRef({ ...repository, tag });
  const found = await eventually(async () => {
    const resolved = await registry.resolve({ ...repository, tag });
    if (resolved !== undefined) return resolved;
    throw new ActionError('image-missing', `${reference} is not in the registry after the push`, {
      hint: 'The push was reported as done: look at the registry’s own log and retention rules.',
    });
  }, sleep);
  if (found.digest === digest) return;
  throw new ActionError(
    'wrong-digest',
    `${reference} stands for ${found.digest}, not for ${digest} that was pushed`,
    { hint: 'Another run may have pushed the same tag meanwhile: give each run a tag of its own.' },
  );
}

async function eventually<T>(read: () => Promise<T>, sleep: ReadBackPorts['sleep']): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ActionError) || error.code !== 'image-missing') throw error;
      await sleep(pause);
    }
  }
  return read();
}
