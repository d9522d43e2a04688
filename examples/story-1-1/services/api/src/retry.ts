import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 2_000;

/** The longest pause before try `attempt` + 1, in milliseconds: doubles up to two seconds. */
export function longestDelay(attempt: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS);
}

/**
 * Runs `body` until it succeeds. A service that exits because its database is late makes a rollout
 * look broken; this one waits, and says so. Rejects only when `signal` is aborted.
 */
export async function untilDone<T>(
  body: () => Promise<T>,
  failed: (error: unknown, attempt: number) => void,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await body();
    } catch (error) {
      failed(error, attempt);
      // Replicas that start together must not knock together: half of the pause is random.
      const delay = longestDelay(attempt) * (0.5 + Math.random() / 2);
      await sleep(delay, undefined, { signal });
    }
  }
}
