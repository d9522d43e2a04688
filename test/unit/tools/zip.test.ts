import { unzip, zip } from '../../../src/tools/zip.ts';

const files = {
  'plan.json': Buffer.from('{"text":"zażółć"}'),
  'deep/ü.yaml': Buffer.from('a: 1\n'.repeat(5000)),
  empty: Buffer.alloc(0),
};

test('every file comes out as it went in, and equal files make equal archives', () => {
  const archive = zip(files);
  for (const [name, content] of Object.entries(files)) {
    expect(unzip(archive, name, 1e6)).toEqual(content);
  }
  expect(unzip(archive, 'plan', 1e6)).toBeUndefined();
  expect(zip(files)).toEqual(archive);
  expect(archive.length).toBeLessThan(1000);
});

test('more than may be unpacked is refused', () => {
  const bomb = zip({ bomb: Buffer.alloc(1e6) });
  expect(() => unzip(bomb, 'bomb', 1000)).toThrow('cannot be read');
});

describe('what is no archive is refused, whatever is wrong with it', () => {
  const archive = zip(files);
  const at = (change: (bytes: Buffer) => void): Buffer => {
    const copy = Buffer.from(archive);
    change(copy);
    return copy;
  };
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html>Sign in</html>')],
    ['cut at its end', archive.subarray(0, -30)],
    ['cut at its start', archive.subarray(200)],
    ['another checksum', at((bytes) => bytes.writeUInt32LE(1, archive.indexOf('PK\x01\x02') + 16))],
    ['a changed byte', at((bytes) => bytes.writeUInt8(0xff, 42))],
  ])('%s', (_what, broken) => {
    expect(() => unzip(broken, 'plan.json', 1e6)).toThrow('The archive is not what was put there');
  });
});
