// Needs the sandbox: releases are left pending by helm 3.18 and 4.2 that were really killed.
import { type ClaimBench, type Major, openClaimBench } from '../support/claim-bench.ts';
import { HELD, letGo } from '../support/held-pods.ts';
import { makeNamespace } from '../support/namespace.ts';
import { testSandbox } from '../support/sandbox.ts';
import { expectPage } from '../support/served.ts';

let bench: ClaimBench;

beforeAll(async () => {
  bench = await openClaimBench('claim');
}, 900_000);

afterAll(() => bench?.close());

/** Helm waits for it until it is killed. */
const NEVER_READY = 'warmUpSeconds: 3600\n';

const ours = (run: string, revision: number): readonly string[] => [
  '--labels',
  `deploy-actions/run=${run},deploy-actions/for-revision=${revision}`,
];

const answer = (release: string): Promise<string> =>
  bench.namespace.kubectl(
    'get',
    '--raw',
    `/api/v1/namespaces/${bench.namespace.name}/services/${release}/proxy/`,
  );

/** The words after `helm` of the command that a refusal names. */
const command = (hint: string, verb: string): readonly string[] =>
  (new RegExp(`helm (${verb} [^,.(]*)`).exec(hint)?.[1] ?? '').trim().split(' ');

/** What a claim was refused with. */
const refusal = async (
  claim: Promise<unknown>,
): Promise<{ code: string; message: string; hint: string }> =>
  claim.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: { code: string; message: string; hint: string }) => error,
  );

