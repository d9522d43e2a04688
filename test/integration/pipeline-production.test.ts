// Needs the sandbox. Production is rolled back, held and let in again, by the unmodified workflows.
import { findLeaks } from '../support/leaks.ts';
import {
  DEPLOY,
  openPipelineBench,
  type PipelineBench,
  ROLLBACK,
} from '../support/pipeline-bench.ts';
import { requireGreen, said } from '../support/pipeline-run.ts';
import { tracesOf } from '../support/pipeline-traces.ts';

let bench: PipelineBench;

beforeAll(async () => {
  bench = await openPipelineBench();
}, 900_000);

afterAll(() => bench?.close(), 300_000);

async function toProduction(page: string): Promise<void> {
  const main = await bench.releaseToMain(page);
  await bench.review(main, 'approved');
  requireGreen(await main.done);
}

test('one click goes back to what was proven before, and holds', async () => {
  const { production, bob } = bench;
  await toProduction('good 2');
  await toProduction('good 3');
  expect(await production.page()).toBe('good 3');

  const back = await bench.dispatch(bob, ROLLBACK, { mode: 'apply', reason: 'errors since 3' });
  requireGreen(await back.done);
  expect(await production.page()).toBe('good 2');
  expect((await production.notices()).hold).toMatchObject({ reason: 'errors since 3' });
  expect((await production.history()).at(-1)).toMatchObject({
    number: 3,
    status: 'deployed',
    labels: { 'deploy-actions/verdict': 'pass' },
  });
  // The next candidate is compared with what runs again, not with what was rolled away.
  const [restored, rolledAway] = await bench.records('production');
  expect([restored?.kind, rolledAway?.kind]).toEqual(['rollback', 'deploy']);
  expect(restored?.bundle).not.toBe(rolledAway?.bundle);
  expect(restored?.statuses).toMatchObject([{ state: 'success' }]);
  expect(said(await back.done)).toBe('');
}, 600_000);

test('the hold refuses the next deploy until it is lifted', async () => {
  const { production, alice, bob } = bench;
  const main = await bench.releaseToMain('good 4');
  await bench.review(main, 'approved');
  const held = await main.done;
  expect(held.conclusion).toBe('failure');
  expect(said(held)).toContain('on hold');
  expect(said(held)).toContain('errors since 3');
  expect(await production.page()).toBe('good 2');
  expect(await production.history()).toHaveLength(3);

  const lift = await bench.dispatch(bob, ROLLBACK, { mode: 'lift', reason: 'mended in 4' });
  requireGreen(await lift.done);
  expect((await production.notices()).hold).toBeUndefined();
  const again = await bench.dispatch(alice, DEPLOY);
  await bench.review(again, 'approved');
  requireGreen(await again.done);
  expect(await production.page()).toBe('good 4');
}, 600_000);

test('GitHub’s description allows every request that was made', () => {
  expect(bench.stage.github.violations).toEqual([]);
});

test('no secret is in anything that the runs left', async () => {
  expect(findLeaks(await tracesOf(bench), bench.secrets)).toEqual([]);
}, 600_000);
