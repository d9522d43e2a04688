/** Milliseconds by phase, in the order the phases began. */
export type Timings = Readonly<Record<string, number>>;

/** Something that took time, in ms of a clock that never jumps; without an end it goes on. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number | undefined;
  readonly failed: boolean;
}

export interface Stopwatch {
  /** Measures one phase; a phase that runs twice is added up. */
  readonly phase: <T>(name: string, body: () => Promise<T>) => Promise<T>;
  readonly timings: () => Timings;
  /** Each run of each phase, in the order they began. */
  readonly spans: () => readonly Span[];
}

/** @param now milliseconds of a clock that never jumps (`performance.now`) */
export function createStopwatch(now: () => number): Stopwatch {
  const spans: { -readonly [Key in keyof Span]: Span[Key] }[] = [];
  return {
    phase: async (name, body) => {
      const span = { name, start: now(), end: undefined as number | undefined, failed: true };
      spans.push(span);
      try {
        const value = await body();
        span.failed = false;
        return value;
      } finally {
        span.end = now();
      }
    },
    timings: () => {
      const sums = new Map<string, number>();
      for (const { name, start, end } of spans) {
        sums.set(name, (sums.get(name) ?? 0) + (end === undefined ? 0 : end - start));
      }
      return Object.fromEntries([...sums].map(([name, ms]) => [name, Math.round(ms)]));
    },
    spans: () => spans.map((span) => ({ ...span })),
  };
}
