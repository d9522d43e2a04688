import { gzipSync } from 'node:zlib';
import { judgeSize, recordBytes } from '../../../src/domain/release-size.ts';

test.each([0, 1, 2, 3, 100, 4097])('%d packed bytes are as many as their base64', (packed) => {
  expect(recordBytes(packed)).toBe(Buffer.alloc(packed).toString('base64').length);
});

const LIMIT = 1024 * 1024;
test.each([
  [0, []],
  [LIMIT * 0.89, []],
  [LIMIT * 0.95, ['warning']],
  [LIMIT, ['warning']],
  [LIMIT * 1.0005, ['warning']],
  [LIMIT * 1.002, ['refused']],
])('a record of %d bytes: %j', (bytes, outcomes) => {
  expect(judgeSize(bytes).map(({ outcome }) => outcome)).toEqual(outcomes);
});

test('text that packs well is far below the limit, also when it is larger than it', () => {
  const packed = gzipSync('key: value\n'.repeat(200_000)).length;
  expect(judgeSize(recordBytes(packed))).toEqual([]);
});
