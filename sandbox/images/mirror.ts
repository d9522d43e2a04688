import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pushImage } from '../registry/push-image.ts';
import { withPrivateRegistry } from '../registry/registry.ts';
import type { RegistryAddress } from '../registry/registry-http.ts';
import { cached } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { busybox } from './busybox/image.ts';
import { debian } from './debian/image.ts';
import { golang } from './golang/image.ts';
import type { StandIn } from './image.ts';
import { layerKey, layersOf } from './layer.ts';
import { nginx } from './nginx/image.ts';
import { node } from './node/image.ts';
import { postgres } from './postgres/image.ts';
import { redis } from './redis/image.ts';

/** What the sandbox has of Docker Hub. */
export const STAND_INS: readonly StandIn[] = [
  debian,
  busybox,
  node,
  golang,
  redis,
  postgres,
  nginx,
];

/**
 * Returns the blob storage of a registry that holds the stand-ins as `library/<name>`. Made once
 * per content: `up` only serves it, because pushing 300 MB each time takes longer than all the rest.
 */
export async function mirrorStorage(progress: Progress): Promise<string> {
  const hash = createHash('sha256');
  for (const image of STAND_INS) {
    hash.update(await layerKey(image)).update(JSON.stringify([image.names, image.config]));
  }
  const key = hash.digest('hex').slice(0, 16);
  const make = async (folder: string): Promise<void> => {
    const layers = new Map<StandIn, string[]>();
    for (const image of STAND_INS) layers.set(image, await layersOf(image, progress));
    await withPrivateRegistry(
      folder,
      async (registry) => {
        for (const [image, tars] of layers) await pushNames(registry, image, tars);
      },
      progress,
    );
  };
  return join(await cached({ name: 'mirror', key, make }, progress), 'storage');
}

async function pushNames(
  registry: RegistryAddress,
  image: StandIn,
  layers: readonly string[],
): Promise<void> {
  const base = image.base ? repositoryOf(image.base.names[0]) : undefined;
  for (const name of image.names) {
    const mount = base ? { mountFrom: base } : {};
    await pushImage(registry, { name: `library/${name}`, layers, config: image.config, ...mount });
  }
}

const repositoryOf = (name: string): string => `library/${name.split(':')[0]}`;
