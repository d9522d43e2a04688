import type { Limits } from './diagnosis.ts';
import type { Bound, Signal } from './signals/signal.ts';

/** What the judge remembers of a signal, in ms of its clock. */
export interface Seen {
  readonly signal: Signal;
  /** Stands without a break since then. */
  readonly since: number;
  /** Seen first, breaks or not. */
  readonly first: number;
  readonly last: number;
}

/** How long another workload on its way excuses one that exits and starts again. */
const EXCUSED_FOR = 300_000;
/** How long a lone node may be the one at fault. */
const SUSPECT_FOR = 300_000;

/**
 * Whether a signal dooms what it stands on.
 * @param startedAt when the container first started, of a signal that tells of an exit
 * @param replaced another pod of the workload showed the same before and is gone
 */
export function isRipe(
  seen: Seen,
  limits: Limits,
  now: number,
  { startedAt, replaced }: { readonly startedAt: number; readonly replaced: boolean },
): boolean {
  const { signal, since, first } = seen;
  if (signal.excused && now - first < EXCUSED_FOR) return false;
  if (signal.suspect !== '' && !replaced && now - first < SUSPECT_FOR) return false;
  if (now - startedAt < signal.minAge) return false;
  switch (signal.class) {
    case 'fatal':
      return true;
    case 'count':
      return signal.count >= least(signal.bound, limits);
    case 'held':
    case 'slow':
      return signal.bound !== undefined && now - since >= least(signal.bound, limits);
    case 'transient':
      return false;
  }
}

const least = (bound: Bound | undefined, limits: Limits): number =>
  bound === undefined
    ? 1
    : Math.max(bound.least, bound.input ? limits[bound.input] + (bound.plus ?? 0) : 0);
