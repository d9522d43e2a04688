// The built bundle, as GitHub's runner starts it, against the emulated GitHub; no cluster.
import type { RunResult } from '../../sandbox/runner/run-action.ts';
import {
  type JobWish,
  type Login,
  openPromoteBench,
  type PromoteBench,
} from '../support/promote-bench.ts';

const SHIP = `on: { push: { branches: [develop, main] }, workflow_dispatch: }
jobs: { pipeline: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }
`;
const DEPLOY = `name: shop
services: { api: { context: . } }
release: { chart: chart }
flow:
  - { push: develop, deploy: [staging], promote-to: main }
  - { push: main, deploy: [production] }
environments:
  staging: { namespace: shop-staging, proof: rollout }
  production: { namespace: shop, require: { pass: [staging], approvals: 1 } }
`;

let bench: PromoteBench;
let base: string;
let head: string;
beforeEach(async () => {
  bench = await openPromoteBench();
  base = await bench.commit('main', { '.github/workflows/ship.yml': SHIP, 'app.js': '1' });
  head = await bench.commit('develop', { 'app.js': '2' }, base);
  bench.github.setEnvironment('acme/shop', 'staging');
  bench.github.setEnvironment('acme/shop', 'production', { reviewers: ['mona'] });
}, 120_000);
afterEach(async () => {
  const { violations } = bench.github;
  await bench.close();
  // Nothing was asked of GitHub, or answered, that GitHub does not know.
  expect(violations).toEqual([]);
});

const said = (result: RunResult): string =>
  result.annotations.map(({ message }) => message).join('\n');
const codes = (result: RunResult): string[] =>
  (JSON.parse(result.outputs.reasons ?? '{}').reasons ?? []).map(
    ({ code }: { code: string }) => code,
  );
const requests = (result: RunResult): number =>
  Number(/(\d+) requests to GitHub/.exec(result.lines.join('\n'))?.[1]);

const TO_MAIN = {
  mode: 'promote',
  environment: 'staging',
  to: 'branch:main',
  'trusted-branches': 'develop',
};

/** Promotes a commit to main (default: the tip of develop), from a job of its own. */
const toMain = (inputs: Record<string, string> = {}, wish: Partial<JobWish> = {}) =>
  bench.promote(bench.startJob({ sha: head, ...wish }), { ...TO_MAIN, ...inputs });

/** Every workflow_dispatch from now on. */
function dispatches(): string[] {
  const seen: string[] = [];
  bench.github.onDispatch((dispatch) => {
    seen.push(JSON.stringify(dispatch));
    return bench.startJob({ sha: head, branch: 'main' }).runId;
  });
  return seen;
}

