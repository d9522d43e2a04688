import { closing, unexpectedSkips } from '../../../scripts/test/closing.ts';
import { type Outcome, type Report, readReport } from '../../../scripts/test/outcome.ts';

const report: Report = [
  {
    path: 'test/unit/a.test.ts',
    broken: false,
    tests: [
      { ancestorTitles: ['group'], title: 'works', status: 'passed', duration: 2500 },
      {
        ancestorTitles: [],
        title: 'breaks',
        status: 'failed',
        duration: null,
        failureMessages: ['Error: 1 is not 2\n  at mine\n  at /node_modules/jest/index.js'],
      },
      { ancestorTitles: [], title: 'waits — skipped: needs a moon', status: 'pending' },
      { ancestorTitles: [], title: 'is to come', status: 'todo' },
    ],
  },
  { path: 'test/contract/b.test.ts', broken: true, tests: [] },
];
const outcomes = readReport(report);
const passed: Outcome = { suite: 'unit', path: ['a'], status: 'passed', ms: 1, reason: '' };

test('the closing line counts tests; a file that could not be loaded is a failed one', () => {
  expect(closing(outcomes).at(-1)).toBe('1 passed, 2 failed, 2 skipped');
  expect(closing([passed, passed]).at(-1)).toBe('2 passed, 0 failed, 0 skipped');
});

test('before it come slow tests, skipped ones by reason, and failures', () => {
  expect(closing(outcomes).slice(0, -2)).toEqual([
    '',
    'Slowest',
    '     2.5 s  test/unit/a.test.ts › group › works',
    '',
    'Skipped',
    '  needs a moon',
    '    ○ test/unit/a.test.ts › waits',
    '  no reason was given',
    '    ○ test/unit/a.test.ts › is to come',
    '',
    'Failed',
    '  ✘ test/unit/a.test.ts › breaks',
    '      Error: 1 is not 2',
    '        at mine',
    '  ✘ test/contract/b.test.ts',
  ]);
});

test('a long failure is cut in the closing lines: the whole of it stands at its test', () => {
  const reason = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
  const lines = closing([{ ...passed, status: 'failed', reason }]);
  expect(lines.filter((line) => line.includes('line'))).toHaveLength(25);
  expect(lines.at(-3)).toBe('      …');
});

test('a whole suite is skipped for one reason', () => {
  const skipped = readReport(report.slice(0, 1), 'needs root').filter(
    (o) => o.status === 'skipped',
  );
  expect(skipped.map((outcome) => outcome.reason)).toEqual(['needs a moon', 'needs root']);
});

test('a skip is accepted by the start of its path and the very reason', () => {
  const test = 'test/unit/a.test.ts › waits';
  const names = (of: readonly Outcome[]): readonly string[] => of.map((o) => o.path.at(-1) ?? '');
  expect(names(unexpectedSkips(outcomes, [{ test, reason: 'needs a moon' }]))).toEqual([
    'is to come',
  ]);
  expect(names(unexpectedSkips(outcomes, [{ test, reason: 'other' }]))).toHaveLength(2);
});
