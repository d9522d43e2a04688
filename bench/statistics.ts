/** Middle of the values; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('the median of nothing');
  return (upper + lower) / 2;
}

/** What two things that were measured in turn say about each other. */
export interface Compared {
  /** Medians. */
  readonly ours: number;
  readonly bare: number;
  /** Median of the ratios ours/bare of each pair: the machine's speed drifts, a pair shares it. */
  readonly ratio: number;
  /** Smallest and largest ratio of a pair. */
  readonly spread: readonly [number, number];
}

export interface Pair {
  readonly ours: number;
  readonly bare: number;
}

/** @throws {Error} without a pair, or where a bare value is zero */
export function compare(pairs: readonly Pair[]): Compared {
  const ratios = pairs.map(({ ours, bare }) => {
    if (bare === 0) throw new Error('a ratio to zero');
    return ours / bare;
  });
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

/**
 * Measures both in turn, `count` times. Who goes first alternates, so that what the first leaves
 * behind (warm files, pods that still end) is not always the other's.
 */
export async function inTurn<A, B>(
  count: number,
  ours: (round: number) => Promise<A>,
  bare: (round: number) => Promise<B>,
): Promise<readonly { readonly ours: A; readonly bare: B }[]> {
  const pairs: { ours: A; bare: B }[] = [];
  for (let round = 0; round < count; round++) {
    if (round % 2 === 0) {
      const first = await ours(round);
      pairs.push({ ours: first, bare: await bare(round) });
    } else {
      const first = await bare(round);
      pairs.push({ ours: await ours(round), bare: first });
    }
  }
  return pairs;
}
