import { inert, plainLine } from '../../../src/domain/inert.ts';

/**
 * Whether actions/runner finds the beginning of a command in a line of output: it reads lines that
 * end with CR or LF, and its search ignores what a collation ignores (ActionCommand.cs).
 */
const isCommand = (output: string): boolean =>
  output.split(/\r\n|\r|\n/).some((line) => {
    const seen = line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trimStart();
    return seen.startsWith('::') || seen.includes('##[');
  });

const HOSTILE = [
  '::error::x',
  '  ::set-output name=a::b',
  '\t::add-mask::a',
  '\u00a0::error::x',
  'a\r::error::x',
  'a\n::error::x',
  '##[error]x',
  'web │ ##[add-mask]a',
  'a ##[group]x ##[endgroup]',
  '\u200b::error::x',
  ':\u00ad:error::x',
  '#\u200d#[error]x',
  '#\u001b#[error]x',
  '#\u001b[0m#[error]x',
  '##\u001b[31m[error]x',
  '\u001b[31m::error::x\u001b[0m',
  '\u001b]0;title\u0007::error::x',
  ':::error::x',
  '###[error]x',
];

test.each(HOSTILE)('the runner does not obey %j', (text) => {
  expect(isCommand(inert(text))).toBe(false);
});

test('the runner would obey most of them as they are', () => {
  expect(HOSTILE.filter(isCommand).length).toBeGreaterThan(HOSTILE.length / 2);
});

test.each([
  'Deployment/api 1/2 ready · new pod waiting: pulling image',
  'std::vector::at: out of range',
  'fe80::1 is an address, ## is a title, [x] a box',
  '   indented',
  'größer – 数 🙂',
])('%j is shown as it is', (text) => {
  expect(inert(text)).toBe(text);
  expect(plainLine(text)).toBe(text);
});

test('lines stay lines, tabs become blanks', () => {
  expect(inert('a\r\n\tb\n')).toBe('a\n  b\n');
});

test.each([
  ['a\nb', 'a ⏎ b'],
  ['a \r\n  b\n', 'a ⏎ b'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['a\u0000b\u202ec', 'abc'],
  ['', ''],
])('%j is %j on one line', (text, line) => {
  expect(plainLine(text)).toBe(line);
});
