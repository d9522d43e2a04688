import { InputError } from '../../../src/errors.ts';
import {
  choice,
  custom,
  defineInputs,
  duration,
  flag,
  type Input,
  lines,
  Refusal,
  readInputs,
  text,
  wholeNumber,
} from '../../../src/settings/define.ts';

const description = 'x';

/** Reads one input of a kind from a text; a problem is returned as `message (hint)`. */
function readOne(input: Input<unknown>, given: string): unknown {
  try {
    return readInputs(defineInputs({ it: input }), { read: () => given, mask: () => {} }).it;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((p) => `${p.message} (${p.hint ?? ''})`).join('\n');
  }
}

const port = (value: string): number => {
  if (value !== '80') throw new Refusal('is not 80', 'allowed: 80');
  return 80;
};

/** What is read, the input, the text the user gave, the value or the problem. */
const CASES: readonly (readonly [string, Input<unknown>, string, unknown])[] = [
  ['text', text({ description }), 'a b', 'a b'],
  ['text, trimmed', text({ description }), '  a \n', 'a'],
  ['text, not given', text({ description }), '', ''],
  ['text with its default', text({ description, default: 'd' }), '', 'd'],
  ['text of a pattern', text({ description, pattern: /^[a-z]+$/ }), 'abc', 'abc'],
  ['text of a pattern, not given', text({ description, pattern: /^[a-z]+$/ }), '', ''],
  [
    'text that breaks its pattern',
    text({ description, pattern: /^[a-z]+$/, allowed: 'allowed: a-z' }),
    'A1',
    '"A1" is not allowed (allowed: a-z)',
  ],
  [
    'a long text in a message',
    text({ description, pattern: /^$/ }),
    `${'a\n'.repeat(100)}`,
    expect.stringMatching(/^"(a )+a…" is not allowed/),
  ],
  ['required and given', text({ description, required: true }), 'a', 'a'],
  ['required and blank', text({ description, required: true }), ' \n', 'is required (x)'],
  ...['true', 'True', 'TRUE'].map(
    (it) => [`flag ${it}`, flag({ description, default: 'false' }), it, true] as const,
  ),
  ...['false', 'False', 'FALSE'].map(
    (it) => [`flag ${it}`, flag({ description, default: 'true' }), it, false] as const,
  ),
  ['flag with its default', flag({ description, default: 'true' }), '', true],
  ...['yes', '1', 'tRue', 'on'].map(
    (it) =>
      [
        `flag ${it}`,
        flag({ description, default: 'true' }),
        it,
        `"${it}" is not a boolean (allowed: true, false)`,
      ] as const,
  ),
  [
    'choice',
    choice(['keep', 'rollback'], { description, default: 'keep' }),
    'rollback',
    'rollback',
  ],
  [
    'choice with its default',
    choice(['keep', 'rollback'], { description, default: 'keep' }),
    '',
    'keep',
  ],
  [
    'no choice of ours',
    choice(['keep', 'rollback'], { description, default: 'keep' }),
    'Keep',
    '"Keep" is not known (allowed: keep, rollback)',
  ],
  ...(
    [
      ['90s', 90_000],
      ['10m', 600_000],
      ['1h30m', 5_400_000],
      ['1.5s', 1500],
      ['250ms', 250],
      ['', 300_000],
    ] as const
  ).map(
    ([it, ms]) => [`duration ${it}`, duration({ description, default: '5m' }), it, ms] as const,
  ),
  ...['10', '10 m', '-5s', '5d', 'm', '1h 30m', '5S'].map(
    (it) =>
      [
        `duration ${it}`,
        duration({ description, default: '5m' }),
        it,
        `"${it}" is not a duration (write 90s, 10m or 1h30m)`,
      ] as const,
  ),
  [
    'duration 0s',
    duration({ description, default: '5m' }),
    '0s',
    'must be longer than nothing (write 90s, 10m or 1h30m)',
  ],
  ['number', wholeNumber({ description, default: '20', min: 0, max: 100 }), '0', 0],
  [
    'number with its default',
    wholeNumber({ description, default: '20', min: 0, max: 100 }),
    '',
    20,
  ],
  ...['-1', '101', '1.5', '1e1', '0x1', 'ten'].map(
    (it) =>
      [
        `number ${it}`,
        wholeNumber({ description, default: '20', min: 0, max: 100 }),
        it,
        `"${it}" is not allowed (allowed: 0–100)`,
      ] as const,
  ),
  ['lines', lines({ description }), 'a.yaml\nb.yaml', ['a.yaml', 'b.yaml']],
  [
    'lines from Windows',
    lines({ description }),
    'a.yaml\r\n\r\n  b.yaml\r\n',
    ['a.yaml', 'b.yaml'],
  ],
  [
    'lines with comments',
    lines({ description }),
    '# base\na.yaml\n  # more\nb#c.yaml',
    ['a.yaml', 'b#c.yaml'],
  ],
  ['lines, not given', lines({ description }), '', []],
  ['a kind of its own', custom('port', { description, default: '80' }, port), '', 80],
  ['a kind of its own, not given', custom('port', { description }, port), '', undefined],
  [
    'a kind of its own, refused',
    custom('port', { description }, port),
    '81',
    'is not 80 (allowed: 80)',
  ],
];

