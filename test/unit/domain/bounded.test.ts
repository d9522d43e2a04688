import { cut, fitted, mapTexts } from '../../../src/domain/bounded.ts';

test('a long text says how much of it is missing', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdefg', 6)).toBe('abcdef … 1 more characters');
});

test('every text in a value is changed, nothing else', () => {
  const value = { a: 'x', b: ['y', 1, null, { c: 'z', d: false }] };
  expect(mapTexts(value, (text) => text.toUpperCase())).toEqual({
    a: 'X',
    b: ['Y', 1, null, { c: 'Z', d: false }],
  });
});

describe('a record that is too long', () => {
  const lines = (count: number): string[] => Array.from({ length: count }, (_, i) => `line ${i}`);
  test('loses the ends of its longest lists, and says so once', () => {
    const record = { name: 'x', logs: lines(1000), events: lines(10), missing: [] };
    const small = fitted(record, 2000);
    expect(Buffer.byteLength(JSON.stringify(small))).toBeLessThanOrEqual(2000);
    expect(small.logs[0]).toBe('line 0');
    expect(small.events).toEqual(record.events);
    expect(small.missing).toEqual([{ what: 'logs', why: 'shortened: there was too much' }]);
  });
  test('keeps the end where the end matters', () => {
    const small = fitted({ helm: lines(1000), missing: [] }, 2000, ['helm']);
    expect(small.helm.at(-1)).toBe('line 999');
  });
  test('is left alone where it fits', () => {
    const record = { logs: lines(3), missing: [] };
    expect(fitted(record, 2000)).toBe(record);
  });
  test('ends also where no list is left to shorten', () => {
    expect(fitted({ text: 'x'.repeat(100), logs: ['a'], missing: [] }, 10).logs).toEqual([]);
  });
});