describe('promote to a branch', () => {
  test('moves main forward to the proven commit and starts its workflow there', async () => {
    const started = dispatches();
    const bundle = await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const result = await toMain();
    expect(said(result)).toBe('');
    expect(result.outputs).toMatchObject({
      promoted: 'true',
      target: 'branch:main',
      bundle: bundle.id,
    });
    expect(await bench.tip('main')).toBe(head);
    expect(started).toHaveLength(1);
    expect(result.summary).toContain('`main` moved from');
    expect(result.summary).toContain('Started `ship.yml` there');
    expect(result).toMatchObject({ leftovers: [], orphans: [] });
    expect(requests(result)).toBeLessThanOrEqual(15);
  }, 120_000);

  test('with an App’s token the push itself starts the workflow: nothing is dispatched', async () => {
    const started = dispatches();
    const pushed: unknown[] = [];
    bench.github.onPush((push) => void pushed.push(push));
    const app = bench.github.registerApp('promoter', 'acme', { contents: 'write' });
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const result = await toMain(
      { 'push-token': bench.github.installationToken(app) },
      { permissions: { actions: 'read', contents: 'read', deployments: 'read' } },
    );
    expect(said(result)).toBe('');
    expect(await bench.tip('main')).toBe(head);
    expect([started.length, pushed.length]).toEqual([0, 1]);
  }, 120_000);

  test('with an App’s key the token is minted here, and is shown nowhere', async () => {
    const pushed: unknown[] = [];
    bench.github.onPush((push) => void pushed.push(push));
    const app = bench.github.registerApp('minter', 'acme', { contents: 'write' });
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const result = await toMain({ 'app-id': String(app.id), 'app-key': app.privateKey });
    expect(said(result)).toBe('');
    expect(await bench.tip('main')).toBe(head);
    expect(pushed).toHaveLength(1);
    expect(JSON.stringify({ ...result, masks: [] })).not.toMatch(/ghs_|PRIVATE KEY/);
  }, 120_000);

  test('an App’s key that is none is refused without being shown', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const result = await toMain({ 'app-id': '1', 'app-key': 'not a key at all' });
    expect(said(result)).toContain('app-key is not a private key in PEM');
    expect(JSON.stringify({ ...result, masks: [] })).not.toContain('not a key at all');
  }, 120_000);

  test('beside its workflow ($/promote) it trusts the suite that its own run called', async () => {
    dispatches();
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const { env, ...job } = bench.startJob({ sha: head });
    const beside = { ...job, env: { ...env, GITHUB_ACTION_REPOSITORY: '' } };
    const result = await bench.promote(beside, TO_MAIN);
    expect(said(result)).toBe('');
    expect(await bench.tip('main')).toBe(head);
  }, 120_000);

  test('run twice it ends in the same state, and the second has nothing to do', async () => {
    dispatches();
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    await toMain();
    const second = await toMain();
    expect(second.conclusion).toBe('success');
    expect(second.outputs.promoted).toBe('true');
    expect(second.summary).toContain('nothing to do');
  }, 120_000);

  test('an older bundle never goes over a newer one', async () => {
    dispatches();
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const newer = await bench.commit('develop', { 'app.js': '3' });
    await bench.proven({ sha: newer, environment: 'staging', verdict: 'pass' });
    await toMain({}, { sha: newer });
    const older = await toMain();
    expect(older.outputs.promoted).toBe('false');
    expect(older.summary).toContain('left as it is');
    expect(await bench.tip('main')).toBe(newer);
  }, 120_000);

  test('somebody pushed to main meanwhile: refused, with the commits', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const theirs = await bench.commit('main', { 'hotfix.js': '1' }, base);
    const result = await toMain();
    expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'diverged' });
    expect(said(result)).toContain(`${theirs.slice(0, 8)} Change hotfix.js`);
    expect(await bench.tip('main')).toBe(theirs);
  }, 120_000);

  test('a protected main is named, with the way around it', async () => {
    bench.github.setBranchProtection('acme/shop', 'main', { requirePullRequest: { approvals: 1 } });
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const result = await toMain();
    expect(said(result)).toMatch(/main was not moved.*Is main protected\? Give push-token/s);
    expect(await bench.tip('main')).toBe(base);
  }, 120_000);
});

