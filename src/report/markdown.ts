import { plainLine } from '../domain/inert.ts';

const LINE_END = /\r\n|[\r\n]/;

/** A cell of a markdown table: one line, pipes escaped. */
const cell = (value: string): string => value.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A GitHub table; `''` without rows, so that no empty table is shown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n');
}

/** The first 12 hex digits of a digest, as registries show it. */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);

/**
 * What markdown or HTML could read as more than text: signs that always mean something, those that
 * do at a line's start or outside words, and addresses that GitHub would make links of.
 */
const MEANT =
  /[#$&*<>[\\\]`|~]|^\s*[-+=]|(?<=^\s*\d+)[.)]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=www)\./giu;

/** The same with every such sign as an entity, which can only ever be shown. */
const escaped = (text: string): string =>
  text.replace(MEANT, (signs) => signs.replace(/\S/g, (sign) => `&#${sign.codePointAt(0)};`));

/** Somebody else's words inside a line of markdown, in a table too. */
export const prose = (text: string): string => escaped(plainLine(text));

/** Somebody else's word as code, in a table too; `''` for `''`. */
export function code(text: string): string {
  const line = plainLine(text);
  if (line === '') return '';
  // In backticks only a backtick means anything, and in a table a pipe.
  return /^\s|[`|]/.test(line) ? `<code>${escaped(line)}</code>` : `\`${line}\``;
}

/** Somebody else's lines as they are, in a fence longer than any that they could close it with. */
export function fence(lines: readonly string[]): string {
  const shown = lines.flatMap((line) => line.split(LINE_END)).map(plainLine);
  const longest = Math.max(2, ...(shown.join('\n').match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}text`, ...shown, ticks].join('\n');
}

/** Sentences of ours with somebody else's words in them; what stands in backticks is code. */
export const sentences = (text: string): string => linesOf(text).map(sentence).join(BREAK);

const sentence = (line: string): string =>
  plainLine(line)
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escaped(part) : code(part)))
    .join('');

/** Somebody else's words as a quotation, line by line; unlike a fence it wraps long lines. */
export const quoted = (text: string): string =>
  linesOf(text)
    .map((line) => `> ${prose(line)}`)
    .join(BREAK);

const linesOf = (text: string): readonly string[] => text.trim().split(LINE_END);

/** A line's end that is one for the reader, too. */
const BREAK = '  \n';
