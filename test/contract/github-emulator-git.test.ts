import type { Push } from '../../sandbox/github/listeners.ts';
import { type Clone, type EmulatorBench, emulatorBench } from '../support/github-emulator.ts';

let bench: EmulatorBench;
let clone: Clone;
let pushes: Push[];

beforeAll(async () => {
  bench = await emulatorBench();
  bench.github.onPush((push) => pushes.push(push));
});
beforeEach(() => {
  pushes = [];
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

/** What git printed when it failed. */
async function failureOf(command: Promise<string>): Promise<string> {
  return command.then(
    () => 'it did not fail',
    (error: Error) => error.message,
  );
}

describe('git over HTTP', () => {
  test('a push tells once what changed, oldest commit first', async () => {
    clone = await bench.clone(bench.alice.token);
    const one = await clone.commit('one', { 'README.md': 'shop\n' });
    const two = await clone.commit('two\n\nwith a body', { 'a.txt': 'a\n' });
    await clone.git('push', '--quiet', 'origin', 'main');
    expect(pushes).toHaveLength(1);
    expect(pushes[0]).toMatchObject({
      repository: 'acme/shop',
      ref: 'refs/heads/main',
      before: '0'.repeat(40),
      after: two,
      created: true,
      deleted: false,
      forced: false,
      pusher: 'alice',
      commits: [
        { id: one, message: 'one' },
        { id: two, message: 'two\n\nwith a body' },
      ],
    });
    const logged = bench.github.events.all.filter(({ kind }) => kind === 'push');
    expect(logged).toHaveLength(1);
  });

  test('a second push of the same state tells nothing', async () => {
    await clone.git('push', '--quiet', 'origin', 'main');
    expect(pushes).toEqual([]);
  });

  test('several refs of one push are told one by one, a deleted branch as deleted', async () => {
    await clone.git('push', '--quiet', 'origin', 'main:refs/heads/one', 'main:refs/tags/v1');
    expect(new Set(pushes.map(({ ref }) => ref))).toEqual(
      new Set(['refs/heads/one', 'refs/tags/v1']),
    );
    expect(pushes).toHaveLength(2);
    await clone.git('push', '--quiet', 'origin', '--delete', 'one');
    expect(pushes.at(-1)).toMatchObject({ ref: 'refs/heads/one', deleted: true, commits: [] });
  });

  test('a forced push says so', async () => {
    await clone.git('checkout', '--quiet', '-b', 'rough');
    await clone.commit('rough', { 'r.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'rough');
    await clone.git('commit', '--quiet', '--amend', '--message', 'smooth');
    await clone.git('push', '--quiet', '--force', 'origin', 'rough');
    expect(pushes.map(({ forced }) => forced)).toEqual([false, true]);
    await clone.git('checkout', '--quiet', 'main');
  });

  test('a commit can be fetched by its id, as a checkout does', async () => {
    const sha = (await clone.git('rev-parse', 'HEAD~1')).trim();
    const other = await bench.clone(bench.alice.token);
    await other.git('fetch', '--quiet', '--depth=1', 'origin', sha);
    expect((await other.git('rev-parse', 'FETCH_HEAD')).trim()).toBe(sha);
  });

  test('a push with a GITHUB_TOKEN changes the branch and starts no run', async () => {
    const token = jobToken({ contents: 'write' });
    const job = await bench.clone(token);
    await job.git('fetch', '--quiet', 'origin', 'main');
    await job.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    const sha = await job.commit('by a job', { 'job.txt': '1\n' });
    await job.git('push', '--quiet', 'origin', 'HEAD:main');
    expect(pushes).toEqual([]);
    expect(bench.github.events.all.at(-2)).toMatchObject({
      kind: 'push',
      after: sha,
      pusher: 'github-actions[bot]',
      startsRuns: false,
    });
  });

  test("a push with an App's token starts runs", async () => {
    const app = bench.github.registerApp('deployer', 'acme', { contents: 'write' });
    const machine = await bench.clone(bench.github.installationToken(app));
    await machine.git('fetch', '--quiet', 'origin', 'main');
    await machine.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    await machine.commit('by an App', { 'app.txt': '1\n' });
    await machine.git('push', '--quiet', 'origin', 'HEAD:main');
    expect(pushes).toMatchObject([{ ref: 'refs/heads/main', pusher: 'deployer[bot]' }]);
  });

  test('a GITHUB_TOKEN that may only read is refused in words', async () => {
    const job = await bench.clone(jobToken({ contents: 'read' }));
    await job.git('fetch', '--quiet', 'origin', 'main');
    const failure = await failureOf(job.git('push', 'origin', 'FETCH_HEAD:refs/heads/x'));
    expect(failure).toContain('403');
    expect(pushes).toEqual([]);
  });

  test('a token nobody minted, and a revoked one, cannot read', async () => {
    const token = jobToken({ contents: 'read' });
    const job = await bench.clone(token);
    await job.git('fetch', '--quiet', 'origin', 'main');
    bench.github.backend.revokeToken(token);
    expect(await failureOf(job.git('fetch', 'origin', 'main'))).toContain('Authentication failed');
  });

  test('a repository that is not there, or not yours, is not found', async () => {
    const ghost = await bench.clone(bench.alice.token, 'acme/ghost');
    expect(await failureOf(ghost.git('fetch', 'origin'))).toContain('not found');
    await bench.github.createRepository('acme/secret');
    const job = await bench.clone(jobToken({ contents: 'read' }), 'acme/secret');
    expect(await failureOf(job.git('fetch', 'origin'))).toContain('not found');
  });
});

describe('protected branches', () => {
  const pull = { requirePullRequest: { approvals: 1 } };

  test('a push is refused in words, other refs of the same push are not', async () => {
    await update();
    bench.github.setBranchProtection('acme/shop', 'main', pull);
    await clone.commit('past the rules', { 'p.txt': '1\n' });
    const failure = await failureOf(clone.git('push', 'origin', 'main', 'main:refs/heads/side'));
    expect(failure).toContain('GH006: Protected branch update failed for refs/heads/main.');
    expect(failure).toContain('Changes must be made through a pull request.');
    expect(failure).toContain('main -> main (protected branch hook declined)');
    expect(pushes.map(({ ref }) => ref)).toEqual(['refs/heads/side']);
  });

  test('force and deletion are refused even to who may push', async () => {
    bench.github.setBranchProtection('acme/shop', 'main', { mayPush: ['alice'] });
    await clone.git('reset', '--quiet', '--hard', 'HEAD~1');
    await clone.commit('another past', { 'q.txt': '1\n' });
    await clone.git('push', '--quiet', '--force', 'origin', 'main:refs/heads/rough2');
    bench.github.setBranchProtection('acme/shop', 'rough2', { mayPush: ['alice'] });
    await clone.git('commit', '--quiet', '--amend', '--message', 'changed');
    const forced = await failureOf(clone.git('push', '--force', 'origin', 'main:rough2'));
    expect(forced).toContain('Cannot force-push to a protected branch');
    const deleted = await failureOf(clone.git('push', 'origin', '--delete', 'rough2'));
    expect(deleted).toContain('Cannot delete a protected branch');
  });

  test('who is not on the list may not push', async () => {
    bench.github.setBranchProtection('acme/shop', 'main', { mayPush: ['deployer[bot]'] });
    await update();
    await clone.commit('by alice', { 'l.txt': '1\n' });
    const failure = await failureOf(clone.git('push', 'origin', 'main'));
    expect(failure).toContain("You're not authorized to push to this branch.");
  });

  test('a required check must have succeeded on that very commit', async () => {
    bench.github.setBranchProtection('acme/shop', 'main', { requiredChecks: ['quality'] });
    const sha = (await clone.git('rev-parse', 'HEAD')).trim();
    await clone.git('push', '--quiet', 'origin', 'main:refs/heads/candidate');
    expect(await failureOf(clone.git('push', 'origin', 'main'))).toContain(
      'Required status check "quality" is expected.',
    );
    const { repos } = bench.client(bench.alice.token);
    await repos.createCommitStatus({ ...bench.shop, sha, state: 'success', context: 'quality' });
    await clone.git('push', '--quiet', 'origin', 'main');
    expect(pushes.at(-1)).toMatchObject({ ref: 'refs/heads/main', after: sha });
    bench.github.setBranchProtection('acme/shop', 'main', undefined);
  });

  async function update(): Promise<void> {
    await clone.git('fetch', '--quiet', 'origin', 'main');
    await clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  }
});

describe('workflow files', () => {
  test('a job may bring only those that another branch has already', async () => {
    const path = '.github/workflows/deploy.yml';
    const job = await bench.clone(jobToken({ contents: 'write' }));
    await job.git('fetch', '--quiet', 'origin', 'main');
    await job.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    await job.commit('a workflow', { [path]: 'on: push\n' });
    const failure = await failureOf(job.git('push', 'origin', 'HEAD:refs/heads/new'));
    expect(failure).toContain(`refusing to allow a GitHub App to create or update workflow`);
    // A person brings it to develop; from there a job may move main forward.
    await clone.git('fetch', '--quiet', 'origin', 'main');
    await clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    await clone.commit('a workflow', { [path]: 'on: push\n' });
    await clone.git('push', '--quiet', 'origin', 'main:refs/heads/develop');
    await job.git('fetch', '--quiet', 'origin', 'develop');
    await job.git('push', '--quiet', 'origin', 'FETCH_HEAD:refs/heads/main');
    expect(bench.github.violations).toEqual([]);
  });
});

function jobToken(permissions: Readonly<Record<string, 'read' | 'write'>>): string {
  const run = { repository: 'acme/shop', runId: 1, jobName: 'job', permissions };
  return bench.github.backend.mintToken(run);
}
