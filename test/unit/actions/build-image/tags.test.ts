import { defaultTags, fitTag } from '../../../../actions/build-image/tags.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

test.each([
  ['refs/heads/main', 'main', ['0123456789ab', 'main']],
  ['refs/heads/feature/a#1', 'feature/a#1', ['0123456789ab', 'feature-a-1']],
  ['refs/tags/v1.2.3', 'v1.2.3', ['0123456789ab', 'v1.2.3']],
  ['refs/pull/7/merge', '7/merge', ['0123456789ab', 'pr-7']],
  ['refs/heads/日本', '日本', ['0123456789ab']],
])('%s gives %j', (ref, name, tags) => {
  const env = { GITHUB_SHA: SHA, GITHUB_REF: ref, GITHUB_REF_NAME: name };
  expect(defaultTags(env)).toEqual(tags);
});

test('a pull request from a branch called main does not get the tag main', () => {
  const env = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'main' };
  expect(defaultTags(env)).toEqual(['pr-7']);
});

test('outside of a run there is no tag', () => {
  expect(defaultTags({})).toEqual([]);
});

test('a long or odd name is made fit', () => {
  expect(fitTag(`.-${'x'.repeat(200)}`)).toBe('x'.repeat(128));
  expect(fitTag('renovate/@types/node 24.x')).toBe('renovate-types-node-24.x');
});
