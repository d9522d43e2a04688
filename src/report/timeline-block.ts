import type { Span } from './stopwatch.ts';
import type { RollingTimes } from './workloads-block.ts';

/** What took less of the whole would be a line without a width. */
const THINNEST = 1 / 200;
/** Rollouts drawn; a chart of more is no picture any more. */
const MOST = 20;

/**
 * A mermaid gantt chart of the phases of a run and of the rollouts in them, folded. Times are drawn
 * from the run's begin: a time of day would be shown in the reader's zone. None without phases.
 */
export function timelineBlock(phases: readonly Span[], rolling: RollingTimes): string[] {
  // What was never ready was given up with the phase that failed; an undo comes after that.
  const givenUp = phases.find(({ failed }) => failed)?.end;
  const rollouts = [...rolling].slice(0, MOST).map(([name, { from, to }]) => {
    const failed = to === undefined;
    const end = to ?? (givenUp !== undefined && givenUp > from ? givenUp : undefined);
    return { name, start: from, end, failed };
  });
  const all = [...phases, ...rollouts];
  if (phases.length === 0) return [];
  const began = Math.min(...all.map(({ start }) => start));
  const ended = Math.max(...all.map(({ start, end }) => end ?? start));
  const isSeen = ({ start, end }: Span): boolean =>
    (end ?? ended) - start >= (ended - began) * THINNEST;
  const draw = (spans: readonly Span[]): string[] =>
    spans.map(({ name, start, end, failed }) => {
      const from = Math.round(start - began);
      const to = Math.max(Math.round((end ?? ended) - began), from + 1);
      return `${labelOf(name)} :${failed ? 'crit' : 'done'}, ${clock(from)}, ${clock(to)}`;
    });
  return [
    '<details><summary>Timeline</summary>',
    '',
    '```mermaid',
    'gantt',
    'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `axisFormat ${ended - began < HOUR ? '%M:%S' : '%H:%M:%S'}`,
    'section Phases',
    ...draw(phases.filter(isSeen)),
    ...(rollouts.length === 0 ? [] : ['section Rollouts', ...draw(rollouts)]),
    '```',
    '',
    '</details>',
    '',
  ];
}

const HOUR = 3_600_000;

/** A point in time on a day of nobody's: no zone changes its clock on it. */
const clock = (ms: number): string =>
  new Date(ms).toISOString().replace('1970', '2000').replace('T', ' ').slice(0, 23);

/** Words that begin a statement of a gantt chart; a label must not. */
const STATEMENT =
  /^(?=accTitle|accDescr|axisFormat|click|dateFormat|excludes|gantt|includes|inclusiveEndDates|section|tickInterval|title|todayMarker|topAxis|vert|weekday|weekend)/i;

/** A name with the signs that mean something to mermaid (`:` `;` `#` `,` `%%` …) taken out. */
const labelOf = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}/._ -]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .replace(STATEMENT, 'the ') || 'unnamed';