describe('the gate refuses, by name', () => {
  const refused = async (code: string, inputs: Record<string, string> = {}) => {
    const result = await toMain(inputs);
    expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'gate-refused' });
    expect(codes(result)).toEqual([code]);
    expect(result.summary).toContain(`\`${code}\``);
    expect(result.outputs.promoted).toBe('false');
    expect(await bench.tip('main')).toBe(base);
    return result;
  };

  test('a fail', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'fail' });
    await refused('not-passed');
  }, 120_000);

  test('a pass that a later fail revoked', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    await bench.proven({ sha: head, environment: 'staging', verdict: 'fail' });
    await refused('revoked');
  }, 120_000);

  test('a deploy that nothing proved', async () => {
    await bench.proven({ sha: head, environment: 'staging' });
    await refused('empty-evidence');
  }, 120_000);

  test('a pass of other images of the same tree', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const other = await bench.bundleOf(head, '2');
    await refused('other-bundle', { bundle: JSON.stringify(other) });
  }, 120_000);

  test('a pass in another environment only', async () => {
    const bundle = await bench.proven({ sha: head, environment: 'develop', verdict: 'pass' });
    await refused('missing-evidence', { bundle: bundle.id });
  }, 120_000);

  test.each([
    ['a run of a branch that is not trusted', { branch: 'feature' }],
    ['a run that did not call our deploy workflow', { called: [] }],
    [
      'a run that called somebody else’s',
      { called: ['evil/deploy-actions/.github/workflows/deploy.yml@main'] },
    ],
    ['a job that failed after all', { conclusion: 'failure' }],
  ] as const)(
    'a record of %s',
    async (_name, change) => {
      await bench.proven({ sha: head, environment: 'staging', verdict: 'pass', ...change });
      const result = await refused('unproven-record');
      expect(said(result)).toContain('is not backed by its run');
    },
    120_000,
  );

  test('a record that a run of another tree wrote', async () => {
    const bundle = await bench.bundleOf(head);
    await bench.proven({ sha: base, bundle, environment: 'staging', verdict: 'pass' });
    await refused('unproven-record');
  }, 120_000);

  test('a check that is missing, after it was waited for', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    await refused('check-missing', { require: 'checks: [quality]', 'checks-timeout': '1s' });
  }, 120_000);

  test('no record at all: the commit was never seen', async () => {
    const result = await toMain();
    expect(result.annotations[0]).toMatchObject({ title: 'bundle-unknown' });
    expect(said(result)).toContain('This commit contains changes that staging never saw');
  }, 120_000);
});

test('a decision among 1,000 past deployments takes 15 requests at most', async () => {
  await bench.history(1_000, base);
  await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
  const result = await toMain({ to: 'branch:none', require: '{ max-age: 7d }' });
  expect(said(result)).toContain('There is no branch none to move');
  expect(requests(result)).toBeLessThanOrEqual(15);
}, 120_000);

test('two promotions at once end as one', async () => {
  const started = dispatches();
  await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
  const results = await Promise.all([toMain(), toMain()]);
  expect(results.map(said)).toEqual(['', '']);
  expect(results.map((it) => it.outputs.promoted)).toEqual(['true', 'true']);
  expect(await bench.tip('main')).toBe(head);
  expect(started.length).toBeGreaterThanOrEqual(1);
}, 120_000);

describe('GitHub in trouble', () => {
  beforeEach(async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
  });

  test('a few server errors are asked again', async () => {
    dispatches();
    const route = 'GET /repos/*/deployments';
    bench.github.faults.add({ route, kind: 'status', status: 502, times: 2 });
    const result = await toMain();
    expect(said(result)).toBe('');
    expect(result.outputs.promoted).toBe('true');
  }, 120_000);

  test('no answer about the run is no pass', async () => {
    const route = 'GET /repos/*/actions/runs/*';
    bench.github.faults.add({ route, kind: 'status', status: 500, times: 20 });
    const result = await toMain();
    expect(result.annotations[0]).toMatchObject({ title: 'github-refused' });
    expect(await bench.tip('main')).toBe(base);
  }, 120_000);

  test('a used-up limit is said', async () => {
    const route = 'GET /repos/*/deployments';
    bench.github.faults.add({ route, kind: 'primary-limit', resetSeconds: 600 });
    const result = await toMain();
    expect(result.annotations[0]).toMatchObject({ title: 'rate-limited' });
    expect(await bench.tip('main')).toBe(base);
  }, 120_000);

  test('fewer than 100 requests left: no decision', async () => {
    const job = bench.startJob({ sha: head });
    bench.github.setRemainingRequests(job.token, 60);
    const result = await bench.promote(job, TO_MAIN);
    expect(result.annotations[0]).toMatchObject({ title: 'rate-limited' });
    expect(await bench.tip('main')).toBe(base);
  }, 120_000);

  test('the answer to the move is lost: it is read again, and counts', async () => {
    dispatches();
    const route = 'PATCH /repos/*/git/refs/*';
    bench.github.faults.add({ route, kind: 'cut', when: 'after' });
    const result = await toMain();
    expect(said(result)).toBe('');
    expect(await bench.tip('main')).toBe(head);
  }, 120_000);

  test('a missing permission is named', async () => {
    const result = await toMain({}, { permissions: { contents: 'write', actions: 'write' } });
    expect(said(result)).toContain('permission `deployments: read`');
  }, 120_000);
});

