import { humanTime } from '../domain/human-time.ts';
import { table } from './markdown.ts';
import type { Timings } from './stopwatch.ts';

/** The phases of a run, folded: lines of markdown for a job summary. */
export const timingDetails = (timings: Timings): string[] => [
  '<details><summary>Where the time went</summary>\n',
  table(
    ['Phase', 'Time'],
    Object.entries(timings).map(([phase, ms]) => [phase, humanTime(ms)]),
  ),
  '</details>',
  '',
];
