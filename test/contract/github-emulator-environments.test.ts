import type { EnvironmentAnswer, RunFacts } from '../../sandbox/github/actions-backend.ts';
import {
  type Client,
  type EmulatorBench,
  emulatorBench,
  refusalOf,
} from '../support/github-emulator.ts';

let bench: EmulatorBench;
let alice: Client;
let bob: Client;
let sha: string;

beforeAll(async () => {
  // A minute of a wait timer lasts 40 ms here.
  bench = await emulatorBench({ minute: 40 });
  alice = bench.client(bench.alice.token);
  bob = bench.client(bench.github.addUser('bob').token);
  bench.github.addUser('carol');
  const clone = await bench.clone(bench.alice.token);
  sha = await clone.commit('one', { 'a.txt': '1\n' });
  await clone.git('push', '--quiet', 'origin', 'main');
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

function startRun(): RunFacts {
  const { backend } = bench.github;
  const run = backend.createRun({
    repository: 'acme/shop',
    workflowPath: '.github/workflows/deploy.yml',
    workflowName: 'deploy',
    event: 'push',
    headBranch: 'main',
    headSha: sha,
    actor: 'alice',
    displayTitle: 'one',
  });
  backend.updateRun(run.id, { status: 'in_progress' });
  return run;
}

function enter(
  run: RunFacts,
  environment: string,
  more: { ref?: string; deployment?: boolean; jobName?: string } = {},
): Promise<EnvironmentAnswer> {
  return bench.github.backend.enterEnvironment({
    repository: 'acme/shop',
    environment,
    runId: run.id,
    jobName: 'deploy',
    ref: 'refs/heads/main',
    deployment: false,
    cancelled: run.cancelled,
    ...more,
  });
}

async function pendingOf(client: Client, { id }: RunFacts) {
  const { data } = await client.actions.getPendingDeploymentsForRun({ ...bench.shop, run_id: id });
  return data;
}

async function review(
  client: Client,
  run: RunFacts,
  state: 'approved' | 'rejected',
): Promise<unknown> {
  const environment_ids = (await pendingOf(alice, run)).map(
    ({ environment }) => environment.id ?? 0,
  );
  return client.actions.reviewPendingDeploymentsForRun({
    ...bench.shop,
    run_id: run.id,
    environment_ids,
    state,
    comment: 'because',
  });
}

describe('entering an environment', () => {
  test('a missing one is created, without any rule', async () => {
    const run = startRun();
    expect(await enter(run, 'unheard-of')).toEqual({ state: 'entered' });
    const { data } = await alice.repos.getEnvironment({
      ...bench.shop,
      environment_name: 'unheard-of',
    });
    expect(data).toMatchObject({ protection_rules: [], deployment_branch_policy: null });
    expect(bench.github.events.all.some(({ kind }) => kind === 'environment-created')).toBe(true);
  });

  test('one reviewer of several is enough', async () => {
    bench.github.setEnvironment('acme/shop', 'production', { reviewers: ['bob', 'carol'] });
    const run = startRun();
    const entered = enter(run, 'production');
    expect(await pendingOf(bob, run)).toMatchObject([
      {
        environment: { name: 'production' },
        current_user_can_approve: true,
        wait_timer: 0,
        reviewers: [{ type: 'User' }, { type: 'User' }],
      },
    ]);
    const before = await alice.actions.getWorkflowRun({ ...bench.shop, run_id: run.id });
    expect(before.data.status).toBe('waiting');
    await review(bob, run, 'approved');
    expect(await entered).toEqual({ state: 'entered' });
    expect(await pendingOf(bob, run)).toEqual([]);
    const { data } = await alice.actions.getReviewsForRun({ ...bench.shop, run_id: run.id });
    expect(data).toMatchObject([
      {
        state: 'approved',
        comment: 'because',
        user: { login: 'bob' },
        environments: [{ name: 'production' }],
      },
    ]);
  });

  test('each later job asks again', async () => {
    const run = startRun();
    const first = enter(run, 'production', { jobName: 'one' });
    await review(bob, run, 'approved');
    expect(await first).toEqual({ state: 'entered' });
    const second = enter(run, 'production', { jobName: 'two' });
    expect(await pendingOf(bob, run)).toHaveLength(1);
    await review(bob, run, 'approved');
    expect(await second).toEqual({ state: 'entered' });
  });

  test("a rejection is told in GitHub's words", async () => {
    const run = startRun();
    const entered = enter(run, 'production');
    await review(bob, run, 'rejected');
    expect(await entered).toEqual({
      state: 'refused',
      reason: "The deployment was rejected or didn't satisfy other protection rules.",
    });
  });

  test('who is no reviewer cannot approve, a GITHUB_TOKEN neither', async () => {
    const run = startRun();
    const entered = enter(run, 'production');
    expect((await pendingOf(alice, run))[0]?.current_user_can_approve).toBe(false);
    expect((await refusalOf(review(alice, run, 'approved'))).status).toBe(422);
    const token = bench.github.backend.mintToken({
      repository: 'acme/shop',
      runId: run.id,
      jobName: 'job',
      permissions: { actions: 'write', deployments: 'write' },
    });
    expect((await refusalOf(review(bench.client(token), run, 'approved'))).status).toBe(422);
    await review(bob, run, 'approved');
    await entered;
  });

  test('a review of no environment is refused and changes nothing', async () => {
    const run = startRun();
    const entered = enter(run, 'production');
    const nothing = { ...bench.shop, run_id: run.id, environment_ids: [], comment: 'because' };
    const refused = await refusalOf(
      bob.actions.reviewPendingDeploymentsForRun({ ...nothing, state: 'approved' }),
    );
    expect(refused).toMatchObject({
      status: 422,
      message: expect.stringContaining('There are no pending deployment requests'),
    });
    expect(await pendingOf(bob, run)).toHaveLength(1);
    await review(bob, run, 'approved');
    await entered;
  });

  test('a member of a team that reviews may approve', async () => {
    bench.github.addTeam('acme', 'releasers', ['bob']);
    bench.github.setEnvironment('acme/shop', 'by-team', { reviewers: ['acme/releasers'] });
    const run = startRun();
    const entered = enter(run, 'by-team');
    expect((await pendingOf(bob, run))[0]?.reviewers).toMatchObject([
      { type: 'Team', reviewer: { slug: 'releasers' } },
    ]);
    await review(bob, run, 'approved');
    expect(await entered).toEqual({ state: 'entered' });
  });

  test('with prevent self-review who started the run cannot approve it', async () => {
    bench.github.setEnvironment('acme/shop', 'strict', {
      reviewers: ['alice', 'bob'],
      preventSelfReview: true,
    });
    const run = startRun();
    const entered = enter(run, 'strict');
    expect((await refusalOf(review(alice, run, 'approved'))).status).toBe(422);
    await review(bob, run, 'approved');
    expect(await entered).toEqual({ state: 'entered' });
  });

  test('the wait timer holds a job, also one that is approved already', async () => {
    bench.github.setEnvironment('acme/shop', 'slow', { waitMinutes: 5, reviewers: ['bob'] });
    const run = startRun();
    const started = Date.now();
    const entered = enter(run, 'slow');
    await review(bob, run, 'approved');
    expect(await entered).toEqual({ state: 'entered' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(195);
  });

  test('an approval that never comes ends as a refusal', async () => {
    const impatient = await emulatorBench({ reviewLimit: 50 });
    impatient.github.setEnvironment('acme/shop', 'production', { reviewers: ['alice'] });
    const { backend } = impatient.github;
    const run = backend.createRun({
      repository: 'acme/shop',
      workflowPath: 'a.yml',
      workflowName: 'a',
      event: 'push',
      headBranch: 'main',
      headSha: sha,
      actor: 'alice',
      displayTitle: 'a',
    });
    const answer = await backend.enterEnvironment({
      repository: 'acme/shop',
      environment: 'production',
      runId: run.id,
      jobName: 'job',
      ref: 'refs/heads/main',
      deployment: false,
      cancelled: run.cancelled,
    });
    expect(answer.state).toBe('refused');
    await impatient.close();
  });

  test('a run that is cancelled stops waiting', async () => {
    const run = startRun();
    const entered = enter(run, 'production');
    await alice.actions.cancelWorkflowRun({ ...bench.shop, run_id: run.id });
    expect(await entered).toEqual({ state: 'cancelled' });
    expect(await pendingOf(bob, run)).toEqual([]);
  });
});

describe('deployment branches', () => {
  test('a branch outside the patterns is refused before anybody is asked', async () => {
    bench.github.setEnvironment('acme/shop', 'live', { reviewers: ['bob'], branches: ['main'] });
    const run = startRun();
    expect(await enter(run, 'live', { ref: 'refs/heads/develop' })).toEqual({
      state: 'refused',
      reason:
        'Branch "develop" is not allowed to deploy to live due to environment protection rules.\n' +
        "The deployment was rejected or didn't satisfy other protection rules.",
    });
    expect(await pendingOf(bob, run)).toEqual([]);
  });

  test('patterns of branches do not admit tags', async () => {
    bench.github.setEnvironment('acme/shop', 'tags', { branches: ['v*'], tags: ['r*'] });
    const run = startRun();
    const tag = await enter(run, 'tags', { ref: 'refs/tags/v1' });
    expect(tag).toMatchObject({ reason: expect.stringContaining('Tag "v1" is not allowed') });
    expect(await enter(run, 'tags', { ref: 'refs/tags/r1' })).toEqual({ state: 'entered' });
  });

  test('they are listed by REST', async () => {
    const { data } = await alice.repos.listDeploymentBranchPolicies({
      ...bench.shop,
      environment_name: 'tags',
    });
    expect(data.branch_policies).toMatchObject([
      { name: 'v*', type: 'branch' },
      { name: 'r*', type: 'tag' },
    ]);
  });
});

describe('the record GitHub makes of a job with an environment', () => {
  test('follows the job, unless deployment: false', async () => {
    const run = startRun();
    const { backend } = bench.github;
    await enter(run, 'recorded', { deployment: true });
    await enter(run, 'unrecorded', { jobName: 'smoke' });
    const job = { name: 'deploy', steps: [] };
    backend.updateJob(run.id, { ...job, status: 'in_progress' });
    backend.updateJob(run.id, { ...job, status: 'completed', conclusion: 'success' });
    const { data } = await alice.repos.listDeployments({ ...bench.shop, environment: 'recorded' });
    expect(data).toMatchObject([
      { task: 'deploy', sha, ref: 'main', payload: {}, creator: { login: 'github-actions[bot]' } },
    ]);
    const statuses = await alice.repos.listDeploymentStatuses({
      ...bench.shop,
      deployment_id: data[0]?.id ?? 0,
    });
    expect(statuses.data.map(({ state }) => state)).toEqual(['success', 'in_progress', 'queued']);
    const other = await alice.repos.listDeployments({ ...bench.shop, environment: 'unrecorded' });
    expect(other.data).toEqual([]);
  });
});

describe('environments by REST', () => {
  test('an administrator sets one up, what is left out is switched off', async () => {
    const { token, id } = bench.github.addUser('owner', 'admin');
    const owner = bench.client(token);
    const name = { ...bench.shop, environment_name: 'Made by API' };
    const { data } = await owner.repos.createOrUpdateEnvironment({
      ...name,
      wait_timer: 3,
      prevent_self_review: true,
      reviewers: [{ type: 'User', id }],
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    });
    expect(data.protection_rules?.map(({ type }) => type)).toEqual([
      'wait_timer',
      'required_reviewers',
      'branch_policy',
    ]);
    await owner.repos.createDeploymentBranchPolicy({ ...name, name: 'release/*' });
    const cleared = await owner.repos.createOrUpdateEnvironment(name);
    expect(cleared.data.protection_rules).toEqual([]);
    const refusal = await refusalOf(alice.repos.createOrUpdateEnvironment(name));
    expect(refusal).toMatchObject({ status: 403 });
  });

  test('secrets are listed by name, never by value; variables with both', async () => {
    bench.github.setSecret('acme', 'ORG_KEY', 'org-secret-value');
    bench.github.setSecret('acme/shop', 'key', 'repo-secret-value');
    bench.github.setSecret('acme/shop', 'KEY', 'production-secret-value', 'production');
    bench.github.setVariable('acme/shop', 'REGION', 'eu');
    const [org, own, environment, variables] = await Promise.all([
      alice.actions.listRepoOrganizationSecrets(bench.shop),
      alice.actions.listRepoSecrets(bench.shop),
      alice.actions.listEnvironmentSecrets({ ...bench.shop, environment_name: 'production' }),
      alice.actions.listRepoVariables(bench.shop),
    ]);
    expect(org.data.secrets.map(({ name }) => name)).toEqual(['ORG_KEY']);
    expect(own.data.secrets.map(({ name }) => name)).toEqual(['KEY']);
    expect(environment.data.total_count).toBe(1);
    expect(variables.data.variables).toMatchObject([{ name: 'REGION', value: 'eu' }]);
    expect(JSON.stringify([org.data, own.data, environment.data])).not.toContain('secret-value');
  });

  test('the engine gets the secrets of an environment only for it, over the others', () => {
    const { backend } = bench.github;
    expect(backend.secrets('acme/shop')).toEqual({
      ORG_KEY: 'org-secret-value',
      KEY: 'repo-secret-value',
    });
    expect(backend.secrets('acme/shop', 'production').KEY).toBe('production-secret-value');
    expect(backend.variables('acme/shop', 'staging')).toEqual({ REGION: 'eu' });
  });
});
