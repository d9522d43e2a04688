/**
 * The workflow runner and the emulated GitHub together: pushes by real git start runs, jobs check
 * out over HTTP with their own token, and what happens is seen over REST by GitHub's own client.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowRun } from '../../sandbox/runner/result.ts';
import type { StartedRun } from '../../sandbox/runner/run-workflow.ts';
import { startRuns } from '../../sandbox/runner/start-runs.ts';
import {
  type Client,
  type Clone,
  type EmulatorBench,
  emulatorBench,
} from '../support/github-emulator.ts';

let bench: EmulatorBench;
let alice: Client;
let bob: Client;
let clone: Clone;
let folder: string;
/** Runs in the order in which pushes started them. */
const started: Promise<readonly StartedRun[]>[] = [];
let onLine: (line: string) => void = () => {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-runner-'));
  bench = await emulatorBench();
  alice = bench.client(bench.alice.token);
  bob = bench.client(bench.github.addUser('bob').token);
  clone = await bench.clone(bench.alice.token);
  const settings = {
    backend: bench.github.backend,
    folder,
    environment: { PATH: process.env.PATH ?? '' },
    grace: [300, 300] as const,
    onProgress: (progress: { kind: string; line?: string }) => onLine(progress.line ?? ''),
  };
  bench.github.onPush(({ repository, ref, after, before, created, pusher }) => {
    const actor = { login: pusher, id: 1 };
    const event = { name: 'push' as const, repository, ref, sha: after, actor };
    started.push(startRuns(settings, created ? event : { ...event, before }));
  });
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Replaces the workflow, pushes, and answers the run that this starts. */
async function push(
  workflow: string,
  files: Readonly<Record<string, string>> = {},
): Promise<StartedRun> {
  const before = started.length;
  await clone.commit('Change the shop', { '.github/workflows/ci.yml': workflow, ...files });
  await clone.git('push', '--quiet', 'origin', 'HEAD:main');
  await until(() => started.length > before);
  const [run] = (await started[before]) ?? [];
  if (run === undefined) throw new Error('the push started no run');
  return run;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('not within 60 s');
}

const linesOf = (run: WorkflowRun, job: string): readonly string[] =>
  run.jobs.find(({ name }) => name === job)?.steps.flatMap(({ lines }) => lines) ?? [];

const conclusions = (run: WorkflowRun): Readonly<Record<string, string>> =>
  Object.fromEntries(run.jobs.map(({ name, conclusion }) => [name, conclusion]));

test('a push starts a run, its job checks out over HTTP, and REST shows run, job, steps and log', async () => {
  const run = await push(
    `
on: push
run-name: Ship \${{ github.sha }}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - name: read
        run: cat text.txt; echo "on $RUNNER_NAME"
`,
    { 'text.txt': 'from the repository\n' },
  );
  const done = await run.done;
  expect(done.conclusion).toBe('success');
  expect(linesOf(done, 'build')).toContain('from the repository');

  const { data: shown } = await alice.actions.getWorkflowRun({ ...bench.shop, run_id: run.id });
  expect(shown).toMatchObject({
    status: 'completed',
    conclusion: 'success',
    display_title: `Ship ${done.sha}`,
    head_sha: done.sha,
    path: '.github/workflows/ci.yml',
  });
  const { data } = await alice.actions.listJobsForWorkflowRun({ ...bench.shop, run_id: run.id });
  const [job] = data.jobs;
  expect(job).toMatchObject({
    name: 'build',
    conclusion: 'success',
    runner_name: 'GitHub Actions 1',
  });
  expect(job?.steps?.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
    'Set up job: success',
    'Run actions/checkout@v5: success',
    'read: success',
    'Post Run actions/checkout@v5: success',
    'Complete job: success',
  ]);
  const log = await alice.actions.downloadJobLogsForWorkflowRun({
    ...bench.shop,
    job_id: job?.id ?? 0,
  });
  expect(String(log.data)).toContain('on GitHub Actions 1');
});

