import { type Bundle, createBundle } from '../../../src/domain/bundle.ts';
import { decideGate, type GateRules } from '../../../src/domain/gate.ts';
import { ActionError } from '../../../src/errors.ts';
import type { Job, Run } from '../../../src/http/github/facts.ts';
import { createRecord, readRecords, taskOf } from '../../../src/records/deployments.ts';
import { gatherFacts } from '../../../src/records/gate-facts.ts';
import { findOwnJob } from '../../../src/records/own-job.ts';
import { distance, recordedRunning } from '../../../src/records/running.ts';
import { trustRecord } from '../../../src/records/trust.ts';
import { addVerdict, formatVerdict, readProofs } from '../../../src/records/verdicts.ts';
import { type MemoryGitHub, memoryGitHub } from './memory-github.ts';

const digest = (char: string): string => `sha256:${char.repeat(64)}`;
const TREE = 'b'.repeat(40);
const bundle = (char: string, change: Partial<Bundle> = {}): Bundle =>
  createBundle({
    repository: 'acme/shop',
    commit: 'a'.repeat(40),
    tree: TREE,
    images: { api: { repository: 'ghcr.io/acme/shop/api', digest: digest(char) } },
    chart: { ref: 'deploy/chart', digest: digest('c') },
    config: digest('d'),
    ...change,
  });
const BUNDLE = bundle('1');
const OTHER = bundle('2');
const place = { release: 'shop', namespace: 'shop', revision: 3, run: '100.1', production: false };
const URL = 'https://github.com/acme/shop/actions/runs/100/job/7';
const RULES = {
  tree: TREE,
  branches: ['develop'],
  workflows: ['acme/deploy-actions/.github/workflows/deploy.yml'],
};

const run = (change: Partial<Run> = {}): Run => ({
  id: 100,
  attempt: 1,
  headBranch: 'develop',
  headSha: 'a'.repeat(40),
  event: 'push',
  status: 'completed',
  conclusion: 'success',
  path: '.github/workflows/ship.yml',
  called: ['acme/deploy-actions/.github/workflows/deploy.yml@refs/tags/v1'],
  actors: ['octocat'],
  ...change,
});
const job = (change: Partial<Job> = {}): Job => ({
  id: 7,
  run_id: 100,
  name: 'pipeline / staging / deploy',
  status: 'completed',
  conclusion: 'success',
  started_at: '2026-11-21T12:00:00Z',
  completed_at: '2026-11-21T12:10:00Z',
  runner_name: 'GitHub Actions 1',
  ...change,
});

let memory: MemoryGitHub;
beforeEach(() => {
  memory = memoryGitHub();
  memory.runs.push(run());
  memory.jobs.push(job());
  memory.trees['a'.repeat(40)] = TREE;
});

/** Records a deploy and, where given, its verdict. */
async function deployed(
  verdict: 'pass' | 'fail' | 'inconclusive' | undefined,
  what: Bundle = BUNDLE,
  environment = 'staging',
): Promise<number> {
  const { github } = memory;
  const id = await createRecord(github, { ...place, kind: 'deploy', bundle: what, environment });
  if (verdict) {
    await addVerdict(github, id, { verdict, code: '', bundle: what.id, logUrl: URL });
  }
  return id;
}

