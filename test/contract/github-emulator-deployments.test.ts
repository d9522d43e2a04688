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
let sha: string;

/** As deploy-actions makes its records: exactly what it says, nothing checked or merged by GitHub. */
const plain = { auto_merge: false, required_contexts: [] as string[] };

beforeAll(async () => {
  bench = await emulatorBench();
  api = bench.client(bench.alice.token);
  clone = await bench.clone(bench.alice.token);
  sha = await clone.commit('one', { 'a.txt': '1\n' });
  await clone.git('push', '--quiet', 'origin', 'main', 'main:refs/tags/v1');
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

async function deploy(environment: string, more: object = {}) {
  const { shop } = bench;
  const { data } = await api.repos.createDeployment({
    ...shop,
    ref: 'main',
    environment,
    ...plain,
    ...more,
  });
  if (!('id' in data)) throw new Error('no deployment was made');
  return data;
}

async function statesOf(deployment_id: number) {
  const { data } = await api.repos.listDeploymentStatuses({ ...bench.shop, deployment_id });
  return data.map(({ state }) => state);
}

describe('records', () => {
  test('a record keeps what it was made with', async () => {
    const payload = { schema: 1, bundle: 'bdl-1', nested: { list: [1] } };
    const made = await deploy('staging', { task: 'deploy-actions:abc', payload });
    expect(made).toMatchObject({
      sha,
      ref: 'main',
      task: 'deploy-actions:abc',
      payload,
      environment: 'staging',
      production_environment: false,
      transient_environment: false,
      creator: { login: 'alice' },
    });
    const { data } = await api.repos.getDeployment({ ...bench.shop, deployment_id: made.id });
    expect(data).toEqual(made);
  });

  test('a ref may be a branch, a tag or a commit; another is refused by name', async () => {
    for (const ref of ['main', 'v1', sha]) {
      expect(await deploy('refs', { ref })).toMatchObject({ ref, sha });
    }
    const unknown = api.repos.createDeployment({ ...bench.shop, ref: 'nope', ...plain });
    expect(await refusalOf(unknown)).toMatchObject({
      status: 422,
      message: 'No ref found for: nope',
    });
  });

  test('the list is newest first and exact in each filter', async () => {
    const older = await deploy('filter', { task: 't1' });
    const newer = await deploy('filter', { task: 't1' });
    await deploy('filter', { task: 't2' });
    const list = async (filter: object) => {
      const { data } = await api.repos.listDeployments({ ...bench.shop, ...filter });
      return data.map(({ id }) => id);
    };
    expect(await list({ environment: 'filter', task: 't1' })).toEqual([newer.id, older.id]);
    expect(await list({ environment: 'filt' })).toEqual([]);
    expect(await list({ sha: 'f'.repeat(40) })).toEqual([]);
  });

  test('a thousand records come in pages of a hundred', async () => {
    for (let number = 0; number < 110; number += 1) await deploy('many');
    const all = await api.repos.listDeployments({
      ...bench.shop,
      environment: 'many',
      per_page: 100,
    });
    expect(all.data).toHaveLength(100);
    expect(all.headers.link).toContain('page=2>; rel="next"');
  });

  test('its environment comes into being', async () => {
    await deploy('brand-new');
    const { data } = await api.repos.getAllEnvironments(bench.shop);
    expect(data.environments?.map(({ name }) => name)).toContain('brand-new');
  });
});

describe('what GitHub does unless it is told not to', () => {
  test('auto_merge brings a branch up to date instead of deploying it', async () => {
    await clone.git('checkout', '--quiet', '-b', 'behind', 'main');
    await clone.commit('on the branch', { 'b.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'behind');
    await clone.git('checkout', '--quiet', 'main');
    await clone.commit('main moved on', { 'm.txt': '1\n' });
    await clone.git('push', '--quiet', 'origin', 'main');
    const merged = await api.repos.createDeployment({ ...bench.shop, ref: 'behind' });
    expect(merged.status).toBe(202);
    expect(merged.data).toEqual({ message: 'Auto-merged main into behind on deployment.' });
    // Now it is up to date.
    expect((await api.repos.createDeployment({ ...bench.shop, ref: 'behind' })).status).toBe(201);
  });

  test('auto_merge of a conflict is 409', async () => {
    await clone.git('checkout', '--quiet', '-b', 'conflict', 'main~1');
    await clone.commit('other', { 'm.txt': 'other\n' });
    await clone.git('push', '--quiet', 'origin', 'conflict');
    const refusal = await refusalOf(api.repos.createDeployment({ ...bench.shop, ref: 'conflict' }));
    expect(refusal).toMatchObject({
      status: 409,
      message: 'Conflict merging main into conflict.',
    });
  });

  test('checks of the commit must be good, unless no contexts are asked for', async () => {
    const { data: head } = await api.repos.getCommit({ ...bench.shop, ref: 'main' });
    const status = { ...bench.shop, sha: head.sha, context: 'quality' };
    await api.repos.createCommitStatus({ ...status, state: 'pending' });
    const create = (required_contexts?: string[]) =>
      api.repos.createDeployment({
        ...bench.shop,
        ref: 'main',
        auto_merge: false,
        ...(required_contexts ? { required_contexts } : {}),
      });
    expect(await refusalOf(create())).toMatchObject({
      status: 409,
      message: 'Conflict: Commit status checks failed for main.',
    });
    expect((await create([])).status).toBe(201);
    expect(await refusalOf(create(['never']))).toMatchObject({ status: 409 });
    await api.repos.createCommitStatus({ ...status, state: 'success' });
    expect((await create()).status).toBe(201);
  });

  test('a success makes older successes of the environment inactive', async () => {
    const [first, failed, transient, second] = [
      await deploy('live'),
      await deploy('live'),
      await deploy('live', { transient_environment: true }),
      await deploy('live'),
    ];
    const tell = (deployment_id: number, state: 'success' | 'failure', more: object = {}) =>
      api.repos.createDeploymentStatus({ ...bench.shop, deployment_id, state, ...more });
    await tell(first.id, 'success');
    await tell(failed.id, 'failure');
    await tell(transient.id, 'success', { auto_inactive: false });
    await tell(second.id, 'success');
    expect(await statesOf(first.id)).toEqual(['inactive', 'success']);
    expect(await statesOf(failed.id)).toEqual(['failure']);
    expect(await statesOf(transient.id)).toEqual(['success']);
  });

  test('production deployments and auto_inactive: false leave the older ones alone', async () => {
    const production = { production_environment: true };
    const [first, second] = [await deploy('prod', production), await deploy('prod', production)];
    const state = 'success' as const;
    for (const { id } of [first, second]) {
      await api.repos.createDeploymentStatus({ ...bench.shop, deployment_id: id, state });
    }
    expect(await statesOf(first.id)).toEqual(['success']);
    const [older, newer] = [await deploy('kept'), await deploy('kept')];
    for (const { id } of [older, newer]) {
      const status = { ...bench.shop, deployment_id: id, state, auto_inactive: false };
      await api.repos.createDeploymentStatus(status);
    }
    expect(await statesOf(older.id)).toEqual(['success']);
  });

  test('a description of more than 140 characters is refused', async () => {
    const { id: deployment_id } = await deploy('long');
    const status = { ...bench.shop, deployment_id, state: 'success' as const };
    const description = 'x'.repeat(141);
    const refusal = await refusalOf(api.repos.createDeploymentStatus({ ...status, description }));
    expect(refusal).toMatchObject({ status: 422, message: 'Validation Failed' });
    const fits = { ...status, description: 'x'.repeat(140) };
    expect((await api.repos.createDeploymentStatus(fits)).status).toBe(201);
  });
});
