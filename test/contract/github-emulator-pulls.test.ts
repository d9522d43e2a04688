import type { PullChange } from '../../sandbox/github/listeners.ts';
import {
  type Client,
  type Clone,
  type EmulatorBench,
  emulatorBench,
  refusalOf,
} from '../support/github-emulator.ts';

let bench: EmulatorBench;
let clone: Clone;
let api: Client;
let changes: PullChange[];
let feature: string;

beforeAll(async () => {
  bench = await emulatorBench();
  bench.github.onPull((change) => changes.push(change));
  api = bench.client(bench.alice.token);
  clone = await bench.clone(bench.alice.token);
  await clone.commit('one', { 'a.txt': '1\n' });
  await clone.git('push', '--quiet', 'origin', 'main');
  await clone.git('checkout', '--quiet', '-b', 'feature');
  feature = await clone.commit('feature', { 'f.txt': '1\n' });
  await clone.git('push', '--quiet', 'origin', 'feature');
});
beforeEach(() => {
  changes = [];
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

const open = (head: string, base = 'main', more: object = {}) =>
  api.pulls.create({ ...bench.shop, title: `${head} to ${base}`, head, base, ...more });

describe('pull requests', () => {
  test('one is opened, found by its head and by its commit', async () => {
    const { data } = await open('feature', 'main', { body: 'why' });
    expect(data).toMatchObject({
      number: 1,
      state: 'open',
      body: 'why',
      mergeable: true,
      merged: false,
      commits: 1,
      changed_files: 1,
      head: { ref: 'feature', sha: feature },
      base: { ref: 'main' },
      user: { login: 'alice' },
    });
    expect(changes).toMatchObject([{ number: 1, action: 'opened', actor: 'alice' }]);
    const found = await api.pulls.list({ ...bench.shop, head: 'acme:feature', base: 'main' });
    expect(found.data.map(({ number }) => number)).toEqual([1]);
    const byCommit = await api.repos.listPullRequestsAssociatedWithCommit({
      ...bench.shop,
      commit_sha: feature,
    });
    expect(byCommit.data.map(({ number }) => number)).toEqual([1]);
    const files = await api.pulls.listFiles({ ...bench.shop, pull_number: 1 });
    expect(files.data).toMatchObject([{ filename: 'f.txt', status: 'added' }]);
  });

  test('its refs can be fetched, the merge too', async () => {
    await clone.git('fetch', '--quiet', 'origin', 'refs/pull/1/head');
    expect((await clone.git('rev-parse', 'FETCH_HEAD')).trim()).toBe(feature);
    await clone.git('fetch', '--quiet', 'origin', 'refs/pull/1/merge');
    expect((await clone.git('rev-parse', 'FETCH_HEAD^2')).trim()).toBe(feature);
  });

  test('a second one of the same branches, and one without commits, is refused', async () => {
    const twin = await refusalOf(open('feature'));
    expect(twin).toMatchObject({ status: 422, message: 'Validation Failed' });
    await clone.git('push', '--quiet', 'origin', 'main:refs/heads/same');
    expect((await refusalOf(open('same'))).status).toBe(422);
    expect((await refusalOf(open('nowhere'))).status).toBe(422);
  });

  test('a push to its head synchronizes it', async () => {
    feature = await clone.commit('more', { 'f.txt': '2\n' });
    await clone.git('push', '--quiet', 'origin', 'feature');
    expect(changes).toMatchObject([{ number: 1, action: 'synchronize' }]);
    const { data } = await api.pulls.get({ ...bench.shop, pull_number: 1 });
    expect(data.head.sha).toBe(feature);
  });

  test('it is merged once, and not when its head has moved', async () => {
    const merge = { ...bench.shop, pull_number: 1 };
    const stale = await refusalOf(api.pulls.merge({ ...merge, sha: 'f'.repeat(40) }));
    expect(stale).toMatchObject({ status: 409 });
    const { data } = await api.pulls.merge({ ...merge, sha: feature });
    expect(data).toMatchObject({ merged: true });
    expect(changes).toMatchObject([{ action: 'closed' }]);
    expect((await api.pulls.checkIfMerged(merge)).status).toBe(204);
    expect((await refusalOf(api.pulls.merge(merge))).status).toBe(405);
    const main = await api.git.getRef({ ...bench.shop, ref: 'heads/main' });
    expect(main.data.object.sha).toBe(data.sha);
  });

  test('one is the way into a branch that takes no pushes', async () => {
    bench.github.setBranchProtection('acme/shop', 'main', { requirePullRequest: { approvals: 0 } });
    await clone.git('fetch', '--quiet', 'origin', 'main');
    await clone.git('checkout', '--quiet', '-b', 'guarded', 'FETCH_HEAD');
    await clone.commit('guarded', { 'g.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'guarded');
    const { data } = await open('guarded');
    await api.pulls.merge({ ...bench.shop, pull_number: data.number, merge_method: 'squash' });
    bench.github.setBranchProtection('acme/shop', 'main', undefined);
  });

  test('one needs the approvals its base asks for, of others who may write', async () => {
    bench.github.setBranchProtection('acme/shop', 'main', {
      requirePullRequest: { approvals: 1 },
      requiredChecks: ['quality'],
    });
    await clone.git('fetch', '--quiet', 'origin', 'main');
    await clone.git('checkout', '--quiet', '-b', 'reviewed', 'FETCH_HEAD');
    const sha = await clone.commit('reviewed', { 'reviewed.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'reviewed');
    const pull = { ...bench.shop, pull_number: (await open('reviewed')).data.number };
    const own = await refusalOf(api.pulls.createReview({ ...pull, event: 'APPROVE' }));
    expect(own.status).toBe(422);
    const merge = () => api.pulls.merge(pull);
    expect((await refusalOf(merge())).message).toContain('1 approving review is required');
    const reader = bench.client(bench.github.addUser('reader', 'read').token);
    await reader.pulls.createReview({ ...pull, event: 'APPROVE' });
    expect((await refusalOf(merge())).message).toContain('1 approving review is required');
    const bob = bench.client(bench.github.addUser('bob').token);
    await bob.pulls.createReview({ ...pull, event: 'APPROVE', body: 'good' });
    expect((await refusalOf(merge())).message).toBe('Required status check "quality" is expected.');
    await api.repos.createCommitStatus({
      ...bench.shop,
      sha,
      context: 'quality',
      state: 'success',
    });
    expect((await merge()).data.merged).toBe(true);
    const reviews = await api.pulls.listReviews(pull);
    expect(reviews.data).toMatchObject([
      { state: 'APPROVED', user: { login: 'reader' } },
      { state: 'APPROVED', user: { login: 'bob' }, body: 'good', commit_id: sha },
    ]);
    bench.github.setBranchProtection('acme/shop', 'main', undefined);
  });

  test('one whose branch is deleted is closed, and stays readable', async () => {
    await clone.git('checkout', '--quiet', '-b', 'doomed', 'origin/main');
    const sha = await clone.commit('doomed', { 'doomed.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'doomed');
    const { number } = (await open('doomed')).data;
    await clone.git('push', '--quiet', 'origin', '--delete', 'doomed');
    expect(changes.at(-1)).toMatchObject({ number, action: 'closed' });
    const { data } = await api.pulls.get({ ...bench.shop, pull_number: number });
    expect(data).toMatchObject({ state: 'closed', merged: false, head: { sha } });
  });

  test('a base that reaches its head by a push is a merge', async () => {
    await clone.git('fetch', '--quiet', 'origin', 'main');
    await clone.git('checkout', '--quiet', '-b', 'fast', 'FETCH_HEAD');
    await clone.commit('fast', { 'fast.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'fast');
    const { data } = await open('fast');
    await clone.git('push', '--quiet', 'origin', 'fast:main');
    const after = await api.pulls.get({ ...bench.shop, pull_number: data.number });
    expect(after.data).toMatchObject({ state: 'closed', merged: true });
  });

  test('what a GITHUB_TOKEN opens starts no runs', async () => {
    const token = bench.github.backend.mintToken({
      repository: 'acme/shop',
      runId: 1,
      jobName: 'job',
      permissions: { pull_requests: 'write' },
    });
    await clone.git('push', '--quiet', 'origin', 'HEAD~1:refs/heads/old-base');
    const { pulls } = bench.client(token);
    const made = await pulls.create({ ...bench.shop, title: 't', head: 'fast', base: 'old-base' });
    expect(made.data.user.login).toBe('github-actions[bot]');
    expect(changes).toEqual([]);
  });
});

describe('the sticky comment', () => {
  test('is made, found, changed and removed', async () => {
    const issue = { ...bench.shop, issue_number: 1 };
    const { data } = await api.issues.createComment({ ...issue, body: '<!-- plan -->\nfirst' });
    const found = await api.issues.listComments(issue);
    expect(found.data).toMatchObject([{ id: data.id, user: { login: 'alice' } }]);
    const comment = { ...bench.shop, comment_id: data.id };
    const changed = await api.issues.updateComment({ ...comment, body: '<!-- plan -->\nsecond' });
    expect(changed.data.body).toContain('second');
    await api.issues.deleteComment(comment);
    expect((await api.issues.listComments(issue)).data).toEqual([]);
  });

  test('is refused above 65,536 characters', async () => {
    const comment = { ...bench.shop, issue_number: 1, body: 'x'.repeat(65_537) };
    expect((await refusalOf(api.issues.createComment(comment))).status).toBe(422);
  });
});
