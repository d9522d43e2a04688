import { platformProblems } from '../../../src/domain/platform.ts';

const NEEDS = { environment: 'production', approvals: 1, actor: 'octocat' };
const codes = (...args: Parameters<typeof platformProblems>): string[] =>
  platformProblems(...args).map((problem) => problem.code);
const found = (...reviewers: string[]) => ({ reviewers, preventSelfReview: false });

test.each<[string, string[], Parameters<typeof platformProblems>]>([
  ['an environment with a reviewer', [], [NEEDS, found('mona')]],
  ['one that does not exist', ['environment-missing'], [NEEDS, undefined]],
  ['approvals without reviewers', ['no-reviewers'], [NEEDS, found()]],
  ['only who started the run', ['only-self-review'], [NEEDS, found('octocat')]],
  ['who started the run, and a team', [], [NEEDS, found('octocat', '@ops')]],
  ['no approvals and no reviewers', [], [{ ...NEEDS, approvals: 0 }, found()]],
])('%s: %j', (_name, expected, args) => {
  expect(codes(...args)).toEqual(expected);
});
