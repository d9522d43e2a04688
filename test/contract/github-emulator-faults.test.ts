import {
  type Client,
  type Clone,
  type EmulatorBench,
  emulatorBench,
  refusalOf,
} from '../support/github-emulator.ts';

let bench: EmulatorBench;
let api: Client;
let clone: Clone;

beforeAll(async () => {
  bench = await emulatorBench();
  api = bench.client(bench.alice.token);
  clone = await bench.clone(bench.alice.token);
  await clone.commit('one', { 'a.txt': '1\n' });
  await clone.git('push', '--quiet', 'origin', 'main');
});
afterEach(() => bench.github.faults.clear());
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

describe('faults', () => {
  test('hit their route, as often as they say, and are counted', async () => {
    const fault = bench.github.faults.add({
      route: 'GET /repos/*/git/ref/*',
      kind: 'status',
      status: 502,
      times: 2,
    });
    const ref = { ...bench.shop, ref: 'heads/main' };
    expect((await refusalOf(api.git.getRef(ref))).status).toBe(502);
    expect((await api.repos.get(bench.shop)).status).toBe(200);
    expect((await refusalOf(api.git.getRef(ref))).status).toBe(502);
    expect((await api.git.getRef(ref)).status).toBe(200);
    expect(fault.hits()).toBe(2);
  });

  test('the primary limit says when it ends, the secondary how long to wait', async () => {
    const { faults } = bench.github;
    faults.add({ route: 'GET *', kind: 'primary-limit', resetSeconds: 30 });
    const asked = Date.now();
    const primary = await refusalOf(api.repos.get(bench.shop));
    expect(primary.status).toBe(403);
    expect(primary.headers['x-ratelimit-remaining']).toBe('0');
    const reset = Number(primary.headers['x-ratelimit-reset']) - asked / 1000;
    expect(reset).toBeGreaterThan(28);
    faults.add({ route: 'GET *', kind: 'secondary-limit', status: 429, retryAfter: 7 });
    const secondary = await refusalOf(api.repos.get(bench.shop));
    expect(secondary).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(secondary.message).toContain('secondary rate limit');
  });

  test('a slow answer is slow', async () => {
    bench.github.faults.add({ route: 'GET *', kind: 'slow', ms: 200 });
    const started = Date.now();
    await api.repos.get(bench.shop);
    expect(Date.now() - started).toBeGreaterThanOrEqual(195);
  });

  test('a cut connection leaves open whether the request took effect: before it did not, after it did', async () => {
    const { data } = await api.git.getRef({ ...bench.shop, ref: 'heads/main' });
    const create = (name: string) =>
      api.git.createRef({ ...bench.shop, ref: `refs/heads/${name}`, sha: data.object.sha });
    const route = 'POST /repos/*/git/refs';
    bench.github.faults.add({ route, kind: 'cut', when: 'before' });
    await expect(create('before')).rejects.toThrow();
    expect((await create('before')).status).toBe(201);
    bench.github.faults.add({ route, kind: 'cut', when: 'after' });
    await expect(create('after')).rejects.toThrow();
    expect((await refusalOf(create('after'))).message).toBe('Reference already exists');
  });

  test('a stale read answers what was true before', async () => {
    const read = async () =>
      (await api.git.getRef({ ...bench.shop, ref: 'heads/main' })).data.object.sha;
    const before = await read();
    const after = await clone.commit('two', { 'a.txt': '2\n' });
    await clone.git('push', '--quiet', 'origin', 'main');
    bench.github.faults.add({ route: 'GET /repos/*/git/ref/*', kind: 'stale' });
    expect(await read()).toBe(before);
    expect(await read()).toBe(after);
  });

  test('they reach git too', async () => {
    bench.github.faults.add({ route: 'GET */info/refs', kind: 'status', status: 503 });
    await expect(clone.git('fetch', 'origin')).rejects.toThrow('503');
    await clone.git('fetch', '--quiet', 'origin');
  });

  test('are seen in the event log', async () => {
    bench.github.faults.add({ route: 'GET *', kind: 'status', status: 500 });
    await refusalOf(api.repos.get(bench.shop));
    expect(bench.github.events.all.at(-1)).toMatchObject({
      kind: 'request',
      method: 'GET',
      path: '/repos/acme/shop',
      status: 500,
      fault: 'status',
    });
  });
});

describe('the rate limit', () => {
  test('counts down, refuses at the end, and asking for it is free', async () => {
    const { token } = bench.github.addUser('busy');
    const busy = bench.client(token);
    await busy.repos.get(bench.shop);
    const { data } = await busy.rateLimit.get();
    expect(data.rate).toMatchObject({ limit: 5000, used: 1, remaining: 4999 });
    bench.github.setRemainingRequests(token, 1);
    expect((await busy.repos.get(bench.shop)).headers['x-ratelimit-remaining']).toBe('0');
    const refusal = await refusalOf(busy.repos.get(bench.shop));
    expect(refusal).toMatchObject({ status: 403 });
    expect(refusal.message).toContain('API rate limit exceeded');
    expect((await busy.rateLimit.get()).data.rate.remaining).toBe(0);
  });

  test('all GITHUB_TOKENs of a repository share one', async () => {
    const mint = (runId: number) =>
      bench.github.backend.mintToken({
        repository: 'acme/shop',
        runId,
        jobName: 'job',
        permissions: {},
      });
    await bench.client(mint(1)).repos.get(bench.shop);
    const second = await bench.client(mint(2)).repos.get(bench.shop);
    expect(second.headers).toMatchObject({
      'x-ratelimit-limit': '1000',
      'x-ratelimit-used': '2',
    });
  });
});
