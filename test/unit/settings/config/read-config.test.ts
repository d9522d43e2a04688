import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../../src/settings/config/read-config.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { EVERY_KEY } from './example-file.ts';
import { problemsOf } from './problems.ts';

describe('a file is read', () => {
  const { value } = readConfig(EVERY_KEY, 'deploy.yml');

  test('into names in camel case, milliseconds and defaults', () => {
    expect(value).toMatchObject({
      name: 'shop',
      services: {
        api: { context: 'services/api', buildArgs: { NODE_ENV: 'production' }, dependsOn: [] },
        web: { context: '.', image: 'ghcr.io/acme/web' },
      },
      release: { chartVersion: '1.10', timeout: 300_000, historyMax: 10 },
      flow: [{ push: 'develop', promoteTo: 'main' }, { tag: 'v*' }],
      environments: {
        staging: { soak: 90_000, values: ['deploy/staging.yml'], probes: [{}, { status: 200 }] },
        production: { values: [], require: { minAge: 3_600_000, maxAge: 604_800_000 } },
      },
    });
  });

  test('whatever its line ends, byte order mark or letters', () => {
    const windows = `\uFEFF${EVERY_KEY.replaceAll('\n', '\r\n')}`;
    expect(readConfig(windows, 'deploy.yml').value).toEqual(value);
    const text =
      'name: shop\nenvironments: { test: { namespace: t, e2e: { command: "./prüfe 🚀" } } }';
    expect(readConfig(text, 'x').value.environments.test?.e2e?.command).toBe('./prüfe 🚀');
  });

  test('with anchors and aliases, which are checked where they are used', () => {
    const text = [
      'name: shop',
      'environments:',
      '  one: &it { namespace: shop, e2e: { command: "true" } }',
      '  two: *it',
      'services: { api: { context: *it } }',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      '5:29 services.api.context: must be text, not a mapping → allowed: text that is not empty',
    ]);
  });

  test('with a variable called __proto__ as a plain one', () => {
    const text = 'name: shop\nservices: { api: { build-args: { __proto__: x } } }';
    const { services } = readConfig(text, 'x').value;
    expect(Object.keys(services.api?.buildArgs ?? {})).toEqual(['__proto__']);
  });
});

const tenTimes = (anchor: string): string => `[${Array(10).fill(`*${anchor}`).join(', ')}]`;
const LAUGHS = `name: x\nrelease:\n  set:\n    a: &a [1]\n${[...'bcdefgh']
  .map((name, index) => `    ${name}: &${name} ${tenTimes([...'abcdefg'][index] ?? '')}\n`)
  .join('')}`;

test.each([
  ['an empty file', '', '1:1 file: is empty → it needs at least `name: …`'],
  ['a file of comments', '# nothing\n', /^1:\d+ file: is empty/],
  ['a list', '- name: shop', /^1:1 file: must be a mapping, not a list → allowed keys: name, /],
  ['a bare text', 'shop', /^1:1 file: must be a mapping, not the text "shop"/],
  [
    'a tab',
    'name: shop\nrelease:\n\tchart: x',
    '3:1 file: is not valid YAML: a tab cannot indent; use spaces',
  ],
  ['an open quote', 'name: "shop', '1:12 file: is not valid YAML: Missing closing "quote'],
  ['a key given twice', 'name: a\nname: b', /^2:1 file: .* this key was given before/],
  ['two documents', 'name: a\n---\nname: b', '2:1 file: holds more than one YAML document'],
  ['a key that is a list', '[name]: a', '1:1 file: is not valid YAML: a key must be text'],
  ['a tag', 'name: !env NAME', '1:7 file: is not valid YAML: Unresolved tag: !env'],
  ['an alias of nothing', 'name: *it', '1:7 file: has no anchor &it before this alias'],
  ['an alias of itself', 'name: a\nservices: &s { api: *s }', '2:21 file: *s stands inside itself'],
  [
    'a merge key',
    'name: a\nservices: { api: { <<: {} } }',
    /^2:20 services\.api\."<<": is not known/,
  ],
  ['too much', `name: a\n#${'x'.repeat(70_000)}`, /^1:1 file: has 70009 bytes, more than 65536$/],
  ['too deep a nest', `name: ${'['.repeat(30_000)}`, /^1:\d+ file: is nested too deeply$/],
  ['aliases that multiply', LAUGHS, /^\d+:\d+ release\.set\.\S+: holds too much: more than 20000 /],
  ['a long wrong value', `name: ${'É'.repeat(100)}`, /^1:7 name: "É{57}…" is not allowed/],
  ['a wrong value of two lines', 'name: |\n  a\n  b\n', /^1:7 name: "a b " is not allowed/],
  [
    'a number for text',
    'name: 1.0',
    '1:7 name: must be text, not the number 1.0 → write it in quotes: "1.0"',
  ],
  [
    'a boolean for text',
    'name: true',
    /^1:7 name: must be text, not the boolean true → write it in quotes/,
  ],
  ['nothing for text', 'name:', /^1:6 name: must be text, not empty/],
  [
    'a name for a key',
    'name: a\nservices: { Api: {} }',
    /^2:13 services\.Api: "Api" is not allowed as a name/,
  ],
])('%s is refused, saying where and why', (_, text, expected) => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toEqual(
    typeof expected === 'string' ? expected : expect.stringMatching(expected),
  );
});

test('the example of the reference is right', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/deploy-yml.md'), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(example).toContain('environments:');
  expect(problemsOf(example)).toEqual([]);
});

test('all problems are told together, in the order of the file', () => {
  const text = `nmae: shop
services: { api: { contxt: x, depends-on: [wbe] }, web: {} }
release: { timeout: 5, history-max: "20" }
flow:
  - { push: develop, deploy: [stagng] }
environments:
  staging: { proof: rolout }
`;
  expect(problemsOf(text).map((problem) => problem.replace(/ allowed: .*/, ''))).toEqual([
    '1:1 nmae: is not known → did you mean "name"?',
    '2:20 services.api.contxt: is not known → did you mean "context"?',
    '2:44 services.api.depends-on[0]: "wbe" is no service of this file → did you mean "web"?',
    '3:21 release.timeout: must be text, not the number 5 → write it in quotes: "5"',
    '3:37 release.history-max: must be a number, not the text "20" →',
    '5:31 flow[0].deploy[0]: "stagng" is no environment of this file → did you mean "staging"?',
    '7:3 environments.staging: has no namespace → Namespace of the release.',
    '7:21 environments.staging.proof: "rolout" is not known → did you mean "rollout"?',
  ]);
});

test('a million bytes are refused at once', () => {
  const spent = cpuTime();
  expect(problemsOf(`name: ${'a: '.repeat(350_000)}`)).toHaveLength(1);
  expect(spent()).toBeLessThan(5_000);
});
