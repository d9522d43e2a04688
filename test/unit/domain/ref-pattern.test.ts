import { findPatternProblem, isPlainRef, matchesRef } from '../../../src/domain/ref-pattern.ts';
import { cpuTime } from '../../support/cpu-time.ts';

/** The pattern, names it matches, names it does not. From GitHub's cheat sheet where it has one. */
const PATTERNS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['main', ['main'], ['Main', 'mains', 'amain', '']],
  ['feature/*', ['feature/my-branch', 'feature/'], ['feature/beta-a/my-branch', 'features/x']],
  ['feature/**', ['feature/beta-a/my-branch', 'feature/x'], ['feature']],
  ['*', ['main', 'releases'], ['all/the/branches']],
  ['**', ['all/the/branches', 'main'], []],
  ['*feature', ['mona-feature', 'feature'], ['ver-10-feature/x']],
  ['v2*', ['v2', 'v2.0', 'v2.9'], ['v1', 'v2/x']],
  ['v[12].[0-9]+.[0-9]+', ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1.x.1', 'v1.10']],
  ['v[0-9a-c]', ['v7', 'vb'], ['vd', 'v-', 'v77']],
  ['[CB]at', ['Cat', 'Bat'], ['Rat']],
  ['*.jsx?', ['page.js', 'page.jsx'], ['page.jsxx', 'page.jx']],
  ['ab+', ['ab', 'abbb'], ['a', 'abc']],
  ['a.b', ['a.b'], ['axb']],
  ['a$b^c|d', ['a$b^c|d'], ['a', 'd']],
  ['v1\\+x', ['v1+x'], ['v11x', 'v1\\+x']],
  ['\\*', ['*'], ['a']],
  ['x!', ['x!'], ['x']],
  ['é?🚀+', ['é🚀', '🚀🚀'], ['é']],
];

test.each(PATTERNS)('%s', (pattern, matched, others) => {
  expect(findPatternProblem(pattern)).toBeUndefined();
  expect(matched.filter((name) => !matchesRef(pattern, name))).toEqual([]);
  expect(others.filter((name) => matchesRef(pattern, name))).toEqual([]);
});

test.each([
  ['', 'is empty'],
  ['!main', 'cannot be negated: there is nothing before it'],
  ['?a', 'has no character before ?'],
  ['*+', 'has no character before +'],
  ['a?+', 'has no character before +'],
  ['v[1', 'has [ without ]'],
  ['v[]', 'has nothing between [ and ]'],
  ['v[9-0]', 'has "9-0", which is no range within a-z, A-Z or 0-9'],
  ['v[a-Z]', 'has "a-Z", which is no range within a-z, A-Z or 0-9'],
  ['v\\', 'ends with \\'],
])('%j %s, and matches nothing', (pattern, problem) => {
  expect(findPatternProblem(pattern)).toBe(problem);
  expect(matchesRef(pattern, pattern)).toBe(false);
});

test('a pattern that would keep a regular expression busy for years is answered at once', () => {
  const spent = cpuTime();
  expect(matchesRef(`${'**a'.repeat(80)}b`, 'a'.repeat(255))).toBe(false);
  expect(spent()).toBeLessThan(5_000);
});

test.each([
  ['main', true],
  ['release/1.2', true],
  ['v*', false],
  ['a?', false],
  ['[ab]', false],
  ['a\\*', false],
])('%s is one name: %p', (pattern, plain) => {
  expect(isPlainRef(pattern)).toBe(plain);
});
