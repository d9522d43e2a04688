const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A duration as Go and Helm write it (`90s`, `10m`, `1h30m`), for `pattern`. Longer than nothing. */
export const DURATION = String.raw`^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h))+$`;
/** The same with days (`7d`), which Go does not have: for ages, never handed to helm. */
export const AGE = String.raw`^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h|d))+$`;

/** Milliseconds of a text that matches `DURATION` or `AGE`. */
export function milliseconds(text: string): number {
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g);
  return [...parts].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS],
    0,
  );
}
