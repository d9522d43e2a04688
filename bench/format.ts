/** Milliseconds for a table: `340 ms`, `4.21 s`. */
export const time = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;

/** `a 12, b 7`: phases of a run, the largest first, without those below `least` ms. */
export const phases = (timings: Readonly<Record<string, number>>, least = 5): string =>
  Object.entries(timings)
    .filter(([, ms]) => ms >= least)
    .sort(([, a], [, b]) => b - a)
    .map(([name, ms]) => `${name} ${Math.round(ms)}`)
    .join(', ');
