import { startKwok } from '../sandbox/cluster/kwok.ts';
import { down } from '../sandbox/down.ts';
import { openWorld } from '../sandbox/world/world.ts';
import { type Place, type PlaceSettings, withPlace } from './place.ts';

const SANDBOX = 'bench';

/** A sandbox of its own, with a node for any number of pods, for as long as `body` runs. */
export async function withScale<T>(
  settings: PlaceSettings,
  body: (place: Place) => Promise<T>,
): Promise<T> {
  const world = await openWorld(SANDBOX);
  try {
    return await withPlace({ ...settings, sandboxName: SANDBOX }, async (place) => {
      await startKwok(world, place.api, settings.progress);
      return await body(place);
    });
  } finally {
    await down(world, settings.progress);
  }
}