describe('plan', () => {
  const plan = (wish: Partial<JobWish> = {}, deploy = DEPLOY) =>
    bench.promote(
      bench.startJob({ sha: head, ...wish }),
      { mode: 'plan' },
      { '.github/deploy.yml': deploy },
    );

  test('a push to develop builds, deploys to staging and promotes to main', async () => {
    const result = await plan();
    expect(said(result)).toBe('');
    expect(result.outputs).toMatchObject({
      first: 'staging',
      last: '',
      'promote-to': 'main',
      bundle: '',
    });
    expect(result.summary).toContain('**build** → **staging** → **branch main**');
  }, 120_000);

  test('a push to main builds nothing: the bundle is found by the source tree', async () => {
    const bundle = await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    // A merge commit of the same content.
    const merged = await bench.commit('main', { 'app.js': '2' }, base);
    expect(merged).not.toBe(head);
    const result = await plan({ sha: merged, branch: 'main' });
    expect(said(result)).toBe('');
    expect(result.outputs).toMatchObject({ last: 'production', bundle: bundle.id });
    expect(result.summary).toContain('**production (after approval)**');
  }, 120_000);

  test('main with changes that staging never saw is refused, with the commits', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const sha = await bench.commit('main', { 'app.js': '3' }, head);
    const result = await plan({ sha, branch: 'main' });
    expect(result.annotations[0]).toMatchObject({ title: 'bundle-unknown' });
    expect(said(result)).toContain(`${sha.slice(0, 8)} Change app.js`);
  }, 120_000);

  test('an environment that does not exist is refused before GitHub makes it', async () => {
    const deploy = DEPLOY.replaceAll('staging', 'stagging');
    const result = await plan({}, deploy);
    expect(said(result)).toContain('environment-missing: The environment stagging does not exist');
  }, 120_000);

  test('approvals without reviewers are refused', async () => {
    bench.github.setEnvironment('acme/shop', 'production', { reviewers: [] });
    const result = await plan({ branch: 'main' });
    expect(said(result)).toContain('no-reviewers: production requires 1 approval');
  }, 120_000);

  test('who started the run as the only reviewer is refused', async () => {
    const result = await plan({ branch: 'main', actor: 'mona' });
    expect(said(result)).toContain('only-self-review: mona is the only reviewer');
  }, 120_000);

  test('a branch that deploys nothing says what would', async () => {
    const result = await plan({ branch: 'feature' });
    expect(said(result)).toMatch(/Nothing to deploy.*there are push develop, push main/);
  }, 120_000);

  test('without the right to read environments it says what was not checked', async () => {
    const permissions = { contents: 'read', deployments: 'read' } as const;
    const result = await plan({ permissions });
    expect(result.conclusion).toBe('success');
    expect(said(result)).toMatch(/environment staging: not checked, needs `actions: read`/);
  }, 120_000);
});

