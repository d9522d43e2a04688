import { plainLine } from '../domain/inert.ts';

/** A cell of a markdown table: one line, pipes escaped. */
const cell = (value: string): string => value.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A GitHub table; `''` without rows, so that no empty table is shown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n');
}

/** Milliseconds as a person reads them: `340 ms`, `4.2 s`, `3 min 5 s`. */
export function humanTime(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The first 12 hex digits of a digest, as registries show it. */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);

/** Every sign that markdown or HTML could read as an entity, which can only ever be shown. */
const escaped = (text: string): string =>
  text.replace(
    /[!-+.:-@[-`{-~]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu,
    (sign) => `&#${sign.codePointAt(0)};`,
  );

/** Somebody else's words inside a line of markdown, in a table too. */
export const prose = (text: string): string => escaped(plainLine(text));

/** Somebody else's word as code, in a table too; `''` for `''`. */
export function code(text: string): string {
  const line = plainLine(text);
  if (line === '') return '';
  return /^[\w./:@=+, -]+$/.test(line) ? `\`${line}\`` : `<code>${prose(line)}</code>`;
}

/** Somebody else's lines as they are, in a fence longer than any that they could close it with. */
export function fence(lines: readonly string[]): string {
  const shown = lines.flatMap((line) => line.split(/\r\n|[\r\n]/)).map(plainLine);
  const longest = Math.max(2, ...(shown.join('\n').match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}text`, ...shown, ticks].join('\n');
}

/** A sentence of ours with somebody else's words in it; what stands in backticks is code. */
export const sentence = (text: string): string =>
  plainLine(text)
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escaped(part) : code(part)))
    .join('');
