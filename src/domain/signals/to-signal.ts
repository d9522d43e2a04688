import { cleanMessage } from './message.ts';
import type { Found, Row } from './row.ts';
import type { Signal, SignalClass } from './signal.ts';

/** Where a row is looked for, and what is known of that place. */
export interface Place {
  /** The object's uid, with the container's name if it is about one. */
  readonly key: string;
  readonly workload: string;
  readonly namespace: string;
  readonly object: string;
  readonly container: string;
  /** New pods of the workload; 0 where one sign is enough. */
  readonly pods: number;
  /** It was there before helm started. */
  readonly standing: boolean;
  readonly job: boolean;
  readonly othersOnTheirWay: boolean;
  readonly node: string;
}

/** The first row of a table that fits, as a signal; none or one. */
export function firstOf<Subject>(
  table: readonly Row<Subject>[],
  subject: Subject,
  place: Place,
): readonly Signal[] {
  for (const row of table) {
    const found = row.find(subject);
    if (found !== undefined) return [toSignal(row, subject, found, place)];
  }
  return [];
}

function toSignal<Subject>(
  row: Row<Subject>,
  subject: Subject,
  found: Found,
  place: Place,
): Signal {
  const message = cleanMessage(found.message);
  const level = classOf(row, place);
  const needs = row.needs?.(subject, message);
  return {
    key: `${place.key}/${row.name}`,
    class: level,
    code: row.code,
    workload: place.workload,
    object: place.object,
    namespace: place.namespace,
    container: place.container,
    message,
    hint: row.hint(subject, message),
    count: found.count ?? 1,
    ...(row.bound && level === row.class && { bound: row.bound }),
    pods: place.pods,
    minAge: row.minAge ?? 0,
    ...(found.ran !== undefined && { exit: { of: place.key, ran: found.ran } }),
    excused: row.mayWaitForOthers === true && place.othersOnTheirWay,
    ...(needs && { needs }),
    suspect: row.mayBeNode ? place.node : '',
  };
}

/** What was so before helm started explains a time-out, and is never a verdict. */
function classOf<Subject>(row: Row<Subject>, place: Place): SignalClass {
  if (row.class === 'transient' || (row.retriedByJob && place.job)) return 'transient';
  return place.standing ? 'slow' : row.class;
}
