import type { CheckProblem } from '../errors.ts';
import { prose, sentences, table } from './markdown.ts';

/** What the checks found, as a table for the job summary. */
export const checksBlock = (problems: readonly CheckProblem[]): readonly string[] => [
  '',
  `### Refused: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
  '',
  table(
    ['Check', 'What is wrong', 'What to do'],
    problems.map(({ title, message, hint }) => [prose(title), prose(message), sentences(hint)]),
  ),
];
