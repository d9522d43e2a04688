import { humanTime, table } from '../../../src/report/markdown.ts';

test('a cell cannot break its table', () => {
  expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |\n');
});

test('no rows, no table', () => {
  expect(table(['a'], [])).toBe('');
});

test.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [1000, '1.0 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
  [60_000, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [179_700, '3 min 0 s'],
])('%d ms is written %s', (ms, written) => {
  expect(humanTime(ms)).toBe(written);
});
