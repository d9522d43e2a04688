// Needs the sandbox. The unmodified workflow files with the real actions: from push to production.
import { findLeaks } from '../support/leaks.ts';
import { DEPLOY, openPipelineBench, type PipelineBench } from '../support/pipeline-bench.ts';
import { conclusions, requireGreen, said } from '../support/pipeline-run.ts';
import { tracesOf } from '../support/pipeline-traces.ts';

let bench: PipelineBench;

beforeAll(async () => {
  bench = await openPipelineBench();
}, 900_000);

afterAll(() => bench?.close(), 300_000);

test('a good version goes from develop through staging and main to production', async () => {
  const { staging, production, stage } = bench;
  const develop = await (await bench.release('good 1')).done;
  requireGreen(develop);
  expect(conclusions(develop)).toEqual({
    pipeline: 'success',
    'pipeline / plan': 'success',
    'pipeline / build': 'success',
    'pipeline / build / build': 'success',
    'pipeline / first': 'success',
    'pipeline / first / staging': 'success',
    'pipeline / second': 'skipped',
    'pipeline / promote-branch': 'success',
    'pipeline / candidate': 'skipped',
    'pipeline / last': 'skipped',
  });
  expect(await staging.page()).toBe('good 1');
  expect(await bench.tip('main')).toBe(await bench.tip('develop'));

  const main = await stage.nextRun(DEPLOY);
  await bench.review(main, 'approved');
  const released = await main.done;
  requireGreen(released);
  expect(conclusions(released)).toMatchObject({
    'pipeline / build': 'skipped',
    'pipeline / candidate': 'success',
    'pipeline / last / production': 'success',
  });
  expect(await production.page()).toBe('good 1');
}, 600_000);

test('what runs in both is the one image that was built, proven and recorded', async () => {
  const { staging, production } = bench;
  const [digest = ''] = await staging.digests();
  expect(await production.digests()).toEqual([digest]);
  expect(await bench.registryDigest(digest)).toBe(digest);
  for (const [environment, place] of Object.entries({ staging, production })) {
    const [record] = await bench.records(environment);
    const bundle = record?.bundle;
    expect(record?.statuses.map(({ state }) => state)).toEqual(['success', 'success']);
    expect(record?.statuses[0]?.description).toBe(`verdict=pass bundle=${bundle}`);
    expect(record?.sha).toBe(await bench.tip('main'));
    expect(await place.history()).toMatchObject([
      {
        number: 1,
        status: 'deployed',
        labels: { 'deploy-actions/verdict': 'pass', 'deploy-actions/bundle': bundle },
      },
    ]);
    expect(await place.notices()).toEqual({ rejects: [] });
  }
  const [inStaging] = await bench.records('staging');
  const [inProduction] = await bench.records('production');
  expect(inProduction?.bundle).toBe(inStaging?.bundle);
}, 600_000);

test('a version whose E2E fails is undone in staging and refused there; main is not moved', async () => {
  const { staging, production } = bench;
  const before = await bench.tip('main');
  const run = await (await bench.release('bad 2')).done;
  expect(conclusions(run)).toMatchObject({
    'pipeline / first / staging': 'failure',
    'pipeline / promote-branch': 'skipped',
  });
  expect(run.conclusion).toBe('failure');
  expect(await staging.page()).toBe('good 1');
  expect(await production.page()).toBe('good 1');
  expect(await bench.tip('main')).toBe(before);
  const [undone, record] = await bench.records('staging');
  expect(undone?.kind).toBe('rollback');
  expect(record?.statuses[0]).toEqual({
    state: 'failure',
    description: `verdict=fail code=e2e-failed bundle=${record?.bundle}`,
  });
  expect(
    (await staging.history()).map(({ labels, status }) => [
      status,
      labels['deploy-actions/verdict'],
    ]),
  ).toEqual([
    ['superseded', 'pass'],
    ['superseded', 'fail'],
    ['deployed', 'pass'],
  ]);
  const notices = await staging.notices();
  expect(notices.rejects).toMatchObject([{ bundle: record?.bundle }]);
  expect(notices.hold).toBeUndefined();
  expect(notices.holder).toBeUndefined();
}, 600_000);

test('a rejected approval leaves production alone and fails the run', async () => {
  const { production } = bench;
  const main = await bench.releaseToMain('good 3');
  await bench.review(main, 'rejected');
  const run = await main.done;
  expect(run.conclusion).toBe('failure');
  expect(said(run)).toContain(
    "The deployment was rejected or didn't satisfy other protection rules.",
  );
  expect(await production.page()).toBe('good 1');
  expect(await production.history()).toHaveLength(1);
  expect(await bench.records('production')).toHaveLength(1);
}, 600_000);

test('GitHub’s description allows every request that was made', () => {
  expect(bench.stage.github.violations).toEqual([]);
});

test('no secret is in anything that the runs left', async () => {
  const traces = await tracesOf(bench);
  const { kubectl } = bench.production;
  // It was there to be leaked: the chart got it.
  const held = await kubectl('get', 'secret', 'web', '-o', 'jsonpath={.data.password}');
  expect(Buffer.from(held, 'base64').toString()).toBe(bench.password);
  expect(traces).toContain('verdict=pass');
  expect(traces.length).toBeGreaterThan(100_000);
  expect(findLeaks(traces, bench.secrets)).toEqual([]);
}, 600_000);
