// Needs the sandbox. Runs of the unmodified workflow files that somebody or something stops.
import type { StartedRun } from '../../sandbox/runner/run-workflow.ts';
import { findLeaks } from '../support/leaks.ts';
import { DEPLOY, openPipelineBench, type PipelineBench } from '../support/pipeline-bench.ts';
import type { PipelinePlace } from '../support/pipeline-place.ts';
import { conclusions, requireGreen, said } from '../support/pipeline-run.ts';
import { deployWorkflow, PERMISSIONS } from '../support/pipeline-service.ts';
import { tracesOf } from '../support/pipeline-traces.ts';

let bench: PipelineBench;
/** Runs of main that wait for their approval, left by an earlier test. */
let older: StartedRun | undefined;
let newer: StartedRun | undefined;

function needed(run: StartedRun | undefined): StartedRun {
  if (!run) throw new Error('an earlier test left no run that waits');
  return run;
}

beforeAll(async () => {
  bench = await openPipelineBench();
}, 900_000);

afterAll(() => bench?.close(), 300_000);

describe('a caller that grants too little starts nothing, and GitHub says what is missing', () => {
  test.each(['id-token', 'deployments', 'actions'])('without %s', async (scope) => {
    const { [scope]: _, ...less } = PERMISSIONS;
    const started = await bench.release('good 0', { [DEPLOY]: deployWorkflow(less) });
    const run = await started.done;
    expect(run.conclusion).toBe('startup_failure');
    expect(run.jobs).toEqual([]);
    expect(run.errors.join('\n')).toContain(`'${scope}: `);
    await expect(bench.staging.history()).resolves.toEqual([]);
  });
});

test('an environment that does not exist is refused before the build, and not created', async () => {
  const { github } = bench.stage;
  await bench.api(bench.carol, 'DELETE', '/environments/staging');
  const eventsBefore = github.events.all.length;
  const started = await bench.release('good 0', { [DEPLOY]: deployWorkflow(PERMISSIONS) });
  const run = await started.done;
  expect(conclusions(run)).toMatchObject({
    'pipeline / plan': 'failure',
    'pipeline / build': 'skipped',
  });
  expect(said(run)).toContain('environment-missing: The environment staging does not exist');
  const created = github.events.all.slice(eventsBefore).map(({ kind }) => kind);
  expect(created).not.toContain('environment-created');
  bench.setEnvironments();
});

/** Until the newest revision is one that helm has begun and not ended. */
async function untilHelmWaits(place: PipelinePlace): Promise<void> {
  for (const end = Date.now() + 240_000; Date.now() < end; ) {
    if ((await place.history()).at(-1)?.status === 'pending-upgrade') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no upgrade began within 240 s');
}

test('a cancelled run leaves a release that works, the lock free, and the next run in', async () => {
  const { staging, bob } = bench;
  older = await bench.releaseToMain('good 1');
  expect(await staging.page()).toBe('good 1');

  const stuck = await bench.release('good 2', { 'deploy/staging.yml': 'ready: false\n' });
  await untilHelmWaits(staging);
  await bench.api(bob, 'POST', `/actions/runs/${stuck.id}/cancel`);
  const cancelled = await stuck.done;
  expect(cancelled.conclusion).toBe('cancelled');
  expect(conclusions(cancelled)).toMatchObject({
    'pipeline / first / staging': 'cancelled',
    'pipeline / promote-branch': 'skipped',
  });
  expect((await staging.history()).map(({ status }) => status)).not.toContain('pending-upgrade');
  expect((await staging.notices()).holder).toBeUndefined();
  const [record] = await bench.records('staging');
  expect(record?.statuses[0]?.state).toBe('error');
  expect(await staging.page()).toBe('good 1');

  newer = await bench.releaseToMain('good 3', { 'deploy/staging.yml': 'ready: true\n' });
  expect(await staging.page()).toBe('good 3');
}, 600_000);

test('an older version that is approved after a newer one does not overtake it', async () => {
  const { production } = bench;
  await bench.review(needed(newer), 'approved');
  requireGreen(await needed(newer).done);
  expect(await production.page()).toBe('good 3');

  await bench.review(needed(older), 'approved');
  const refused = await needed(older).done;
  expect(conclusions(refused)).toMatchObject({ 'pipeline / last / production': 'failure' });
  expect(said(refused)).toContain('may not enter production:\nolder-bundle: bdl-');
  expect(await production.page()).toBe('good 3');
  expect(await production.history()).toHaveLength(1);
}, 600_000);

test('who made it cannot approve it, though GitHub would let her', async () => {
  const again = await bench.dispatch(bench.bob, DEPLOY);
  await bench.review(again, 'approved', bench.alice);
  const run = await again.done;
  expect(conclusions(run)).toMatchObject({ 'pipeline / last / production': 'failure' });
  expect(said(run)).toContain(
    'self-approval: 0 of 1 approvals count; not that of alice (started the run that built it)',
  );
  expect(await bench.production.history()).toHaveLength(1);
}, 600_000);

test('a run that is cancelled while it waits asks nobody any more', async () => {
  const { alice, bob, production } = bench;
  const asking = await bench.dispatch(alice, DEPLOY);
  await bench.untilAsked(asking);
  const path = `/actions/runs/${asking.id}`;
  await bench.api(bob, 'POST', `${path}/cancel`);
  expect((await asking.done).conclusion).toBe('cancelled');
  expect(await bench.api(bob, 'GET', `${path}/pending_deployments`)).toEqual([]);
  expect(await production.history()).toHaveLength(1);
}, 600_000);

test('an environment without the reviewers that deploy.yml asks for is refused by the plan', async () => {
  const { stage, repository, alice } = bench;
  stage.github.setEnvironment(repository, 'production', { reviewers: [] });
  const run = await (await bench.dispatch(alice, DEPLOY)).done;
  expect(conclusions(run)).toMatchObject({ 'pipeline / plan': 'failure' });
  expect(said(run)).toContain('no-reviewers: production requires 1 approval');
  expect(await bench.production.history()).toHaveLength(1);
  bench.setEnvironments();
}, 600_000);

test('what somebody pushed to main stops both flows, and is named', async () => {
  const { alice, staging, production, git } = bench;
  await git('fetch', '--quiet', 'origin', 'main');
  await git('checkout', '--quiet', '-B', 'main', 'FETCH_HEAD');
  await bench.write({ 'service/page': 'good, but never proven\n' });
  const theirs = await bench.push('Hotfix straight to main');
  const onMain = await (await bench.stage.nextRun(DEPLOY)).done;
  expect(conclusions(onMain)).toMatchObject({ 'pipeline / plan': 'failure' });
  expect(said(onMain)).toContain(`${theirs.slice(0, 8)} Hotfix straight to main`);

  await git('checkout', '--quiet', 'develop');
  const run = await (await bench.release('good 4')).done;
  expect(conclusions(run)).toMatchObject({
    'pipeline / first / staging': 'success',
    'pipeline / promote-branch': 'failure',
  });
  expect(said(run)).toContain(`${theirs.slice(0, 8)} Hotfix straight to main (${alice.login})`);
  expect(await bench.tip('main')).toBe(theirs);
  expect(await staging.page()).toBe('good 4');
  expect(await production.history()).toHaveLength(1);
}, 600_000);

test('GitHub’s description allows every request that was made', () => {
  expect(bench.stage.github.violations).toEqual([]);
});

test('no secret is in anything that the runs left', async () => {
  expect(findLeaks(await tracesOf(bench), bench.secrets)).toEqual([]);
}, 600_000);