describe('records', () => {
  test('are found by their source tree, newest first, with the bundle as it was', async () => {
    await deployed(undefined);
    await deployed(undefined, OTHER, 'production');
    const records = await readRecords(memory.github, TREE);
    expect(records.map((it) => [it.environment, it.bundle.id])).toEqual([
      ['production', OTHER.id],
      ['staging', BUNDLE.id],
    ]);
    expect(records[1]).toMatchObject({ bundle: BUNDLE, revision: 3, run: '100.1', kind: 'deploy' });
    expect(await readRecords(memory.github, 'f'.repeat(40))).toEqual([]);
  });

  test('of other tools, or with a changed payload, are not ours', async () => {
    const base = {
      ref: BUNDLE.commit,
      task: taskOf(TREE),
      environment: 'staging',
      description: '',
      production_environment: false,
      transient_environment: false,
    };
    const forged = { ...BUNDLE, images: OTHER.images };
    const elsewhere = bundle('1', { tree: 'e'.repeat(40) });
    for (const payload of [{}, { schema: 1, bundle: forged }, { schema: 1, bundle: elsewhere }]) {
      await memory.github.createDeployment({ ...base, payload });
    }
    expect(await readRecords(memory.github, TREE)).toEqual([]);
  });

  test('a lost answer to the creation does not make a second record', async () => {
    const lost = memoryGitHub({
      createDeployment: async (deployment) => {
        await memory.github.createDeployment(deployment);
        throw new ActionError('request-failed', 'GitHub did not answer');
      },
      deployments: (filter, max) => memory.github.deployments(filter, max),
    });
    const wish = { ...place, kind: 'deploy' as const, bundle: BUNDLE, environment: 'staging' };
    expect(await createRecord(lost.github, wish)).toBe(1);
    expect(memory.deployments).toHaveLength(1);
  });

  test('a verdict fits into GitHub’s 140 characters', () => {
    const text = formatVerdict({
      verdict: 'inconclusive',
      code: 'x'.repeat(200),
      bundle: BUNDLE.id,
    });
    expect(text.length).toBeLessThanOrEqual(140);
    expect(formatVerdict({ verdict: 'fail', code: 'e2e-failed', bundle: BUNDLE.id })).toBe(
      `verdict=fail code=e2e-failed bundle=${BUNDLE.id}`,
    );
  });

  test('all statuses of all deployments of a bundle are read; those of others are not', async () => {
    const first = await deployed('pass');
    await deployed('inconclusive');
    await deployed('pass', OTHER);
    await memory.github.addStatus(first, { state: 'inactive', description: 'replaced' });
    const before = memory.github.requests();
    const records = await readRecords(memory.github, TREE);
    const proofs = await readProofs(memory.github, records, BUNDLE.id, ['staging']);
    const said = proofs.map((it) => `${it.bundle === BUNDLE.id ? 'ours' : 'other'} ${it.verdict}`);
    expect(said.toSorted()).toEqual([
      'other undefined',
      'ours inconclusive',
      'ours pass',
      'ours undefined',
      'ours undefined',
    ]);
    expect(memory.github.requests() - before).toBe(3);
  });

  test('more deployments of one bundle than can be weighed are refused, not cut', async () => {
    for (let count = 0; count < 7; count++) await deployed('pass');
    const records = await readRecords(memory.github, TREE);
    const read = readProofs(memory.github, records, BUNDLE.id, ['staging']);
    await expect(read).rejects.toThrow(/was deployed 7 times/);
  });
});

