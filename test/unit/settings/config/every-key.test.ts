import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse, parseDocument } from 'yaml';
import { deployFile } from '../../../../src/settings/config/deploy-file.ts';
import { type KeyPath, openYaml } from '../../../../src/settings/config/document.ts';
import { EVERY_KEY, keysOfExample, SMALLEST } from './example-file.ts';
import { problemsOf } from './problems.ts';

// Reader and published JSON Schema against every key there is: they must accept and refuse alike.

const schemaFile = join(import.meta.dirname, '../../../../schema/deploy.schema.json');
const accepts = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);
const schemaAccepts = (text: string): boolean => accepts(parse(text, { stringKeys: true }));

const example = openYaml(EVERY_KEY, 'deploy.yml');
const keys = keysOfExample(deployFile, (path) => example.find(...path) !== undefined);
const named = keys.map((key) => [key.path.join('.'), key] as const);

/** The example with something else for the value at a path. */
function changed(path: KeyPath, value: unknown): string {
  const document = parseDocument(EVERY_KEY);
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}

test.each([
  ['every key', EVERY_KEY],
  ['only what is required', SMALLEST],
])('a file with %s is right', (_, text) => {
  expect(problemsOf(text)).toEqual([]);
  expect(schemaAccepts(text)).toBe(true);
});

test.each(named)('%s, misspelt, is found at its place with what was meant', (_, { path }) => {
  const name = String(path.at(-1));
  const misspelt = `${name}${name.slice(-1)}`;
  const { line, column } = example.find(...path)?.keyPlace ?? { line: 0, column: 0 };
  const lines = EVERY_KEY.split('\n');
  const before = lines[line - 1] ?? '';
  const start = before.slice(0, column - 1);
  lines[line - 1] = `${start}${misspelt}${before.slice(column - 1 + name.length)}`;
  const text = lines.join('\n');

  const problem = problemsOf(text).find((it) => it.startsWith(`${line}:${column} `));
  expect(problem).toContain(`${misspelt}: is not known → did you mean "${name}"? allowed: `);
  expect(schemaAccepts(text)).toBe(false);
});

const VALUES: Readonly<Record<string, unknown>> = {
  nothing: null,
  'an empty text': '',
  'a text': 'some text: of no use \n#',
  'a number': 7,
  'a negative number': -1,
  'a broken number': 1.5,
  'a boolean': true,
  'a list': ['x'],
  'an empty list': [],
  'a list of lists': [[]],
  'a list of numbers': [1],
  'the same twice': ['x', 'x'],
  'a mapping': { x: 'y' },
  'an empty mapping': {},
  'a mapping of numbers': { X: 1 },
};

// What no schema can say: between keys, and what a `check` of the declaration looks at.
const BEYOND =
  / is no | goes in a circle| makes it | is longer than | has an entry |proves nothing|is a pattern|is not a repository|has no character before|comes back/;

test.each(named)('%s is judged alike by reader and JSON Schema', (_, { path }) => {
  const judged = Object.entries(VALUES).map(([what, value]) => {
    const text = changed(path, value);
    const own = problemsOf(text).filter((problem) => !BEYOND.test(problem));
    return [what, { reader: own.length === 0, schema: schemaAccepts(text) }] as const;
  });
  expect(judged.filter(([, { reader, schema }]) => reader !== schema)).toEqual([]);
});

test.each(named)('%s of a wrong kind is refused at its place', (_, { path, shape }) => {
  const text = changed(path, shape.kind.startsWith('list') ? 7 : [7]);
  const place = openYaml(text, '').find(...path)?.place;
  expect(problemsOf(text).join('\n')).toContain(`${place?.line}:${place?.column} `);
  expect(schemaAccepts(text)).toBe(false);
});

test.each(named.filter(([, key]) => key.shape.required))('%s must be there', (_, { path }) => {
  const document = parseDocument(EVERY_KEY);
  document.deleteIn(path);
  const text = document.toString({ lineWidth: 0 });
  expect(problemsOf(text).join('\n')).toContain(`has no ${String(path.at(-1))}`);
  expect(schemaAccepts(text)).toBe(false);
});