test.each(CASES)('%s is read', (_, input, given, value) => {
  expect(readOne(input, given)).toEqual(value);
});

describe('inputs as a whole', () => {
  const inputs = defineInputs({
    chart: text({ description: 'the chart', required: true }),
    'create-namespace': flag({ description, default: 'false' }),
    'keep-2-revisions': flag({ description, default: 'true' }),
    'history-max': wholeNumber({ description, default: '20', min: 1, max: 99 }),
    'secret-values': text({ description, secret: true }),
    timeout: duration({ description, default: '10m' }),
  });
  const from = (given: Record<string, string>) => {
    const masked: string[] = [];
    const source = {
      read: (name: string) => given[name] ?? '',
      mask: (secret: string) => void masked.push(secret),
    };
    return { masked, read: () => readInputs(inputs, source) };
  };

  test('become one readonly value with names in camel case', () => {
    const settings = from({ chart: 'c', 'create-namespace': 'true' }).read();
    expect(settings).toEqual({
      chart: 'c',
      createNamespace: true,
      historyMax: 20,
      keep2Revisions: true,
      secretValues: '',
      timeout: 600_000,
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  test('are refused together, every problem with its input', () => {
    const { read } = from({
      'create-namespace': 'yes',
      timeout: 'soon',
      'history-max': '0',
    });
    expect(read).toThrow(InputError);
    expect(read).toThrow(
      [
        'chart: is required',
        'create-namespace: "yes" is not a boolean',
        'history-max: "0" is not allowed',
        'timeout: "soon" is not a duration',
      ].join('\n'),
    );
  });

  test('mask a secret before anything can refuse it, and only where it was given', () => {
    const withSecret = from({ 'secret-values': 'password: hunter22' });
    expect(withSecret.read).toThrow('chart: is required');
    expect(withSecret.masked).toEqual(['password: hunter22']);
    const without = from({ chart: 'c' });
    without.read();
    expect(without.masked.join('')).toBe('');
  });

  test('are refused by rules between them, together with their own problems', () => {
    const source = { read: (name: string) => (name === 'timeout' ? '1s' : ''), mask: () => {} };
    const rule = ({ timeout, chart }: { timeout?: number; chart?: string }) => [
      { input: 'timeout', message: `${timeout} ms is too short for ${chart}` },
    ];
    expect(() => readInputs(inputs, source, [rule])).toThrow(
      'chart: is required\ntimeout: 1000 ms is too short for undefined',
    );
  });

  test('let a defect of a parser through: it is no problem of the user', () => {
    const broken = custom('x', { description, default: 'a' }, (): string => {
      throw new TypeError('a defect');
    });
    expect(() => readOne(broken, '')).toThrow(TypeError);
  });
});