test('the token of a job can do what its permissions say, no more, and only while the job runs', async () => {
  const ask = (path: string, how = ''): string =>
    `curl -s -o /dev/null -w '%{http_code}' ${how} -H "authorization: Bearer $TOKEN" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/${path}"`;
  const run = await push(`
on: push
permissions: { contents: read }
jobs:
  a:
    runs-on: ubuntu-latest
    env: { TOKEN: '\${{ github.token }}' }
    steps:
      - run: |
          echo "read $(${ask('commits')})"
          echo "write $(${ask('git/refs', `-X POST -d '{"ref":"refs/heads/x","sha":"'$GITHUB_SHA'"}'`)})"
          echo "token-in-hex $(printf %s "$TOKEN" | od -An -tx1 | tr -d ' \\n')"
`);
  const lines = linesOf(await run.done, 'a');
  expect(lines).toEqual(expect.arrayContaining(['read 200', 'write 403']));
  const hex = lines.find((line) => line.startsWith('token-in-hex'))?.split(' ')[1] ?? '';
  const token = Buffer.from(hex, 'hex').toString();
  const answer = await fetch(`${bench.github.url}/repos/acme/shop/commits`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(401);
});

const DEPLOY = `
on: push
jobs:
  production:
    environment: { name: production, deployment: false }
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "key \${{ secrets.KEY != '''' }} in \${{ vars.PLACE }}"' }]
  undo:
    needs: production
    if: failure()
    runs-on: ubuntu-latest
    steps: [{ run: echo undone }]
`;

async function review(run: StartedRun, state: 'approved' | 'rejected'): Promise<void> {
  const where = { ...bench.shop, run_id: run.id };
  const pending = async () => (await alice.actions.getPendingDeploymentsForRun(where)).data;
  await until(async () => (await pending()).length > 0);
  const ids = (await pending()).map(({ environment }) => environment.id ?? 0);
  const comment = 'because';
  await bob.actions.reviewPendingDeploymentsForRun({
    ...where,
    environment_ids: ids,
    state,
    comment,
  });
}

test('a job waits for approval and then has the environment’s secrets and variables', async () => {
  bench.github.setEnvironment('acme/shop', 'production', { reviewers: ['bob'] });
  bench.github.setSecret('acme/shop', 'KEY', 'key-of-production', 'production');
  bench.github.setVariable('acme/shop', 'PLACE', 'eu', 'production');
  const run = await push(DEPLOY);
  await review(run, 'approved');
  const done = await run.done;
  expect(conclusions(done)).toEqual({ production: 'success', undo: 'skipped' });
  expect(linesOf(done, 'production')).toContain('key true in eu');
});

test('a rejected job fails with GitHub’s words and the jobs for that case run', async () => {
  const run = await push(DEPLOY);
  await review(run, 'rejected');
  const done = await run.done;
  expect(conclusions(done)).toEqual({ production: 'failure', undo: 'success' });
  expect(done.jobs[0]?.annotations[0]?.message).toContain('rejected');
});

test('cancel over REST ends the step that runs and the run', async () => {
  const { promise: working, resolve } = Promise.withResolvers<void>();
  onLine = (line) => void (line === 'working on 1' && resolve());
  const run = await push(`
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "working on $((1))"; exec sleep 300
      - if: always()
        run: echo "status \${{ job.status }}"
`);
  await working;
  await alice.actions.cancelWorkflowRun({ ...bench.shop, run_id: run.id });
  const done = await run.done;
  expect(done.conclusion).toBe('cancelled');
  expect(linesOf(done, 'a')).toContain('status cancelled');
});

test('two pushes in a row: the group of the second waits for the first', async () => {
  const workflow = (text: string) => `
on: push
concurrency: { group: ship, queue: max }
jobs:
  a:
    runs-on: ubuntu-latest
    steps: [{ run: 'date +%s%N > ${text}; sleep 0.5; echo "${text} $(cat ${text}) $(date +%s%N)"' }]
`;
  const first = await push(workflow('first'));
  const second = await push(workflow('second'));
  const time = (run: WorkflowRun, text: string): readonly number[] =>
    (linesOf(run, 'a').find((line) => line.startsWith(`${text} 1`)) ?? '')
      .split(' ')
      .slice(1)
      .map(Number);
  const [, endOfFirst = 0] = time(await first.done, 'first');
  const [startOfSecond = 0] = time(await second.done, 'second');
  expect(startOfSecond).toBeGreaterThan(endOfFirst);
  expect(endOfFirst).toBeGreaterThan(0);
});
