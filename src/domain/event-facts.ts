import type { KubeObject } from './manifest.ts';

/** An event as far as a person wants to read it. */
export interface EventFacts {
  /** `Pod/web-6d4f-x`. */
  readonly object: string;
  readonly namespace: string;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** ISO times, `''` when not known. */
  readonly first: string;
  readonly last: string;
}

interface RawEvent {
  readonly involvedObject?: {
    readonly kind?: string;
    readonly name?: string;
    readonly namespace?: string;
  };
  readonly regarding?: RawEvent['involvedObject'];
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly note?: string;
  readonly count?: number;
  readonly series?: { readonly count?: number; readonly lastObservedTime?: string };
  readonly eventTime?: string | null;
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
}

/** Reads both forms of events, `v1` and `events.k8s.io/v1`. */
export function eventFacts(event: KubeObject): EventFacts {
  const raw = event as RawEvent;
  const about = raw.involvedObject ?? raw.regarding ?? {};
  const first = raw.firstTimestamp ?? raw.eventTime ?? '';
  return {
    object: `${about.kind ?? ''}/${about.name ?? ''}`,
    namespace: about.namespace ?? event.metadata.namespace ?? '',
    type: raw.type ?? '',
    reason: raw.reason ?? '',
    message: raw.message ?? raw.note ?? '',
    count: raw.series?.count ?? raw.count ?? 1,
    first,
    last: raw.series?.lastObservedTime ?? raw.lastTimestamp ?? first,
  };
}
