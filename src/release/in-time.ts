import type { Clock } from '../tools/clock.ts';

/** What `work` comes to, or a rejection when `giveUp` is aborted first; the work itself goes on. */
export function inTime<T>(work: Promise<T>, giveUp: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUpNow = (): void => reject(new Error('no answer in time'));
    // Where we stood still, what came in meanwhile is read first.
    const late = (): void => void setImmediate(giveUpNow);
    if (giveUp.aborted) giveUpNow();
    giveUp.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => giveUp.removeEventListener('abort', late));
  });
}

/** Waits for something that an outage may hold up for ever, but not longer than `until`. */
export async function notAfter(
  until: number,
  body: Promise<unknown>,
  { sleep, elapsed }: Pick<Clock, 'sleep' | 'elapsed'>,
): Promise<void> {
  const waiting = new AbortController();
  try {
    await Promise.race([body, sleep(Math.max(0, until - elapsed()), waiting.signal)]);
  } finally {
    waiting.abort();
  }
}
