import type { ConcurrencyEntry, RunFacts } from '../../sandbox/github/actions-backend.ts';
import type { Dispatch, Rerun } from '../../sandbox/github/listeners.ts';
import {
  type Client,
  type EmulatorBench,
  emulatorBench,
  refusalOf,
} from '../support/github-emulator.ts';

let bench: EmulatorBench;
let api: Client;
let sha: string;

const ROLLBACK = `name: Rollback
on:
  workflow_dispatch:
    inputs:
      environment: { type: choice, options: [staging, production], default: staging }
      reason: { required: true }
      hold: { type: boolean, default: true }
      revision: { type: number }
`;

beforeAll(async () => {
  bench = await emulatorBench();
  api = bench.client(bench.alice.token);
  const clone = await bench.clone(bench.alice.token);
  sha = await clone.commit('one', {
    '.github/workflows/rollback.yml': ROLLBACK,
    '.github/workflows/deploy.yml': 'on: push\njobs: {}\n',
  });
  await clone.git('push', '--quiet', 'origin', 'main');
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

function startRun(
  more: { rerunOf?: number; actor?: string; workflowPath?: string } = {},
): RunFacts {
  return bench.github.backend.createRun({
    repository: 'acme/shop',
    workflowPath: '.github/workflows/deploy.yml',
    workflowName: 'deploy',
    event: 'push',
    headBranch: 'main',
    headSha: sha,
    actor: 'alice',
    displayTitle: 'one',
    ...more,
  });
}

describe('runs and jobs', () => {
  test('REST shows what the engine reported', async () => {
    const { backend } = bench.github;
    const run = startRun();
    const referencedWorkflows = [
      { path: 'acme/actions/.github/workflows/deploy.yml@v1', sha: 'a'.repeat(40) },
    ];
    backend.updateRun(run.id, { status: 'in_progress', referencedWorkflows });
    const steps = [{ number: 1, name: 'Set up job', status: 'completed', conclusion: 'success' }];
    const id = backend.updateJob(run.id, {
      name: 'pipeline / staging',
      status: 'in_progress',
      steps: steps as never,
      runnerName: 'GitHub Actions 7',
      log: 'first line\n',
    });
    const { data } = await api.actions.getWorkflowRun({ ...bench.shop, run_id: run.id });
    expect(data).toMatchObject({
      status: 'in_progress',
      conclusion: null,
      head_sha: sha,
      path: '.github/workflows/deploy.yml',
      run_attempt: 1,
      actor: { login: 'alice' },
      referenced_workflows: referencedWorkflows,
      head_commit: { id: sha, message: 'one' },
    });
    const jobs = await api.actions.listJobsForWorkflowRun({ ...bench.shop, run_id: run.id });
    expect(jobs.data).toMatchObject({
      total_count: 1,
      jobs: [{ id, name: 'pipeline / staging', runner_name: 'GitHub Actions 7', steps }],
    });
    backend.updateJob(run.id, {
      name: 'pipeline / staging',
      status: 'completed',
      conclusion: 'failure',
      steps: [],
      log: 'first line\nlast line\n',
    });
    const job = await api.actions.getJobForWorkflowRun({ ...bench.shop, job_id: id });
    expect(job.data).toMatchObject({ status: 'completed', conclusion: 'failure' });
    const log = await api.actions.downloadJobLogsForWorkflowRun({ ...bench.shop, job_id: id });
    expect(log.data).toBe('first line\nlast line\n');
    backend.updateRun(run.id, { status: 'completed', conclusion: 'failure' });
  });

  test('a job is a check run of its commit', async () => {
    const { data } = await api.checks.listForRef({ ...bench.shop, ref: 'main' });
    expect(data.check_runs).toMatchObject([
      { name: 'pipeline / staging', conclusion: 'failure', app: { slug: 'github-actions' } },
    ]);
  });

  test('numbers count per workflow, the list is newest first and filtered', async () => {
    const run = startRun();
    const other = startRun({ workflowPath: '.github/workflows/other.yml' });
    expect([run.number, other.number]).toEqual([2, 1]);
    const { data } = await api.actions.listWorkflowRuns({
      ...bench.shop,
      workflow_id: 'deploy.yml',
      status: 'queued',
    });
    expect(data.workflow_runs.map(({ id }) => id)).toEqual([run.id]);
  });

  test('a re-run keeps id and number, counts the attempt and names who asked', async () => {
    const reruns: Rerun[] = [];
    const stop = bench.github.onRerun((rerun) => reruns.push(rerun));
    bench.github.addUser('bob');
    const run = startRun();
    const again = { ...bench.shop, run_id: run.id };
    expect((await refusalOf(api.actions.reRunWorkflow(again))).status).toBe(403);
    bench.github.backend.updateRun(run.id, { status: 'completed', conclusion: 'success' });
    await api.actions.reRunWorkflow(again);
    expect(reruns).toEqual([
      { repository: 'acme/shop', runId: run.id, failedOnly: false, actor: 'alice' },
    ]);
    const second = startRun({ rerunOf: run.id, actor: 'bob' });
    expect(second).toMatchObject({ id: run.id, number: run.number, attempt: 2 });
    const { data } = await api.actions.getWorkflowRun(again);
    expect(data).toMatchObject({
      run_attempt: 2,
      status: 'queued',
      actor: { login: 'alice' },
      triggering_actor: { login: 'bob' },
    });
    const first = await api.actions.getWorkflowRunAttempt({ ...again, attempt_number: 1 });
    expect(first.data).toMatchObject({ run_attempt: 1, conclusion: 'success' });
    stop();
  });

  test('cancel tells the engine, force-cancel tells it louder, an ended run refuses', async () => {
    const run = startRun();
    const target = { ...bench.shop, run_id: run.id };
    expect((await api.actions.cancelWorkflowRun(target)).status).toBe(202);
    expect([run.cancelled.aborted, run.forceCancelled.aborted]).toEqual([true, false]);
    await api.actions.forceCancelWorkflowRun(target);
    expect(run.forceCancelled.aborted).toBe(true);
    bench.github.backend.updateRun(run.id, { status: 'completed', conclusion: 'cancelled' });
    expect(await refusalOf(api.actions.cancelWorkflowRun(target))).toMatchObject({
      status: 409,
      message: 'Cannot cancel a workflow run that is completed.',
    });
  });
});

describe('workflow_dispatch', () => {
  const dispatches: Dispatch[] = [];
  let run: RunFacts;

  beforeAll(() => {
    bench.github.onDispatch((dispatch) => {
      dispatches.push(dispatch);
      run = startRun();
      return run.id;
    });
  });

  const dispatch = (inputs: Record<string, unknown>, more: object = {}) =>
    api.actions.createWorkflowDispatch({
      ...bench.shop,
      workflow_id: 'rollback.yml',
      ref: 'main',
      inputs,
      ...more,
    });

  test('inputs arrive as text, with defaults', async () => {
    expect((await dispatch({ reason: 'bad', revision: 7 })).status).toBe(204);
    expect(dispatches.at(-1)).toEqual({
      repository: 'acme/shop',
      workflowPath: '.github/workflows/rollback.yml',
      ref: 'refs/heads/main',
      sha,
      actor: 'alice',
      inputs: { environment: 'staging', reason: 'bad', hold: 'true', revision: '7' },
    });
  });

  test('the run is named when it is asked for', async () => {
    const { status, data } = await dispatch({ reason: 'x' }, { return_run_details: true });
    expect(status).toBe(200);
    expect(data).toMatchObject({ workflow_run_id: run.id });
  });

  test.each([
    [{}, "Required input 'reason' not provided"],
    [{ reason: 'x', typo: '1' }, 'Unexpected inputs provided: ["typo"]'],
    [
      { reason: 'x', environment: 'prod' },
      "Provided value 'prod' for input 'environment' not in the list of allowed values",
    ],
    [{ reason: 'x', hold: 'yes' }, "Provided value 'yes' for input 'hold' is not a boolean"],
    [{ reason: 'x', revision: 'x' }, "Provided value 'x' for input 'revision' is not a number"],
  ])('%j is refused', async (inputs, message) => {
    const count = dispatches.length;
    expect(await refusalOf(dispatch(inputs))).toMatchObject({ status: 422, message });
    expect(dispatches).toHaveLength(count);
  });

  test('a file without the trigger, an unknown ref and an unknown file are refused', async () => {
    const target = { ...bench.shop, workflow_id: 'deploy.yml', ref: 'main' };
    expect(await refusalOf(api.actions.createWorkflowDispatch(target))).toMatchObject({
      status: 422,
      message: "Workflow does not have 'workflow_dispatch' trigger",
    });
    const nowhere = dispatch({ reason: 'x' }, { ref: 'nowhere' });
    expect((await refusalOf(nowhere)).message).toBe('No ref found for: nowhere');
    const nothing = dispatch({ reason: 'x' }, { workflow_id: 'none.yml' });
    expect((await refusalOf(nothing)).status).toBe(404);
  });

  test('a GITHUB_TOKEN may dispatch, with actions: write', async () => {
    const mint = (level: 'read' | 'write') =>
      bench.client(
        bench.github.backend.mintToken({
          repository: 'acme/shop',
          runId: 1,
          jobName: 'job',
          permissions: { actions: level },
        }),
      );
    const target = {
      ...bench.shop,
      workflow_id: 'rollback.yml',
      ref: 'main',
      inputs: { reason: 'x' },
    };
    await mint('write').actions.createWorkflowDispatch(target);
    expect(dispatches.at(-1)?.actor).toBe('github-actions[bot]');
    const refusal = await refusalOf(mint('read').actions.createWorkflowDispatch(target));
    expect(refusal.status).toBe(403);
  });
});

describe('concurrency groups', () => {
  test('are shown with who holds and who waits', async () => {
    const { backend } = bench.github;
    const entry = (runId: number): ConcurrencyEntry => ({
      repository: 'acme/shop',
      group: 'deploy-staging',
      cancelInProgress: false,
      queue: 'max',
      runId,
      holder: '',
      cancel: () => {},
    });
    const [first, second] = [startRun(), startRun()];
    await backend.enterConcurrency(entry(first.id));
    const waiting = backend.enterConcurrency(entry(second.id));
    expect(await bench.get('actions/concurrency_groups')).toMatchObject({
      total_count: 1,
      concurrency_groups: [{ group_name: 'deploy-staging' }],
    });
    expect(await bench.get('actions/concurrency_groups/deploy-staging')).toMatchObject({
      group_members: [
        { run_id: first.id, status: 'in_progress' },
        { run_id: second.id, status: 'pending' },
      ],
    });
    expect(await bench.get(`actions/runs/${second.id}/concurrency_groups`)).toMatchObject({
      concurrency_groups: [{ group_members: [{ run_id: second.id, position: 1 }] }],
    });
    backend.leaveConcurrency(entry(first.id));
    expect(await waiting).toBe('entered');
    backend.leaveConcurrency(entry(second.id));
  });
});
