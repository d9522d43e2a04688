import type { KubeObject } from '../manifest.ts';

/** An event of the core API, or of events.k8s.io, in one shape. */
export interface EventView {
  readonly uid: string;
  readonly reason: string;
  readonly message: string;
  /** Times since the baseline; repeated events are one object with a count. */
  readonly count: number;
  /** `web`, `''` when it is about the object as a whole. */
  readonly container: string;
  /** When it was last sent, as the cluster wrote it; ISO times sort as text. */
  readonly last: string;
}

interface EventObject {
  readonly reason?: string;
  readonly message?: string;
  readonly note?: string;
  readonly count?: number;
  readonly deprecatedCount?: number;
  readonly series?: { readonly count?: number; readonly lastObservedTime?: string };
  readonly eventTime?: string | null;
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
  readonly involvedObject?: Target;
  readonly regarding?: Target;
}
interface Target {
  readonly uid?: string;
  readonly fieldPath?: string;
}

const read = (object: KubeObject): EventObject => object as unknown as EventObject;

/** The uid of the object an event is about, `''` when it has none. */
export function subjectOf(object: KubeObject): string {
  const event = read(object);
  return (event.involvedObject ?? event.regarding)?.uid ?? '';
}

/** How often the event was sent in all. */
export function timesSent(object: KubeObject): number {
  const event = read(object);
  return event.series?.count ?? event.count ?? event.deprecatedCount ?? 1;
}

/** @param before how often it had been sent at the baseline */
export function viewEvent(object: KubeObject, before: number): EventView {
  const event = read(object);
  const path = (event.involvedObject ?? event.regarding)?.fieldPath ?? '';
  return {
    uid: object.metadata.uid ?? object.metadata.name,
    reason: event.reason ?? '',
    message: event.message ?? event.note ?? '',
    count: timesSent(object) - before,
    container: /\{(.+)\}$/.exec(path)?.[1] ?? '',
    last: event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? '',
  };
}

/** The one sent last; between equals the later in the list. */
export function newest(events: readonly EventView[]): EventView | undefined {
  return events.reduce<EventView | undefined>(
    (best, event) => (best === undefined || event.last >= best.last ? event : best),
    undefined,
  );
}

export const sum = (events: readonly EventView[]): number =>
  events.reduce((total, event) => total + event.count, 0);
