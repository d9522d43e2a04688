import type { Diagnosis, Limits } from '../diagnosis.ts';

/** What a signal is worth when it stands. */
export type SignalClass =
  | 'fatal' // ends the rollout at once
  | 'count' // ends it when seen often enough
  | 'held' // ends it when it stood long enough without a break
  | 'slow' // reported, explains a time-out; with a bound it ends the rollout at that
  | 'transient'; // shown, worth nothing by itself

/** How many times, or how many milliseconds: `max(least, limits[input] + plus)`. */
export interface Bound {
  readonly least: number;
  /** The action's input that softens it. */
  readonly input?: keyof Limits;
  readonly plus?: number;
}

/** One sign of trouble that stands in the world now; what becomes a diagnosis when it is the cause. */
export interface Signal extends Omit<Diagnosis, 'log'> {
  /** The same trouble of the same object has the same key from one look to the next. */
  readonly key: string;
  readonly class: SignalClass;
  /** Times it was seen since the baseline. */
  readonly count: number;
  /** Of `count`: times; of `held` and `slow`: milliseconds. */
  readonly bound?: Bound;
  /** How many new pods the workload has; all of them must be doomed. 0: this signal alone dooms it. */
  readonly pods: number;
  /** Milliseconds that must have gone by since the container's first start. */
  readonly minAge: number;
  /** Of an exit: `<pod uid>/<container>`, and how long the container ran before it, in ms. */
  readonly exit?: { readonly of: string; readonly ran: number };
  /** Another workload of the release is still on its way, and may be what this one waits for. */
  readonly excused: boolean;
  /** The only one of several nodes that shows it, if it may be that node's fault; else `''`. */
  readonly suspect: string;
}

/** A signal with what the judge knows of it. */
export interface Standing {
  readonly signal: Signal;
  /** Stands without a break since then, on the judge's clock. */
  readonly since: number;
  /** It dooms the object it stands on. */
  readonly ripe: boolean;
  /** For people: `fatal` only when ripe. */
  readonly class: SignalClass;
}
