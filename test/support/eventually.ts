import { setTimeout as sleep } from 'node:timers/promises';

const LOOKS = 240;

/** Looks twice a second, for two minutes at most, until there is an answer. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < LOOKS; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(500);
  }
  throw new Error('it did not happen within two minutes');
}
