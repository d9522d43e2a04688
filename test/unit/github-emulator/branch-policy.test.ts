import { fnmatch, refuseRef } from '../../../sandbox/github/actions/branch-policy.ts';
import type { Environment, Repository } from '../../../sandbox/github/state.ts';

describe('patterns of deployment branches', () => {
  test.each([
    ['main', 'main', true],
    ['main', 'main2', false],
    ['release*', 'release-1', true],
    ['*', 'main', true],
    ['*', 'feature/a', false],
    ['release/*', 'release/1', true],
    ['release/*', 'release/1/2', false],
    ['release/**/*', 'release/1/2', true],
    ['**/*', 'main', true],
    ['v?.[0-9]', 'v1.7', true],
    ['v?.[!0-9]', 'v1.7', false],
    ['a.b', 'axb', false],
    ['refs/pull/*/merge', 'refs/pull/7/merge', true],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(fnmatch(pattern).test(name)).toBe(expected);
  });
});

describe('which refs an environment admits', () => {
  const environment = (branches: Environment['branches'], ...patterns: readonly string[]) =>
    ({
      name: 'production',
      branches,
      policies: patterns.map((pattern, id) => ({ id, pattern, type: 'branch' })),
    }) as unknown as Environment;
  const repository = (...names: readonly string[]) =>
    ({ protections: new Map(names.map((name) => [name, {}])) }) as unknown as Repository;
  const admits = (env: Environment, repo: Repository, ref: string) =>
    refuseRef(env, repo, ref) === undefined;

  test('without a rule every branch and tag', () => {
    const open = environment('all');
    expect(admits(open, repository(), 'refs/heads/x')).toBe(true);
    expect(admits(open, repository(), 'refs/tags/x')).toBe(true);
  });

  test('protected branches, or all branches while there is none; never a tag of that name', () => {
    const guarded = environment('protected');
    expect(admits(guarded, repository('main'), 'refs/heads/main')).toBe(true);
    expect(admits(guarded, repository('main'), 'refs/heads/x')).toBe(false);
    expect(admits(guarded, repository(), 'refs/heads/x')).toBe(true);
    expect(admits(guarded, repository('main'), 'refs/tags/main')).toBe(false);
  });

  test('patterns admit what they match, a pull request by its full ref', () => {
    const picky = environment('custom', 'main', 'refs/pull/*/merge');
    expect(admits(picky, repository(), 'refs/heads/main')).toBe(true);
    expect(admits(picky, repository(), 'refs/pull/7/merge')).toBe(true);
    expect(admits(picky, repository(), 'refs/tags/main')).toBe(false);
    expect(admits(environment('custom'), repository(), 'refs/heads/main')).toBe(false);
  });
});
