import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from './measure.ts';
import { ROWS } from './rows.ts';
import { markdownTable } from './table.ts';

const DOCS = join(import.meta.dirname, '../docs');
/** What was measured last, a row a line; the page is made of it. */
const RESULTS = join(DOCS, 'performance.jsonl');
const PAGE = join(DOCS, 'performance.md');

const HEAD = `# Speed and size

Ratios to bare \`helm upgrade --install --wait\` (the same wait strategy), measured in turn in one run
on the sandbox's real cluster. Absolute times are this machine's; a ratio travels. \`settle\`, the time we
watch on after helm is done, is not counted.

This page is written by \`npm run bench -- --write-docs\`; \`npm run bench -- ROW\` repeats a row, and
\`--json FILE\` keeps every single measurement.

A load above the number of processors means that others were at work: times are then upper bounds,
and only ratios say something. CPU time is our process with all it starts, helm included.
`;

/** The page for these results: a section per row, in the order of the bench. */
export function performancePage(results: readonly Measured[]): string {
  const sections = ROWS.map(({ id, measure }) => {
    const found = results.find((row) => row.id === id);
    return `## ${measure}\n\n${found ? sectionOf(found) : 'Not measured yet.\n'}`;
  });
  return `${HEAD}\n${sections.join('\n')}`;
}

function sectionOf({ id, date, runs, machine, load, lines }: Measured): string {
  const [before, after] = load.map((value) => value.toFixed(1));
  const day = `${date.slice(0, 16).replace('T', ' ')} UTC`;
  const how = `\`npm run bench -- ${id} --runs ${runs}\` · ${day} · ${machine} · load ${before} before, ${after} after`;
  return `${markdownTable(lines)}\n<sub>${how}</sub>\n`;
}

/** The results that the page was made of; empty where there is none. */
export async function readResults(): Promise<readonly Measured[]> {
  const text = await readFile(RESULTS, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Measured);
}

/** Replaces the rows that were measured, and writes the page anew. */
export async function mergeIntoDocs(measured: readonly Measured[]): Promise<void> {
  const known = await readResults();
  const results = ROWS.flatMap(({ id }) => {
    const newest = [...known, ...measured].findLast((row) => row.id === id);
    return newest ? [newest] : [];
  });
  await writeFile(RESULTS, results.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await writeFile(PAGE, performancePage(results));
}
