import { compare, inTurn, median } from '../../../bench/statistics.ts';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('the median of nothing is an error', () => {
  expect(() => median([])).toThrow('the median of nothing');
});

test('a machine that becomes slower does not move the ratio of pairs', () => {
  const pairs = [
    { ours: 110, bare: 100 },
    { ours: 220, bare: 200 },
    { ours: 880, bare: 800 },
  ];
  expect(compare(pairs)).toEqual({ ours: 220, bare: 200, ratio: 1.1, spread: [1.1, 1.1] });
});

test('one wild pair moves the spread, not the ratio', () => {
  const pairs = [1, 9, 1].map((ours) => ({ ours, bare: 1 }));
  expect(compare(pairs)).toMatchObject({ ratio: 1, spread: [1, 9] });
});

test('a bare value of zero is an error, not an endless ratio', () => {
  expect(() => compare([{ ours: 1, bare: 0 }])).toThrow('a ratio to zero');
});

test('both are measured in turn, and who goes first alternates', async () => {
  const order: string[] = [];
  const note = (who: string) => async (round: number) => {
    order.push(`${who}${round}`);
    return round;
  };
  expect(await inTurn(3, note('ours'), note('bare'))).toEqual([
    { ours: 0, bare: 0 },
    { ours: 1, bare: 1 },
    { ours: 2, bare: 2 },
  ]);
  expect(order).toEqual(['ours0', 'bare0', 'bare1', 'ours1', 'ours2', 'bare2']);
});
