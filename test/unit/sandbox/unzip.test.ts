import { deflateRawSync } from 'node:zlib';
import { unzip, unzipFolder } from '../../../sandbox/tools/unzip.ts';

const text = 'hello hello hello hello';

test('finds a stored and a deflated entry', () => {
  const zip = archive({ 'a/stored': [0, Buffer.from(text)], deflated: [8, deflated(text)] });
  expect(unzip(zip, 'a/stored').toString()).toBe(text);
  expect(unzip(zip, 'deflated').toString()).toBe(text);
});

test('names an entry that is not there, and a file that is no archive', () => {
  expect(() => unzip(archive({}), 'helm/helm')).toThrow('holds no helm/helm');
  expect(() => unzip(Buffer.from('<html>'), 'helm/helm')).toThrow('not a zip archive');
});

test('a folder comes with the paths below it, and without its neighbours', () => {
  const content = Buffer.from(text);
  const zip = archive({
    'a/chart/': [0, Buffer.alloc(0)],
    'a/chart/Chart.yaml': [0, content],
    'a/chart/templates/x.yaml': [8, deflated(text)],
    'a/charts/other': [0, content],
  });
  expect([...unzipFolder(zip, 'a/chart')]).toEqual([
    ['Chart.yaml', content],
    ['templates/x.yaml', content],
  ]);
  expect(unzipFolder(zip, 'b').size).toBe(0);
});

test('refuses a compression it does not know instead of returning rubbish', () => {
  expect(() => unzip(archive({ a: [93, Buffer.from(text)] }), 'a')).toThrow('method 93');
});

const deflated = (content: string): Buffer => deflateRawSync(Buffer.from(content));

/** A zip archive as in APPNOTE.TXT 4.3: local headers with data, central directory, end. */
function archive(files: Readonly<Record<string, readonly [method: number, data: Buffer]>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  for (const [name, [method, data]] of Object.entries(files)) {
    const offset = Buffer.concat(locals).length;
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(name.length, 26);
    locals.push(header, Buffer.from(name), data);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, ...central, end]);
}