describe('a record is believed when its run bears it out', () => {
  const at = Date.UTC(2026, 10, 21, 12, 5);
  const record = {
    environment: 'staging',
    bundle: BUNDLE.id,
    verdict: 'pass' as const,
    at,
    id: 1,
    run: '100',
    job: '7',
  };

  test('a run of the allowed branch that called our deploy.yml and ended well', async () => {
    expect(await trustRecord(memory.github, record, RULES)).toEqual({ state: 'proven' });
  });

  test('a workflow of one’s own, when it is listed', async () => {
    memory.runs[0] = run({ called: [] });
    expect(await trustRecord(memory.github, record, RULES)).toMatchObject({ state: 'unproven' });
    const rules = { ...RULES, workflows: ['.github/workflows/ship.yml'] };
    expect(await trustRecord(memory.github, record, rules)).toEqual({ state: 'proven' });
  });

  test('a branch by its pattern', async () => {
    memory.runs[0] = run({ headBranch: 'release/1.2' });
    const rules = { ...RULES, branches: ['release/**'] };
    expect(await trustRecord(memory.github, record, rules)).toEqual({ state: 'proven' });
  });

  test('the job that asks needs no re-read of itself', async () => {
    memory.jobs[0] = job({ conclusion: null, status: 'in_progress', completed_at: null });
    const rules = { ...RULES, ownJob: '7' };
    expect(await trustRecord(memory.github, record, rules)).toEqual({ state: 'proven' });
  });

  test.each<[string, Partial<Run>, Partial<Job>, Partial<typeof record>, RegExp]>([
    ['no run', {}, {}, { run: '' }, /names no run/],
    ['no job', {}, {}, { job: '' }, /names no job/],
    ['a run that is not there', {}, {}, { run: '5' }, /no such run/],
    ['a job that is not there', {}, {}, { job: '5' }, /no such job/],
    ['a job of another run', {}, { run_id: 5 }, {}, /no such job/],
    [
      'a run of another branch',
      { headBranch: 'feature' },
      {},
      {},
      /ran on feature; allowed: develop/,
    ],
    [
      'a run that called something else',
      { called: ['evil/deploy-actions/.github/workflows/deploy.yml@main'] },
      {},
      {},
      /called none of/,
    ],
    ['a job that failed', {}, { conclusion: 'failure' }, {}, /ended with failure/],
    ['a job that was cancelled', {}, { conclusion: 'cancelled' }, {}, /ended with cancelled/],
    ['a job that still runs', {}, { conclusion: null, completed_at: null }, {}, /has not ended/],
    ['a record written before its job', {}, {}, { at: at - 3_600_000 }, /not written while/],
    ['a record written after its job', {}, {}, { at: at + 3_600_000 }, /not written while/],
    ['another source tree', { headSha: 'e'.repeat(40) }, {}, {}, /another source tree/],
  ])('%s is not proof', async (_name, ofRun, ofJob, change, why) => {
    memory.runs[0] = run(ofRun);
    memory.jobs[0] = job(ofJob);
    const trust = await trustRecord(memory.github, { ...record, ...change }, RULES);
    expect(trust).toEqual({ state: 'unproven', why: expect.stringMatching(why) });
  });

  test('a skipped job is told apart', async () => {
    memory.jobs[0] = job({ conclusion: 'skipped' });
    expect(await trustRecord(memory.github, record, RULES)).toMatchObject({ state: 'skipped' });
  });
});

describe('what runs, by the records', () => {
  test('is the newest that was rolled out and neither failed nor was replaced', async () => {
    expect(await recordedRunning(memory.github, 'staging')).toBeUndefined();
    await deployed('pass');
    await deployed('fail', OTHER);
    await deployed(undefined, OTHER);
    expect((await recordedRunning(memory.github, 'staging'))?.bundle.id).toBe(BUNDLE.id);
  });

  test.each([
    ['ahead', 'newer'],
    ['behind', 'older'],
    ['diverged', 'diverged'],
    ['identical', 'same'],
  ] as const)('a candidate that is %s is %s', async (status, order) => {
    const { github } = memoryGitHub({
      compare: async () => ({ status, aheadBy: 1, behindBy: 0, commits: [] }),
    });
    expect((await distance(github, OTHER, BUNDLE)).order).toBe(order);
  });

  test('nothing before is first, the same bundle is the same, no common repository is unknown', async () => {
    expect((await distance(memory.github, undefined, BUNDLE)).order).toBe('first');
    expect((await distance(memory.github, BUNDLE, BUNDLE)).order).toBe('same');
    expect((await distance(memory.github, OTHER, BUNDLE)).order).toBe('unknown');
  });
});

