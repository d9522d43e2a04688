/** Milliseconds by phase, in the order the phases began. */
export type Timings = Readonly<Record<string, number>>;

export interface Stopwatch {
  /** Measures one phase; a phase that runs twice is added up. */
  readonly phase: <T>(name: string, body: () => Promise<T>) => Promise<T>;
  readonly timings: () => Timings;
}

/** @param now milliseconds of a clock that never jumps (`performance.now`) */
export function createStopwatch(now: () => number): Stopwatch {
  const phases = new Map<string, number>();
  return {
    phase: async (name, body) => {
      const start = now();
      if (!phases.has(name)) phases.set(name, 0);
      try {
        return await body();
      } finally {
        phases.set(name, (phases.get(name) ?? 0) + now() - start);
      }
    },
    timings: () => Object.fromEntries([...phases].map(([name, ms]) => [name, Math.round(ms)])),
  };
}
