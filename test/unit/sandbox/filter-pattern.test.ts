import { passesPatterns } from '../../../sandbox/runner/events/filter-pattern.ts';

/** The cheat sheet of docs.github.com, "Workflow syntax", and what follows from its rules. */
const TABLE: readonly [string, readonly string[], readonly string[]][] = [
  [
    'feature/*',
    ['feature/my-branch', 'feature/your-branch'],
    ['feature/beta-a/my-branch', 'feature'],
  ],
  ['feature/**', ['feature/beta-a/my-branch', 'feature/x'], ['features/x']],
  ['main', ['main'], ['maintenance', 'x/main']],
  ['*', ['main', 'releases'], ['all/the/branches']],
  ['**', ['all/the/branches', 'every/tag', 'main'], []],
  ['*feature', ['mona-feature', 'feature'], ['feature/x', 'feature-x']],
  ['v2*', ['v2', 'v2.0', 'v2.9'], ['v1']],
  ['v[12].[0-9]+.[0-9]+', ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1x0.0']],
  ['*.jsx?', ['page.js', 'page.jsx'], ['page.jsxx', 'js/page.js']],
  ['**.js', ['index.js', 'js/index.js', 'src/js/app.js'], ['index.jsx']],
  ['docs/**', ['docs/README.md', 'docs/mona/octocat.txt'], ['README.md']],
  ['**/docs/**', ['docs/hello.md', 'dir/docs/my-file.txt'], ['mydocs/x.md']],
  ['**/README.md', ['README.md', 'js/README.md'], ['MYREADME.md']],
  ['**/*src/**', ['a/src/app.js', 'my-src/code/js/app.js'], ['srcs/a.js']],
];

test.each(TABLE)('%s takes what the cheat sheet says and nothing else', (pattern, yes, no) => {
  expect(yes.filter((name) => !passesPatterns(name, [pattern]))).toEqual([]);
  expect(no.filter((name) => passesPatterns(name, [pattern]))).toEqual([]);
});

test('the last pattern that matches decides', () => {
  const patterns = ['releases/**', '!releases/**-alpha', 'releases/9-alpha'];
  expect(passesPatterns('releases/10', patterns)).toBe(true);
  expect(passesPatterns('releases/10-alpha', patterns)).toBe(false);
  expect(passesPatterns('releases/9-alpha', patterns)).toBe(true);
  expect(passesPatterns('releases/10', ['!releases/10'])).toBe(false);
});
