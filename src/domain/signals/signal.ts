import type { DiagnosisCode } from '../diagnosis.ts';

/** What a signal is worth when it stands; the judge adds time and count. */
export type SignalClass =
  | 'fatal' // ends the rollout at once
  | 'count' // ends it when seen `limit` times
  | 'held' // ends it when it stood for `limit` milliseconds without a break
  | 'slow' // reported; explains a time-out
  | 'transient'; // shown, worth nothing by itself

/** One sign of trouble that stands in the world now. */
export interface Signal {
  /** The same trouble of the same object has the same key from one look to the next. */
  readonly key: string;
  readonly class: SignalClass;
  readonly code: DiagnosisCode;
  /** `Deployment/web`, `Job/migrate`; the workload of the release it belongs to. */
  readonly workload: string;
  /** `Pod/web-abc-x`: where it shows. */
  readonly object: string;
  readonly namespace: string;
  readonly container: string;
  /** Verbatim, as Kubernetes said it. */
  readonly message: string;
  readonly hint: string;
  /** Times it was seen, since the baseline. */
  readonly count: number;
  /** Of class `count` a number, of class `held` milliseconds; the judge's limits may replace it. */
  readonly limit: number;
}
