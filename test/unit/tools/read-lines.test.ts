import { PassThrough } from 'node:stream';
import { readLines } from '../../../src/tools/read-lines.ts';

function linesOf(chunks: readonly (string | Buffer)[]): string[] {
  const stream = new PassThrough();
  const lines: string[] = [];
  readLines(stream, (line) => lines.push(line));
  for (const chunk of chunks) stream.emit('data', Buffer.from(chunk));
  stream.emit('end');
  return lines;
}

test.each<[string, (string | Buffer)[], string[]]>([
  ['all line ends', ['a\nb\r\nc\rd'], ['a', 'b', 'c', 'd']],
  ['a line over several chunks', ['a', 'b', 'c\n'], ['abc']],
  ['\\r and \\n in two chunks are one end', ['a\r', '\nb\n'], ['a', 'b']],
  ['\\r at the end of a chunk, and text after it', ['a\r', 'b\n'], ['a', 'b']],
  ['empty lines stay', ['\n\na\n'], ['', '', 'a']],
  ['nothing', [], []],
  ['a character over two chunks', [Buffer.from([0xc3]), Buffer.from([0xa4, 0x0a])], ['ä']],
])('%s', (_name, chunks, lines) => {
  expect(linesOf(chunks)).toEqual(lines);
});

test('a line without an end is cut, and the next one is whole', () => {
  const lines = linesOf([...Array.from({ length: 100 }, () => 'x'.repeat(10_000)), '\nnext\n']);
  expect(lines.map((line) => line.length)).toEqual([65_536, 4]);
});
