import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** A line is cut here by default: a child that never ends its line must not fill our memory. */
const LONGEST_LINE = 64 * 1024;

/**
 * Gives each line of a stream (`\n`, `\r\n`, or `\r` as progress bars write it) as soon as it is
 * there, the last one also without its end. What a line has beyond `longest` characters is left out.
 */
export function readLines(
  stream: Readable,
  onLine: (line: string) => void,
  longest = LONGEST_LINE,
): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let afterReturn = false;
  const add = (text: string): void => {
    rest += text.slice(0, longest - rest.length);
  };
  const take = (text: string): void => {
    let from = 0;
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
      // A `\n` that belongs to the `\r` at the end of the chunk before.
      const second = index === 0 && end === '\n' && afterReturn;
      add(text.slice(from, index));
      from = index + end.length;
      if (!second) {
        onLine(rest);
        rest = '';
      }
    }
    add(text.slice(from));
    if (text !== '') afterReturn = text.endsWith('\r');
  };
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
  stream.on('end', () => {
    take(decoder.end());
    if (rest !== '') onLine(rest);
  });
}
