import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performancePage, readResults } from '../../../bench/performance-doc.ts';
import { judge } from '../../../bench/row.ts';
import { ROWS } from '../../../bench/rows.ts';
import { terminalTable } from '../../../bench/table.ts';

const PAGE = join(import.meta.dirname, '../../../docs/performance.md');

test('docs/performance.md holds what was measured last, and a section for every row', async () => {
  const results = await readResults();
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(performancePage(results));
  for (const { measure } of ROWS) expect(page).toContain(`## ${measure}\n`);
  expect(ROWS.map(({ id }) => id)).toEqual(expect.arrayContaining(results.map(({ id }) => id)));
});

const LINE = {
  ...{ what: 'x', goal: '≤ 1 s', ours: '2.00 s', bare: '1.00 s', note: 'why', samples: {} },
  verdict: 'fail' as const,
};

test('a page says how, when, where and under which load a row was measured', () => {
  const [row] = ROWS;
  const facts = { runs: 3, machine: '2 × P, 8 GiB, Node v24', load: [0.5, 9] as const };
  const measured = { id: row?.id ?? '', date: '2026-11-21T14:00:00Z', ...facts, lines: [LINE] };
  const page = performancePage([measured]);
  expect(page).toContain('| x | ≤ 1 s | 2.00 s | 1.00 s |  | ✘ fail |');
  expect(page).toContain('- x: why');
  expect(page).toContain(`npm run bench -- ${row?.id} --runs 3`);
  expect(page).toContain(
    '2026-11-21 14:00 UTC · 2 × P, 8 GiB, Node v24 · load 0.5 before, 9.0 after',
  );
  expect(page).toContain('Not measured yet.');
});

test('the terminal shows columns, a ratio and the note', () => {
  expect(terminalTable([{ ...LINE, ratio: 1.234 }]).split('\n')).toEqual([
    'measure  goal   ours    bare    ratio',
    'x        ≤ 1 s  2.00 s  1.00 s  1.23 ×  ✘ fail',
    '    why',
    '',
  ]);
});

test.each([
  [90, true, 'pass'],
  [91, true, 'fail'],
  [1, false, 'not yet'],
] as const)('%d of at most 90, feature there: %s → %s', (value, there, verdict) => {
  expect(judge(value, 90, there)).toBe(verdict);
});