describe('candidate', () => {
  const files = { '.github/deploy.yml': DEPLOY };
  const inputs = { mode: 'candidate', environment: 'production' };
  const candidate = (wish: Partial<JobWish> = {}) =>
    bench.promote(bench.startJob({ sha: head, branch: 'main', ...wish }), inputs, files);

  test('shows what runs against what would come', async () => {
    const running = await bench.proven({ sha: base, environment: 'production', verdict: 'pass' });
    const bundle = await bench.proven({
      sha: head,
      environment: 'staging',
      verdict: 'pass',
      bundle: await bench.bundleOf(head, '2'),
    });
    const result = await candidate();
    expect(said(result)).toBe('');
    expect(result.outputs.bundle).toBe(bundle.id);
    expect(result.summary).toContain(`\`${running.id}\` runs in production`);
    expect(result.summary).toContain('| image api | `111111111111` | `222222222222` |');
    expect(result.summary).toContain(`\`${head.slice(0, 8)}\` | Change app.js`);
    expect(result.summary).toContain('The gate lets it through.');
  }, 120_000);

  test('an older candidate than what runs is refused', async () => {
    await bench.proven({ sha: head, environment: 'production', verdict: 'pass' });
    await bench.proven({ sha: base, environment: 'staging', verdict: 'pass' });
    const result = await candidate({ sha: base });
    expect(codes(result)).toEqual(expect.arrayContaining(['older-bundle']));
  }, 120_000);

  test('the first one has nothing to be compared with', async () => {
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass' });
    const result = await candidate();
    expect(said(result)).toBe('');
    expect(result.summary).toContain('would be the first');
  }, 120_000);
});

describe('candidate after the approval', () => {
  const enter = async (login?: Login) => {
    await bench.proven({ sha: base, environment: 'production', verdict: 'pass' });
    await bench.proven({ sha: head, environment: 'staging', verdict: 'pass', actor: 'octocat' });
    const job = bench.startJob({ sha: head, branch: 'main', actor: 'octocat' });
    if (login) await bench.approve(job, 'production', login);
    const inputs = { mode: 'candidate', environment: 'production', 'after-approval': 'true' };
    return bench.promote(job, inputs, { '.github/deploy.yml': DEPLOY });
  };
  beforeEach(() => {
    const reviewers = ['mona', 'octocat', 'hubot'];
    bench.github.setEnvironment('acme/shop', 'production', { reviewers });
  });

  test('somebody else’s approval counts', async () => {
    const result = await enter('hubot');
    expect(said(result)).toBe('');
    expect(requests(result)).toBeLessThanOrEqual(20);
  }, 120_000);

  test('who started the run cannot approve it', async () => {
    const result = await enter('octocat');
    expect(codes(result)).toEqual(['self-approval']);
    expect(said(result)).toContain('octocat (started this run)');
  }, 120_000);

  test('who wrote what comes cannot approve it', async () => {
    const result = await enter('mona');
    expect(codes(result)).toEqual(['self-approval']);
    expect(said(result)).toMatch(/mona \(wrote commit [0-9a-f]{8}\)/);
  }, 120_000);

  test('without reviewers nobody approved: refused', async () => {
    const result = await enter();
    expect(codes(result)).toEqual(['approval-missing']);
  }, 120_000);
});

describe('bad input', () => {
  test('all of it is said at once, by name', async () => {
    const result = await toMain({
      mode: 'prove',
      to: 'main',
      'e2e-retries': '99',
      'min-success': '200%',
      soak: '9h',
      probes: '[{ path: health }]',
      require: '{ approval: 1 }',
      'e2e-env': 'no equals sign',
    });
    const names = result.annotations.map(
      ({ message }) => /^Input ([a-z0-9-]+):/.exec(message)?.[1],
    );
    expect(names.toSorted()).toEqual([
      ...['e2e-env', 'e2e-retries', 'min-success', 'namespace', 'probes', 'release', 'require'],
      ...['soak', 'to'],
    ]);
  }, 120_000);

  test('a bundle that was changed on its way is refused', async () => {
    const bundle = await bench.bundleOf(head);
    const forged = JSON.stringify(bundle).replaceAll('1'.repeat(64), '9'.repeat(64));
    const result = await toMain({ bundle: forged });
    expect(result.annotations[0]).toMatchObject({ title: 'bundle-invalid' });
  }, 120_000);
});
