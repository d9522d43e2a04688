/** Time that only passes when a test says so. */
export interface VirtualClock {
  readonly elapsed: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Lets so much time pass, waking sleepers in order, each with all that follows from it. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many sleep now: timers that would keep a process alive. */
  readonly sleepers: () => number;
}

export function virtualClock(): VirtualClock {
  let now = 0;
  const sleeping = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    elapsed: () => now,
    sleepers: () => sleeping.size,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: now + ms, wake };
        function wake(): void {
          sleeping.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        }
        if (signal?.aborted) {
          resolve();
          return;
        }
        sleeping.add(sleeper);
        signal?.addEventListener('abort', wake);
      }),
    pass: async (ms) => {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = [...sleeping].sort((a, b) => a.until - b.until);
        if (next === undefined || next.until > end) break;
        now = next.until;
        next.wake();
        await settled();
      }
      now = end;
      await settled();
    },
  };
}

/** All that is due without time passing has happened. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}
