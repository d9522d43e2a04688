import { table } from '../src/report/markdown.ts';
import type { Line } from './row.ts';

const SIGNS = { pass: '✓ pass', fail: '✘ fail', 'not yet': '… not yet' } as const;

export const HEAD = ['measure', 'goal', 'ours', 'bare', 'ratio', ''] as const;

/** The cells of one line, in the order of HEAD. */
export const cells = (line: Line): readonly string[] => [
  line.what,
  line.goal,
  line.ours,
  line.bare,
  line.ratio === undefined ? '' : `${line.ratio.toFixed(2)} ×`,
  SIGNS[line.verdict],
];

/** The lines in columns for a terminal, each with its note below. */
export function terminalTable(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const width = (column: number): number =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length));
  const widths = HEAD.map((_, column) => width(column));
  return rows
    .map((row, index) => {
      const text = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
      const note = lines[index - 1]?.note;
      return `${text.trimEnd()}\n${note ? `    ${note}\n` : ''}`;
    })
    .join('');
}

/** The lines as a GitHub table, notes below as a list. */
export function markdownTable(lines: readonly Line[]): string {
  const notes = lines.filter(({ note }) => note !== '');
  const list = notes.map(({ what, note }) => `- ${what}: ${note}\n`).join('');
  return `${table(HEAD, lines.map(cells))}${list && `\n${list}`}`;
}
