import { nearest } from '../../../src/settings/nearest.ts';

const KEYS = ['namespace', 'cluster', 'e2e', 'probes', 'proof', 'url', 'values', 'depends-on'];

test.each([
  ['namspace', 'namespace'],
  ['namepsace', 'namespace'],
  ['NameSpace', 'namespace'],
  ['nmspc', undefined],
  ['clusters', 'cluster'],
  ['e2', 'e2e'],
  ['ee2', 'e2e'],
  ['probe', 'probes'],
  ['prof', 'proof'],
  ['uri', 'url'],
  ['urls', 'url'],
  ['depends_on', 'depends-on'],
  ['dependsOn', 'depends-on'],
  ['metrics', undefined],
  ['freeze', undefined],
  ['', undefined],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, KEYS)).toBe(meant);
});

test('a word without end costs nothing', () => {
  expect(nearest('x'.repeat(5000), KEYS)).toBeUndefined();
});

test('of two that are as near, the first counts; where none is known, none is meant', () => {
  expect(nearest('ax', ['ab', 'ac'])).toBe('ab');
  expect(nearest('ac', ['ab', 'ac'])).toBe('ac');
  expect(nearest('a', [])).toBeUndefined();
});
