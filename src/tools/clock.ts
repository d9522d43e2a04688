import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the actions see it. */
export interface Clock {
  /** Milliseconds since 1970, by the machine's clock; it may jump. */
  readonly now: () => number;
  /** Milliseconds of a clock that never jumps. */
  readonly elapsed: () => number;
  /** An abort ends the pause early, without an error. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  /** Calls `body` every so many ms until the returned function is called; keeps no process alive. */
  readonly every: (ms: number, body: () => Promise<void>) => () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
  every: (ms, body) => {
    // A round that fails is followed by the next one; what must not fail is told by the body.
    const timer = setInterval(() => void body().catch(() => {}), ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};
