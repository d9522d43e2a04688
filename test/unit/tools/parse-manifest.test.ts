import { parseManifest } from '../../../src/tools/parse-manifest.ts';

const value = (text: string): unknown =>
  (parseManifest(`kind: ConfigMap\nvalue: ${text}`)[0] as { value?: unknown } | undefined)?.value;

// As `helm template` prints them with toJson (measured, 3.18 and 4.2).
test.each([
  ['0644', 420],
  ['0o644', 420],
  ['1_000', 1000],
  ['089', 89],
  ['y', true],
  ['tRUE', 'tRUE'],
  ['0x1F', 31],
  ['yes', true],
  ['off', false],
  ['"yes"', 'yes'],
  ['12:30', '12:30'],
  ['12:30:45', '12:30:45'],
  ['2026-01-02', '2026-01-02'],
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
  ['~', null],
  ['1e3', 1000],
  ['8080', 8080],
])('%s', (text, meaning) => {
  expect(value(text)).toEqual(meaning);
});

test('empty documents and comments are no objects; items of a List are', () => {
  const text = `---
# Source: web/templates/empty.yaml
---
kind: ConfigMapList
items:
- { kind: ConfigMap, metadata: { name: a } }
- { kind: ConfigMap, metadata: { name: b } }
---
kind: Secret
metadata: { name: c }
metadata: { name: d }
`;
  expect(parseManifest(text).map(({ metadata }) => metadata.name)).toEqual(['a', 'b', 'd']);
});

test('merge keys and anchors', () => {
  const text = 'kind: A\nbase: &b { x: 1 }\nspec: { <<: *b, z: 2 }\n';
  expect(parseManifest(text)[0]).toMatchObject({ spec: { x: 1, z: 2 } });
});

test('text that is no YAML', () => {
  expect(() => parseManifest('kind: [')).toThrow('The manifest is no YAML');
});
