import { setTimeout as timer, setImmediate as turnOfIo } from 'node:timers/promises';

/** Time as the actions see it. */
export interface Clock {
  /** Milliseconds since 1970, by the machine's clock; it may jump. */
  readonly now: () => number;
  /** Milliseconds of a clock that never jumps. */
  readonly elapsed: () => number;
  /**
   * An abort ends the pause early, without an error. Where this process, or its machine, stood still
   * meanwhile, what came in is read first: nobody is taken for silent because we did not listen.
   */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  /**
   * Calls `body` every so many ms until the returned function is called; keeps no process alive. Here,
   * too, what came in is read first.
   */
  readonly every: (ms: number, body: () => Promise<void>) => () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms, signal) => pause(ms, signal).catch(() => {}),
  every: (ms, body) => {
    let over = false;
    // A round that fails is followed by the next one; what must not fail is told by the body.
    const round = (): void => {
      if (!over) void body().catch(() => {});
    };
    const rounds = setInterval(() => setImmediate(round), ms);
    rounds.unref();
    return () => {
      over = true;
      clearInterval(rounds);
    };
  },
};

/** Calls `late` once so many ms are over, by the rules of `sleep`, unless the returned function is called before. */
export function limit(ms: number, late: () => void): () => void {
  const kept = new AbortController();
  void systemClock.sleep(ms, kept.signal).then(() => {
    if (!kept.signal.aborted) late();
  });
  return () => kept.abort();
}

/** What a stall took is given back, at most the whole pause: others may have stood still with us. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  const due = performance.now() + ms;
  await timer(ms, undefined, { signal });
  const overslept = Math.max(0, performance.now() - due);
  await timer(Math.min(overslept, ms), undefined, { signal });
  // After a stall timers come before what can be read.
  await turnOfIo(undefined, { signal });
}
