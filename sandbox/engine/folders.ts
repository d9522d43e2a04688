import { join } from 'node:path';
import { cacheFolder } from '../world/cache.ts';
import type { World } from '../world/world.ts';

/** Images and the build cache: they outlive `down`, so that the second build is fast. */
export const engineData = (world: World): string => join(cacheFolder(), 'engine', world.name);

/** What lives as long as the processes. */
export const engineState = (world: World): string => join(world.runFolder, 'engine');

export const dockerSocket = (world: World): string => join(world.runFolder, 'docker.sock');
export const engineContainerdSocket = (world: World): string =>
  join(engineState(world), 'containerd.sock');