describe.each<[Major]>([['v3'], ['v4']])('helm %s, killed', (major) => {
  const name = (text: string): string => `${text}-${major}`;
  const install = (release: string, values = '', more: readonly string[] = []) =>
    bench.helm(major, bench.upgradeArgs(release, values, more));

  test('in an upgrade: settled, what was live serves on, the next upgrade works', async () => {
    const release = name('upgrade');
    const run = bench.startRun();
    await install(release, 'text: one\n', ours('1.1', 1));
    await expectPage({ page: answer }, release, 'one');
    const next = bench.upgradeArgs(
      release,
      `text: two\nbig: 12345678901234567890\n${NEVER_READY}`,
      ours(run.name, 2),
    );
    await bench.killAt(major, next, { release, status: 'pending-upgrade' });
    const before = await bench.record(release, 2);
    run.end();

    const claimed = await bench.claim({ release });
    expect(claimed.recovered).toEqual({ revision: 2, from: 'pending-upgrade', owner: run.name });
    expect(claimed.said).toEqual([
      `Revision 2 is pending-upgrade: run ${run.name} is over. It is set to failed`,
    ]);
    expect(await bench.history(release)).toEqual(['1:deployed', '2:failed']);
    const after = await bench.record(release, 2);
    const description = `Interrupted: run ${run.name} never ended it; set to failed by run 900.1`;
    expect(after?.raw).toEqual({
      ...before?.raw,
      info: { ...before?.raw.info, status: 'failed', description },
    });
    expect(await bench.helm(major, ['history', release])).toContain('Interrupted: run');
    expect(await answer(release)).toBe('one\n');

    await install(release, 'text: three\n', ours('900.1', 3));
    expect(await bench.history(release)).toEqual(['1:superseded', '2:failed', '3:deployed']);
    await expectPage({ page: answer }, release, 'three');
  }, 240_000);

  test('in a first install: settled, and upgrade --install goes on from there', async () => {
    const release = name('install');
    const first = bench.upgradeArgs(release, NEVER_READY, ours('local.ann', 1));
    await bench.killAt(major, first, { release, status: 'pending-install' });
    const claimed = await bench.claim({ release });
    expect(claimed.recovered).toMatchObject({ from: 'pending-install', owner: 'local.ann' });
    await install(release, 'text: two\n', ours('900.1', 2));
    expect(await bench.history(release)).toEqual(['1:failed', '2:deployed']);
    await expectPage({ page: answer }, release, 'two');
  }, 240_000);

  test('in a rollback that we announced: settled; one of others is refused', async () => {
    const release = name('rollback');
    // Its pods that come again are let by nobody: helm waits for the target.
    const first = install(release, `text: one\n${HELD}`, ours('1.1', 1));
    await letGo(bench.namespace, release, first);
    await install(release, 'text: two\n', ours('2.1', 2));
    const back = ['rollback', release, '1', '--wait'];
    await bench.killAt(major, back, { release, status: 'pending-rollback' });
    // Helm copied the labels of revision 1: they do not count.
    const refused = await refusal(bench.claim({ release }));
    expect(refused).toMatchObject({ code: 'release-pending' });
    expect(refused.hint).toContain(`helm rollback ${release} 2 --namespace`);

    await bench.announceUndo(release, 3, '77.1');
    const claimed = await bench.claim({ release });
    expect(claimed.recovered).toEqual({ revision: 3, from: 'pending-rollback', owner: '77.1' });
    await install(release, 'text: three\n', ours('900.1', 4));
    expect(await bench.history(release)).toEqual([
      ...['1:superseded', '2:superseded', '3:failed', '4:deployed'],
    ]);
    await expectPage({ page: answer }, release, 'three');
  }, 240_000);

  test('in an upgrade of others that copied our labels: not touched, and the command helps', async () => {
    const release = name('foreign');
    const run = bench.startRun();
    await install(release, 'text: one\n', ours(run.name, 1));
    await expectPage({ page: answer }, release, 'one');
    run.end();
    const theirs = bench.upgradeArgs(release, NEVER_READY);
    await bench.killAt(major, theirs, { release, status: 'pending-upgrade' });
    const secret = `sh.helm.release.v1.${release}.v2`;
    const read = () => bench.namespace.get<{ metadata: Metadata }>('secret', secret);
    const before = await read();
    expect(before.metadata.labels).toMatchObject({
      'deploy-actions/run': run.name,
      'deploy-actions/for-revision': '1',
    });

    const refused = await refusal(bench.claim({ release }));
    expect(refused).toMatchObject({ code: 'release-pending' });
    expect(refused.message).toContain('Revision 2 of');
    const young = await refusal(bench.claim({ release, recover: 'foreign', patience: 0 }));
    expect(young.message).toContain('too young');
    expect((await read()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);

    await bench.helm(major, command(refused.hint, 'rollback').slice(0, 3));
    expect((await bench.history(release)).at(-1)).toBe('3:deployed');
    expect(await answer(release)).toBe('one\n');
  }, 240_000);

  test('in an upgrade of others, long ago, with recover: foreign: settled', async () => {
    const release = name('old');
    await install(release, 'text: one\n');
    const theirs = bench.upgradeArgs(release, NEVER_READY);
    await bench.killAt(major, theirs, { release, status: 'pending-upgrade' });
    const claimed = await bench.claim({ release, recover: 'foreign', ahead: 7 * 60_000 });
    expect(claimed.recovered).toEqual({ revision: 2, from: 'pending-upgrade', owner: '' });
    await install(release, 'text: two\n');
    await expectPage({ page: answer }, release, 'two');
  }, 240_000);

  test('a helm that outlives its run cannot call its revision deployed', async () => {
    const release = name('outlives');
    await install(release, 'text: one\n', ours('1.1', 1));
    const next = bench.upgradeArgs(release, `text: two\n${HELD}`, ours('2.1', 2));
    const refused = refusal(bench.helm(major, next));
    while (!(await bench.history(release)).includes('2:pending-upgrade')) {}
    await bench.claim({ release });
    const { message } = await letGo(bench.namespace, release, refused);
    expect(message).toContain('immutable');
    expect((await bench.history(release)).at(-1)).toBe('2:failed');
    await install(release, 'text: three\n', ours('900.1', 3));
    expect((await bench.history(release)).slice(1)).toEqual(['2:failed', '3:deployed']);
  }, 240_000);

  test('a settled revision hinders no helm: shown, rolled past, pruned, uninstalled', async () => {
    const release = name('sealed');
    await install(release, 'text: one\n');
    const next = bench.upgradeArgs(release, NEVER_READY, ours('1.1', 2));
    await bench.killAt(major, next, { release, status: 'pending-upgrade' });
    await bench.claim({ release });
    expect(await bench.helm(major, ['get', 'values', release, '--revision', '2'])).toContain(
      '3600',
    );
    // It is the newest: helm writes `superseded` or `uninstalled` into what it replaces.
    await bench.helm(major, ['rollback', release, '1', '--wait']);
    expect(await bench.history(release)).toEqual(['1:superseded', '2:failed', '3:deployed']);
    for (const text of ['two', 'three', 'four']) {
      await install(release, `text: ${text}\n`, ['--history-max', '3']);
    }
    expect((await bench.history(release)).map((text) => text.split(':')[0])).toEqual([
      ...['4', '5', '6'],
    ]);
    const again = bench.upgradeArgs(release, NEVER_READY, ours('1.1', 7));
    await bench.killAt(major, again, { release, status: 'pending-upgrade' });
    await bench.claim({ release });
    await bench.helm(major, ['uninstall', release]);
    expect(await bench.history(release)).toEqual([]);
  }, 240_000);

  test('in an uninstall: refused, and the command ends it', async () => {
    const release = name('uninstall');
    await install(release, 'finalizer: acme.example/held\n');
    const uninstall = ['uninstall', release, '--wait'];
    await bench.killAt(major, uninstall, { release, status: 'uninstalling' });
    const refused = await refusal(bench.claim({ release }));
    expect(refused).toMatchObject({ code: 'release-pending' });
    const free = '{"metadata":{"finalizers":null}}';
    await bench.namespace.kubectl('patch', 'configmap', `${release}-held`, '-p', free);
    await bench.helm(major, command(refused.hint, 'uninstall').slice(0, 2));
    expect(await bench.history(release)).toEqual([]);
    await install(release, 'text: again\n');
    await expectPage({ page: answer }, release, 'again');
  }, 240_000);
});

interface Metadata {
  readonly resourceVersion: string;
  readonly uid: string;
  readonly labels: Readonly<Record<string, string>>;
}

describe('a run that is alive on GitHub', () => {
  test('is waited for, and named when the time is over', async () => {
    const release = 'alive';
    const run = bench.startRun();
    const first = bench.upgradeArgs(release, NEVER_READY, ours(run.name, 1));
    await bench.killAt('v4', first, { release, status: 'pending-install' });
    const refused = await refusal(bench.claim({ release, patience: 2000 }));
    expect(refused.message).toContain(`run ${run.name} made it and is not over`);
    expect(refused.message).toContain(`/acme/shop/actions/runs/${run.name.split('.')[0]}/`);
    expect(await bench.history(release)).toEqual(['1:pending-install']);

    const waiting = bench.claim({ release });
    run.end();
    expect((await waiting).recovered?.owner).toBe(run.name);
  }, 240_000);

  test('is not waited for when it is an earlier attempt of our own', async () => {
    const release = 'attempt';
    const first = bench.upgradeArgs(release, NEVER_READY, ours('900.1', 1));
    await bench.killAt('v4', first, { release, status: 'pending-install' });
    const claimed = await bench.claim({ release, run: '900.2' });
    expect(claimed.recovered?.owner).toBe('900.1');
  }, 240_000);
});

describe('a hook of a killed helm', () => {
  interface Job {
    readonly metadata: Metadata;
    readonly status: {
      readonly active?: number;
      readonly ready?: number;
      readonly succeeded?: number;
    };
  }
  const job = (release: string) => bench.namespace.get<Job>('job', `${release}-migrate`);

  /** Kills helm while the hook has so many pods. */
  const killInHook = async (
    release: string,
    values: string,
    pods: 'active' | 'ready' = 'ready',
  ): Promise<Job> => {
    await bench.helm('v4', bench.upgradeArgs(release, 'text: one\n'));
    const next = bench.upgradeArgs(release, `text: two\n${values}`, ours('1.1', 2));
    const atWork = async (): Promise<boolean> =>
      (await job(release).catch(() => undefined))?.status[pods] === 1;
    await bench.killAt('v4', next, { release, status: 'pending-upgrade', also: atWork });
    return job(release);
  };

  test('that runs is waited for and never deleted', async () => {
    const release = 'migrates';
    const hook = 'hook: while ! test -e /tmp/go; do sleep 1; done\n';
    const before = await killInHook(release, hook);
    const waits = Promise.withResolvers<void>();
    const claiming = bench.claim({
      ...{ release, patience: 150_000 },
      heard: (line) => void (line.startsWith('Waiting: hook ') && waits.resolve()),
    });
    await Promise.race([waits.promise, claiming]);
    await bench.namespace.kubectl('exec', `job/${release}-migrate`, '--', 'touch', '/tmp/go');
    const claimed = await claiming;
    expect(claimed.said.at(-1)).toBe(
      `Waiting: hook Job/${release}-migrate of an earlier revision still runs`,
    );
    const after = await job(release);
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(after.status.succeeded).toBe(1);
  }, 240_000);

  test('that runs longer than we wait is refused by name, and runs on', async () => {
    const release = 'hangs';
    const before = await killInHook(release, 'hook: sleep 3600\n');
    const refused = await refusal(bench.claim({ release, patience: 3000 }));
    expect(refused.code).toBe('hook-running');
    expect(refused.message).toContain(`${release}-migrate`);
    // The record is settled all the same: what is left is the Job.
    expect((await bench.history(release)).at(-1)).toBe('2:failed');
    const after = await job(release);
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(after.status.active).toBe(1);
  }, 240_000);

  test('that is a Pod in another namespace is waited for, too', async () => {
    const [release, other] = ['elsewhere', await makeNamespace(await testSandbox(), 'claim-hook')];
    const pod = () =>
      other.get<{ readonly metadata: Metadata; readonly status: { readonly phase: string } }>(
        'pod',
        `${release}-migrate`,
      );
    try {
      await bench.helm('v4', bench.upgradeArgs(release, 'text: one\n'));
      const hook = `podHook: { command: sleep 3600, namespace: ${other.name} }\n`;
      await bench.killAt('v4', bench.upgradeArgs(release, hook, ours('1.1', 2)), {
        release,
        status: 'pending-upgrade',
        also: async () => (await pod().catch(() => undefined))?.status.phase === 'Running',
      });
      const { uid } = (await pod()).metadata;
      const refused = await refusal(bench.claim({ release, patience: 3000 }));
      expect(refused.message).toBe(`Hook Pod/${release}-migrate of an earlier revision still runs`);
      expect(refused.hint).toContain(
        `kubectl delete pod/${release}-migrate --namespace ${other.name}`,
      );
      expect(await pod()).toMatchObject({ metadata: { uid }, status: { phase: 'Running' } });
      await other.kubectl('delete', 'pod', `${release}-migrate`);
      expect((await bench.claim({ release })).said).toEqual([]);
    } finally {
      await other.drop();
    }
  }, 240_000);

  test('that cannot start is no reason to wait', async () => {
    const release = 'stuck';
    await killInHook(release, 'hook: "true"\nhookImage: busybox:no-such-tag\n', 'active');
    const started = performance.now();
    await bench.claim({ release });
    expect(performance.now() - started).toBeLessThan(60_000);
    await bench.helm('v4', bench.upgradeArgs(release, 'text: two\nhook: "true"\n'));
    await expectPage({ page: answer }, release, 'two');
  }, 240_000);
});
