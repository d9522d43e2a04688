import type { Place } from './place.ts';

/** `not yet`: the feature that the goal is for is not in the action; the number is today's. */
export type Verdict = 'pass' | 'fail' | 'not yet';

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly goal: string;
  readonly ours: string;
  /** What bare helm (or bare node) took or said in the same run; `''` where nothing compares. */
  readonly bare: string;
  /** Ours to bare, where the goal is a ratio. */
  readonly ratio?: number;
  readonly verdict: Verdict;
  /** What a reader must know to read the numbers. */
  readonly note: string;
  /** Every single measurement: milliseconds unless the name says otherwise. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

/** A row of "Speed and size" in the design: one goal, measured by one function. */
export interface Row {
  readonly id: string;
  readonly measure: string;
  /** Needs hundreds of pods: runs in a sandbox of its own with a node that KWOK plays. */
  readonly scale?: true;
  /** May bring lines of its own goals, e.g. one per fault. */
  readonly run: (place: Place) => Promise<readonly Line[]>;
}

/** `pass` when the value is within the goal; `not yet` when the feature is not there. */
export function judge(value: number, most: number, there = true): Verdict {
  if (!there) return 'not yet';
  return value <= most ? 'pass' : 'fail';
}
