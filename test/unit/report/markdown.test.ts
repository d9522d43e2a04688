import { Marked } from 'marked';
import { humanTime } from '../../../src/domain/human-time.ts';
import { code, fence, prose, quoted, sentences, table } from '../../../src/report/markdown.ts';

test('a cell cannot break its table', () => {
  expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |\n');
});

test('no rows, no table', () => {
  expect(table(['a'], [])).toBe('');
});

test.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [1000, '1.0 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
  [60_000, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [179_700, '3 min 0 s'],
])('%d ms is written %s', (ms, written) => {
  expect(humanTime(ms)).toBe(written);
});

const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const HOSTILE = [
  SIGNS,
  '<script>alert(1)</script>',
  '`` ` ``',
  '\\| a \\\\| b',
  '**bold** _em_ ~~del~~',
  '1. item',
  '- item',
  '# title',
  'www.example.com https://example.com <https://example.com>',
  '![x](https://example.com/x.png)',
  '&amp; &#35;',
];
const html = (markdown: string): string => String(new Marked({ gfm: true }).parse(markdown));
const TAGS = { prose: [], code: ['code'], sentences: ['code'], quoted: ['blockquote'] };

describe.each([
  ['prose', prose],
  ['code', code],
  ['sentences', sentences],
  ['quoted', quoted],
] as const)('%s', (name, write) => {
  test.each(HOSTILE)('shows %j and nothing else', (text) => {
    const page = html(write(text));
    const tags = [...page.matchAll(/<([a-z]\w*)/g)].map(([, tag]) => tag);
    const known: readonly string[] = ['p', ...TAGS[name]];
    expect(tags.filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
    if (name !== 'sentences') expect(textOf(page)).toBe(text);
  });
});

describe.each([
  ['prose', prose],
  ['code', code],
] as const)('%s', (_, write) => {
  test.each(HOSTILE)('keeps %j inside one cell of a table', (text) => {
    const page = html(table(['a', 'b'], [[write(text), 'last']]));
    expect(page.match(/<td>/g)).toHaveLength(2);
    expect(page).toContain('<td>last</td>');
  });
});

/** What a reader sees of a page of one paragraph. */
const textOf = (page: string): string =>
  page
    .replace(/<\/?(p|code|blockquote)>/g, '')
    .trim()
    .replace(
      /&(?:#(\d+)|(lt|gt|quot|amp));/g,
      (_, number?: string, sign?: keyof typeof ENTITIES) =>
        sign === undefined ? String.fromCodePoint(Number(number)) : ENTITIES[sign],
    );
const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' };

test('lines stay lines, whatever they begin with', () => {
  for (const write of [quoted, sentences]) {
    const page = html(write('a\n---\nb\n===\n1. c\n# d\n> e\n| f | g |\n|---|---|'));
    expect(page.match(/<br>/g)).toHaveLength(8);
    expect(page).not.toMatch(/<(h\d|hr|ol|ul|table)\b/);
  }
});

test('a simple word is plain code', () => {
  expect([code('Deployment/api'), code(''), prose('exit code 4')]).toEqual([
    '`Deployment/api`',
    '',
    'exit code 4',
  ]);
});

test.each([
  [['a', 'b'], '```text\na\nb\n```'],
  [['````', 'x'], '`````text\n````\nx\n`````'],
  [['a\nb\r\u001b[31mc'], '```text\na\nb\nc\n```'],
  [['  indented\t x'], '```text\n  indented   x\n```'],
])('%j are fenced', (lines, fenced) => {
  expect(fence(lines)).toBe(fenced);
});
