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
let one: string;
let two: string;

beforeAll(async () => {
  bench = await emulatorBench();
  api = bench.client(bench.alice.token);
  clone = await bench.clone(bench.alice.token);
  one = await clone.commit('one', { 'README.md': 'shop\n', 'old name.txt': 'same\n' });
  await clone.git('push', '--quiet', 'origin', 'main');
  await clone.git('checkout', '--quiet', '-b', 'develop');
  await clone.git('mv', 'old name.txt', 'new name.txt');
  two = await clone.commit('two', { 'src/a.txt': '1\n2\n' });
  await clone.git('push', '--quiet', 'origin', 'develop');
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

describe('refs', () => {
  test('a ref is read by its name, an unknown one is not found', async () => {
    const { data } = await api.git.getRef({ ...bench.shop, ref: 'heads/develop' });
    expect(data).toMatchObject({ ref: 'refs/heads/develop', object: { type: 'commit', sha: two } });
    const refusal = await refusalOf(api.git.getRef({ ...bench.shop, ref: 'heads/dev' }));
    expect(refusal).toMatchObject({ status: 404, message: 'Not Found' });
  });

  test('matching refs match any beginning', async () => {
    const { data } = await api.git.listMatchingRefs({ ...bench.shop, ref: 'heads/dev' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/develop']);
  });

  test('a branch moves forward, and back only by force', async () => {
    const ref = 'heads/moving';
    await api.git.createRef({ ...bench.shop, ref: `refs/${ref}`, sha: one });
    await api.git.updateRef({ ...bench.shop, ref, sha: two });
    const refusal = await refusalOf(api.git.updateRef({ ...bench.shop, ref, sha: one }));
    expect(refusal).toMatchObject({ status: 422, message: 'Update is not a fast forward' });
    await api.git.updateRef({ ...bench.shop, ref, sha: one, force: true });
    await clone.git('fetch', '--quiet', 'origin', 'moving');
    expect((await clone.git('rev-parse', 'FETCH_HEAD')).trim()).toBe(one);
    await api.git.deleteRef({ ...bench.shop, ref });
    expect((await refusalOf(api.git.deleteRef({ ...bench.shop, ref }))).message).toBe(
      'Reference does not exist',
    );
  });

  test('a ref is made once, of an object that is there', async () => {
    const ref = 'refs/heads/main';
    const twice = await refusalOf(api.git.createRef({ ...bench.shop, ref, sha: one }));
    expect(twice).toMatchObject({ status: 422, message: 'Reference already exists' });
    const sha = 'f'.repeat(40);
    const nothing = await refusalOf(api.git.createRef({ ...bench.shop, ref: 'refs/heads/x', sha }));
    expect(nothing).toMatchObject({ status: 422, message: 'Object does not exist' });
    const bad = await refusalOf(
      api.git.createRef({ ...bench.shop, ref: 'refs/heads/a..b', sha: one }),
    );
    expect(bad.status).toBe(422);
  });

  test('an update of a protected branch is refused, a listed App may make it', async () => {
    await api.git.createRef({ ...bench.shop, ref: 'refs/heads/guarded', sha: one });
    bench.github.setBranchProtection('acme/shop', 'guarded', { mayPush: ['mover[bot]'] });
    const update = { ...bench.shop, ref: 'heads/guarded', sha: two };
    expect(await refusalOf(api.git.updateRef(update))).toMatchObject({ status: 403 });
    const app = bench.github.registerApp('mover', 'acme', { contents: 'write' });
    const mover = bench.client(bench.github.installationToken(app));
    expect((await mover.git.updateRef(update)).data.object.sha).toBe(two);
  });

  test('an annotated tag is made of its object and its ref', async () => {
    const tag = { tag: 'v1.0.0', message: 'first', object: one, type: 'commit' } as const;
    const { data } = await api.git.createTag({ ...bench.shop, ...tag });
    await api.git.createRef({ ...bench.shop, ref: 'refs/tags/v1.0.0', sha: data.sha });
    await clone.git('fetch', '--quiet', 'origin', 'tag', 'v1.0.0');
    expect((await clone.git('cat-file', '-t', 'v1.0.0')).trim()).toBe('tag');
    const tags = await api.repos.listTags(bench.shop);
    expect(tags.data).toMatchObject([{ name: 'v1.0.0', commit: { sha: one } }]);
  });
});

describe('commits', () => {
  test('a commit is found by branch, tag and id, with what it changed', async () => {
    for (const ref of ['develop', two, two.slice(0, 8)]) {
      const { data } = await api.repos.getCommit({ ...bench.shop, ref });
      expect(data.sha).toBe(two);
      expect(data.files).toMatchObject([
        { filename: 'new name.txt', status: 'renamed', previous_filename: 'old name.txt' },
        { filename: 'src/a.txt', status: 'added', additions: 2, deletions: 0 },
      ]);
    }
    const refusal = await refusalOf(api.repos.getCommit({ ...bench.shop, ref: 'develop~1' }));
    expect(refusal.status).toBe(422);
  });

  test('the commit itself names tree and parents', async () => {
    const { data } = await api.git.getCommit({ ...bench.shop, commit_sha: two });
    const tree = (await clone.git('rev-parse', `${two}^{tree}`)).trim();
    expect(data).toMatchObject({ tree: { sha: tree }, parents: [{ sha: one }], message: 'two' });
  });

  test.each([
    ['main...develop', { status: 'ahead', ahead_by: 1, behind_by: 0 }],
    ['develop...main', { status: 'behind', ahead_by: 0, behind_by: 1 }],
    ['main...main', { status: 'identical', ahead_by: 0, behind_by: 0 }],
  ])('%s', async (basehead, expected) => {
    const { data } = await api.repos.compareCommitsWithBasehead({ ...bench.shop, basehead });
    expect(data).toMatchObject(expected);
  });

  test('two branches that went apart are diverged, with the commits of each side', async () => {
    await clone.git('checkout', '--quiet', '-b', 'hotfix', 'main');
    const fix = await clone.commit('fix', { 'fix.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'hotfix');
    const { data } = await api.repos.compareCommits({
      ...bench.shop,
      base: 'develop',
      head: 'hotfix',
    });
    expect(data).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1 });
    expect(data.commits.map(({ sha }) => sha)).toEqual([fix]);
    expect(data.merge_base_commit.sha).toBe(one);
    expect(data.files?.map(({ filename }) => filename)).toEqual(['fix.txt']);
  });

  test('POST merges brings one branch into another, once', async () => {
    const merge = { ...bench.shop, base: 'hotfix', head: 'develop' };
    const first = await api.repos.merge(merge);
    expect(first.status).toBe(201);
    expect(first.data.parents).toHaveLength(2);
    expect((await api.repos.merge(merge)).status).toBe(204);
  });
});

describe('contents', () => {
  test('a file is read at a ref, a folder is listed', async () => {
    const path = 'src/a.txt';
    const { data } = await api.repos.getContent({ ...bench.shop, path, ref: 'develop' });
    const { content } = data as { content: string };
    expect(Buffer.from(content, 'base64').toString()).toBe('1\n2\n');
    const folder = await api.repos.getContent({ ...bench.shop, path: 'src', ref: 'develop' });
    expect(folder.data).toMatchObject([{ type: 'file', path: 'src/a.txt' }]);
    const gone = await refusalOf(api.repos.getContent({ ...bench.shop, path, ref: 'main' }));
    expect(gone.status).toBe(404);
  });

  test('a tree is listed with everything below it', async () => {
    const { data } = await api.git.getTree({
      ...bench.shop,
      tree_sha: 'develop',
      recursive: 'true',
    });
    expect(data.tree.map(({ path }) => path)).toEqual([
      'README.md',
      'new name.txt',
      'src',
      'src/a.txt',
    ]);
  });
});

describe('how GitHub answers', () => {
  test('lists come in pages with links to the others', async () => {
    const list = { ...bench.shop, sha: 'hotfix', per_page: 2 };
    const first = await api.repos.listCommits(list);
    expect(first.data).toHaveLength(2);
    expect(first.headers.link).toMatch(/page=2>; rel="next", <.*page=2>; rel="last"/);
    const last = await api.repos.listCommits({ ...list, page: 2 });
    expect(last.headers.link).toMatch(/rel="prev".*rel="first"/);
  });

  test('a known answer is not sent again, and costs nothing', async () => {
    const first = await api.repos.get(bench.shop);
    const { etag = '' } = first.headers;
    const again = await fetch(`${bench.github.url}/repos/acme/shop`, {
      headers: { authorization: `token ${bench.alice.token}`, 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers['x-ratelimit-remaining']);
  });

  test('a wrong token is 401, no token on a private repository 404', async () => {
    const wrong = bench.client('ghp_wrong');
    const refusal = await refusalOf(wrong.repos.get(bench.shop));
    expect(refusal).toMatchObject({ status: 401, message: 'Bad credentials' });
    expect((await fetch(`${bench.github.url}/repos/acme/shop`)).status).toBe(404);
  });

  test('a field or parameter GitHub does not know is 422 and a violation', async () => {
    const body = { ref: 'main', environment: 'x', auto_merge: 'no', invented: 1 };
    const response = await fetch(`${bench.github.url}/repos/acme/shop/deployments`, {
      method: 'POST',
      headers: { authorization: `token ${bench.alice.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain('invented');
    expect(text).toContain('auto_merge must be boolean');
    expect(takeViolations()).toMatchObject([
      { what: 'request', operation: 'repos/create-deployment' },
    ]);
  });

  test('a route GitHub does not have is 404 and a violation', async () => {
    const headers = { authorization: `token ${bench.alice.token}` };
    const response = await fetch(`${bench.github.url}/repos/acme/shop/deploys`, { headers });
    expect(response.status).toBe(404);
    expect(takeViolations()).toMatchObject([{ what: 'request', operation: undefined }]);
  });

  test('a parameter the emulator does not act on is refused, not passed over', async () => {
    const refusal = await refusalOf(api.repos.listCommits({ ...bench.shop, author: 'alice' }));
    expect(refusal).toMatchObject({ status: 501 });
    expect(refusal.message).toContain('author');
  });

  function takeViolations() {
    return bench.github.violations.splice(0);
  }
});

describe('permissions of a GITHUB_TOKEN', () => {
  const token = (permissions: Readonly<Record<string, 'read' | 'write'>>): Client =>
    bench.client(
      bench.github.backend.mintToken({
        repository: 'acme/shop',
        runId: 1,
        jobName: 'job',
        permissions,
      }),
    );

  test.each([
    ['contents', (it: Client) => it.repos.getCommit({ ...bench.shop, ref: 'main' })],
    ['deployments', (it: Client) => it.repos.listDeployments(bench.shop)],
    ['actions', (it: Client) => it.actions.listWorkflowRunsForRepo(bench.shop)],
    ['checks', (it: Client) => it.checks.listForRef({ ...bench.shop, ref: 'main' })],
    ['statuses', (it: Client) => it.repos.getCombinedStatusForRef({ ...bench.shop, ref: 'main' })],
    ['pull_requests', (it: Client) => it.pulls.list(bench.shop)],
  ])('%s: read opens its reads and nothing else does', async (scope, call) => {
    expect((await call(token({ [scope]: 'read' }))).status).toBe(200);
    const refusal = await refusalOf(call(token({})));
    expect(refusal).toMatchObject({
      status: 403,
      message: 'Resource not accessible by integration',
    });
    expect(refusal.headers['x-accepted-github-permissions']).toBe(`${scope}=read`);
  });

  test('read does not write', async () => {
    const reader = token({ contents: 'read', deployments: 'read' });
    const ref = { ...bench.shop, ref: 'refs/heads/never', sha: one };
    expect((await refusalOf(reader.git.createRef(ref))).status).toBe(403);
    const deployment = { ...bench.shop, ref: 'main', auto_merge: false, required_contexts: [] };
    expect((await refusalOf(reader.repos.createDeployment(deployment))).status).toBe(403);
  });

  test('the repository itself is always readable, names of secrets and environments rules are not', async () => {
    const job = token({});
    expect((await job.repos.get(bench.shop)).status).toBe(200);
    expect((await refusalOf(job.actions.listRepoSecrets(bench.shop))).status).toBe(403);
    expect((await refusalOf(job.repos.getAllEnvironments(bench.shop))).status).toBe(403);
  });

  test('another private repository is not there, a public one is readable', async () => {
    await bench.github.createRepository('acme/hidden');
    await bench.github.createRepository('acme/actions', { visibility: 'public' });
    const job = token({ contents: 'write' });
    const owner = 'acme';
    expect((await refusalOf(job.repos.get({ owner, repo: 'hidden' }))).status).toBe(404);
    expect((await job.repos.get({ owner, repo: 'actions' })).status).toBe(200);
    const ref = { owner, repo: 'actions', ref: 'refs/heads/x', sha: one };
    expect((await refusalOf(job.git.createRef(ref))).status).toBe(403);
  });

  test('a reader among people may not write', async () => {
    const { token: secret } = bench.github.addUser('reader', 'read');
    const ref = { ...bench.shop, ref: 'refs/heads/never', sha: one };
    expect((await refusalOf(bench.client(secret).git.createRef(ref))).status).toBe(403);
  });
});
