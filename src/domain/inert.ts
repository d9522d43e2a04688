const [ESCAPE, BELL] = [0x1b, 0x07].map((code) => String.fromCodePoint(code));

/** Terminal control sequences: colours (CSI), titles and links (OSC), and single escapes. */
const TERMINAL = new RegExp(
  `${ESCAPE}(?:\\[[0-9;:?<=>]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[ -~]?)`,
  'g',
);

/** What shows nothing but may hide something: control characters, joiners, direction marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Somebody else's text as one line of plain characters: no terminal sequences, no invisible
 * characters, line ends as ` ⏎ `.
 */
export const plainLine = (text: string): string =>
  text
    .replace(TERMINAL, '')
    .replace(/^[\r\n]+|\s+$/g, '')
    .replace(/\s*(?:\r\n|[\r\n\u2028\u2029])\s*/g, ' ⏎ ')
    .replaceAll('\t', '  ')
    .replace(INVISIBLE, '');

/**
 * Text that the runner prints and never obeys. A line may be a workflow command of the old form
 * (`##[error]…`) from anywhere in it, of the new form (`::error::…`) at its start; a lone carriage
 * return ends a line there, and the search ignores invisible characters (it is culture-sensitive).
 * Source: actions/runner, `src/Runner.Common/ActionCommand.cs`.
 */
export const inert = (text: string): string =>
  text
    .replace(TERMINAL, '')
    .split(/\r\n|[\r\n]/)
    .map((line) =>
      line
        .replaceAll('\t', '  ')
        .replace(INVISIBLE, '')
        .replaceAll('##[', '## [')
        .replace(/^(\s*):(?=:)/, '$1: '),
    )
    .join('\n');