describe('the facts of a gate', () => {
  const rules: GateRules = { pass: ['staging'], checks: ['quality'], approvals: 1 };
  const { tree: _, ...trust } = RULES;
  const ask = async (changes: Parameters<typeof memoryGitHub>[0] = {}, approvedIn?: number) => {
    Object.assign(memory.github, changes);
    const records = await readRecords(memory.github, TREE);
    const { facts } = await gatherFacts(memory.github, {
      bundle: BUNDLE,
      environment: 'production',
      rules,
      trust,
      records,
      running: undefined,
      now: memory.clock,
      ...(approvedIn !== undefined && { approvedIn }),
    });
    const decision = decideGate(rules, facts);
    return decision.allowed ? [] : decision.refusals.map((it) => it.code);
  };
  const green = async () => [
    { name: 'quality', status: 'completed', conclusion: 'success', started_at: null },
  ];

  test('a proven bundle with a green check passes; a check that is red once is red', async () => {
    await deployed('pass');
    expect(await ask({ checks: green })).toEqual([]);
    const twice = async () => [
      ...(await green()),
      { name: 'quality', status: 'completed', conclusion: 'failure', started_at: null },
    ];
    expect(await ask({ checks: twice })).toEqual(['check-red']);
    expect(await ask({ checks: async () => (await twice()).toReversed() })).toEqual(['check-red']);
  });

  test('a later fail revokes, written to whichever deployment', async () => {
    const first = await deployed('pass');
    await deployed('pass');
    const fail = { verdict: 'fail' as const, code: 'e2e-failed', bundle: BUNDLE.id, logUrl: URL };
    await addVerdict(memory.github, first, fail);
    expect(await ask({ checks: green })).toEqual(['revoked']);
  });

  test('a forged record with a later date does not count: its run does not bear it out', async () => {
    const id = await deployed('inconclusive');
    const logUrl = 'https://github.com/acme/shop/actions/runs/100/job/99';
    await addVerdict(memory.github, id, { verdict: 'pass', code: '', bundle: BUNDLE.id, logUrl });
    expect(await ask({ checks: green })).toEqual(['unproven-record']);
  });

  test('few requests left: no decision by half the facts', async () => {
    await deployed('pass');
    await expect(ask({ checks: green, left: () => 99 })).rejects.toMatchObject({
      code: 'rate-limited',
    });
  });

  test('an approval by who started the run, built it or wrote it does not count', async () => {
    await deployed('pass');
    memory.runs.push(run({ id: 200, actors: ['hubot'] }));
    const by = (user: string) => async () => [
      { user, state: 'approved', environments: ['production'] },
    ];
    expect(await ask({ checks: green, reviews: by('octocat') }, 200)).toEqual(['self-approval']);
    expect(await ask({ checks: green, reviews: by('hubot') }, 200)).toEqual(['self-approval']);
    expect(await ask({ checks: green, reviews: by('mona') }, 200)).toEqual([]);
    const elsewhere = async () => [{ user: 'mona', state: 'approved', environments: ['staging'] }];
    expect(await ask({ checks: green, reviews: elsewhere }, 200)).toEqual(['approval-missing']);
  });

  test('a decision costs at most 15 requests', async () => {
    for (let count = 0; count < 6; count++) await deployed('pass');
    const before = memory.github.requests();
    await ask({ checks: green });
    expect(memory.github.requests() - before).toBeLessThanOrEqual(15 - 3);
  });
});

describe('the job that we are', () => {
  const env = {
    GITHUB_RUN_ID: '100',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_NAME: 'GitHub Actions 1',
  };
  test('is the running one on our runner', async () => {
    memory.jobs.push(job({ id: 8, status: 'in_progress', conclusion: null }));
    memory.jobs.push(job({ id: 9, status: 'in_progress', runner_name: 'GitHub Actions 2' }));
    const url = 'https://github.com/acme/shop/actions/runs/100/job/8';
    expect(await findOwnJob(memory.github, env)).toEqual({ id: '8', url });
  });
  test('is not guessed', async () => {
    memory.jobs.push(job({ id: 8, status: 'in_progress' }), job({ id: 9, status: 'in_progress' }));
    const url = 'https://github.com/acme/shop/actions/runs/100';
    expect(await findOwnJob(memory.github, env)).toEqual({ id: '', url });
  });
});
