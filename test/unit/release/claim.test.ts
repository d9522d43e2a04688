import type { OpenHook, OpenHooks } from '../../../src/cluster/open-hooks.ts';
import type { Owner } from '../../../src/domain/claim.ts';
import { type Revision, readHistory } from '../../../src/domain/history.ts';
import { EMPTY_BOARD } from '../../../src/domain/notices.ts';
import type { HookRef } from '../../../src/domain/open-hook.ts';
import { type ClaimPorts, claimRelease } from '../../../src/release/claim.ts';

const input = {
  ...{ release: 'web', namespace: 'shop', run: '900.1', recover: 'own' as const },
  deadline: 30_000,
};

const revision = (number: number, status: string, run = ''): Revision | undefined =>
  readHistory([
    {
      labels: {
        version: String(number),
        status,
        ...(run && { 'deploy-actions/run': run, 'deploy-actions/for-revision': String(number) }),
      },
    },
  ])[0];

const MIGRATE: HookRef = { kind: 'Job', namespace: 'shop', name: 'migrate' };

interface World {
  /** The newest revision by time. */
  readonly newest: (elapsed: number) => Revision | undefined;
  readonly owner?: (elapsed: number) => Owner['state'];
  readonly hooks?: (elapsed: number) => readonly OpenHook[];
  /** Kinds that may not be listed. */
  readonly hidden?: OpenHooks['hidden'];
  /** The hooks of every revision. */
  readonly record?: readonly HookRef[];
  readonly writtenAt?: number;
  /** False: helm was quicker. */
  readonly settles?: boolean;
  readonly stopped?: boolean;
}

/** A cluster and a GitHub in memory, and a clock that moves when somebody sleeps. */
function world({ newest, owner = () => 'over', hooks = () => [], hidden = [], ...more }: World) {
  const seen = { settled: [] as string[], asked: 0, said: [] as string[], elapsed: 0 };
  const ports: ClaimPorts = {
    history: async () => {
      const found = newest(seen.elapsed);
      if (!found) return [];
      return seen.settled.length > 0 ? [{ ...found, status: 'failed' }] : [found];
    },
    notices: async () => EMPTY_BOARD,
    owner: async (run) => {
      seen.asked++;
      return { run, state: owner(seen.elapsed), url: 'https://github.com/run' };
    },
    lastChange: async () => more.writtenAt ?? 0,
    settle: async (number, description) => {
      seen.settled.push(`${number}: ${description}`);
      return more.settles ?? true;
    },
    openHooks: async (where) => ({
      hooks: hooks(seen.elapsed).filter(({ namespace }) => namespace === where),
      hidden,
    }),
    hooksOf: async () => more.record ?? [MIGRATE],
    info: (line) => void seen.said.push(line),
    now: () => seen.elapsed,
    elapsed: () => seen.elapsed,
    sleep: async (ms) => {
      seen.elapsed += ms;
    },
    stop: more.stopped ? AbortSignal.abort() : new AbortController().signal,
  };
  return { ports, seen };
}

test('nothing pending: nothing asked, nothing said', async () => {
  const { ports, seen } = world({ newest: () => revision(2, 'deployed') });
  const claimed = await claimRelease(input, ports);
  expect(claimed).toEqual({ history: [revision(2, 'deployed')] });
  expect(seen).toMatchObject({ settled: [], asked: 0, said: [], elapsed: 0 });
});

test('what a dead run left is settled, told, and the new history handed on', async () => {
  const { ports, seen } = world({ newest: () => revision(2, 'pending-upgrade', '12.1') });
  const claimed = await claimRelease(input, ports);
  expect(claimed.recovered).toEqual({ revision: 2, from: 'pending-upgrade', owner: '12.1' });
  expect(claimed.history.at(-1)?.status).toBe('failed');
  expect(seen.settled).toEqual([
    '2: Interrupted: run 12.1 never ended it; set to failed by run 900.1',
  ]);
  expect(seen.said).toEqual([
    'Revision 2 is pending-upgrade: run 12.1 is over. It is set to failed',
  ]);
});

test('an owner that ends its revision while we look is not claimed as recovered', async () => {
  const { ports } = world({ newest: () => revision(2, 'pending-upgrade', '12.1'), settles: false });
  expect(await claimRelease(input, ports)).not.toHaveProperty('recovered');
});

test('a living owner is waited for, asked for now and then, and settled once it is over', async () => {
  const { ports, seen } = world({
    newest: () => revision(2, 'pending-upgrade', '12.1'),
    owner: (elapsed) => (elapsed < 25_000 ? 'alive' : 'over'),
  });
  await claimRelease(input, ports);
  expect(seen.asked).toBe(4);
  expect(seen.said.filter((line) => line.startsWith('Waiting'))).toHaveLength(1);
});

test('a living owner that ends well is not touched', async () => {
  const { ports, seen } = world({
    newest: (elapsed) => revision(2, elapsed < 5000 ? 'pending-upgrade' : 'deployed', '12.1'),
    owner: () => 'alive',
  });
  const claimed = await claimRelease(input, ports);
  expect(claimed.history.at(-1)?.status).toBe('deployed');
  expect(seen.settled).toEqual([]);
});

test('a living owner is refused at the deadline', async () => {
  const { ports, seen } = world({
    newest: () => revision(2, 'pending-upgrade', '12.1'),
    owner: () => 'alive',
  });
  await expect(claimRelease(input, ports)).rejects.toMatchObject({
    code: 'release-pending',
    message: expect.stringContaining('run 12.1 made it and is not over'),
  });
  expect(seen.settled).toEqual([]);
});

test('another’s is refused at once; GitHub is not asked', async () => {
  const { ports, seen } = world({ newest: () => revision(2, 'pending-upgrade') });
  await expect(claimRelease(input, ports)).rejects.toMatchObject({ code: 'release-pending' });
  expect(seen).toMatchObject({ settled: [], asked: 0, elapsed: 0 });
});

test('another’s, with recover: foreign, when nothing was written for long enough', async () => {
  const { ports, seen } = world({ newest: () => revision(2, 'pending-upgrade'), writtenAt: -1e7 });
  const claimed = await claimRelease({ ...input, recover: 'foreign' }, ports);
  expect(claimed.recovered).toEqual({ revision: 2, from: 'pending-upgrade', owner: '' });
  expect(seen.settled[0]).toContain('whoever made it never ended it');
});

test('a cancel ends the wait', async () => {
  const pending = () => revision(2, 'pending-upgrade', '12.1');
  const { ports } = world({ newest: pending, owner: () => 'alive', stopped: true });
  await expect(claimRelease(input, ports)).rejects.toMatchObject({ code: 'cancelled' });
});

describe('hooks of earlier revisions', () => {
  const newest = () => revision(2, 'failed');
  const migrate = (state: OpenHook['state'], more: Partial<HookRef> = {}): OpenHook => ({
    ...MIGRATE,
    ...more,
    state,
  });

  test('one that runs is waited for', async () => {
    const { ports, seen } = world({
      newest,
      hooks: (elapsed) => (elapsed < 20_000 ? [migrate('running')] : []),
    });
    await claimRelease(input, ports);
    expect(seen.elapsed).toBe(20_000);
    expect(seen.said).toEqual(['Waiting: hook Job/migrate of an earlier revision still runs']);
  });

  test('one that runs on is refused, naming it and both commands', async () => {
    const { ports } = world({ newest, hooks: () => [migrate('running')] });
    await expect(claimRelease(input, ports)).rejects.toMatchObject({
      code: 'hook-running',
      message: 'Hook Job/migrate of an earlier revision still runs',
      hint: expect.stringContaining('kubectl delete job/migrate --namespace shop'),
    });
  });

  test('one that never starts holds nobody up for long', async () => {
    const { ports, seen } = world({ newest, hooks: () => [migrate('starting')] });
    await claimRelease(input, ports);
    expect(seen.elapsed).toBe(10_000);
  });

  test('one that was about to start when the answer was made may run when we read it', async () => {
    const { ports, seen } = world({
      newest,
      hooks: (elapsed) =>
        elapsed < 30_000 ? [migrate(elapsed < 2000 ? 'starting' : 'running')] : [],
    });
    const openHooks: ClaimPorts['openHooks'] = async (where) => {
      const answer = await ports.openHooks(where);
      if (seen.elapsed === 1000) seen.elapsed += 12_000;
      return answer;
    };
    await claimRelease({ ...input, deadline: 60_000 }, { ...ports, openHooks });
    expect(seen.elapsed).toBe(30_000);
  });

  test('one that runs, fails and starts again is still at work', async () => {
    const hooks = (elapsed: number) => [migrate(elapsed % 9000 === 0 ? 'running' : 'starting')];
    const { ports } = world({ newest, hooks });
    await expect(claimRelease(input, ports)).rejects.toMatchObject({ code: 'hook-running' });
  });

  test.each([
    ['one that cannot run', migrate('stuck')],
    ['one of another release', migrate('running', { name: 'other' })],
    ['one of another kind', migrate('running', { kind: 'Pod' })],
    ['one of that name elsewhere', migrate('running', { namespace: 'jobs' })],
  ])('%s is no reason to wait', async (_, hook) => {
    const { ports, seen } = world({ newest, hooks: () => [hook] });
    await claimRelease(input, ports);
    expect(seen.elapsed).toBe(0);
  });

  test('one that is a Pod, in a namespace of its own, is waited for', async () => {
    const pod: HookRef = { kind: 'Pod', namespace: 'jobs', name: 'migrate' };
    const { ports } = world({ newest, hooks: () => [migrate('running', pod)], record: [pod] });
    await expect(claimRelease(input, ports)).rejects.toMatchObject({
      message: 'Hook Pod/migrate of an earlier revision still runs',
      hint: expect.stringContaining('kubectl delete pod/migrate --namespace jobs'),
    });
  });

  test('kinds that may not be listed are named once, and what is seen is waited for', async () => {
    const { ports, seen } = world({
      newest,
      hidden: ['Pod'],
      hooks: (elapsed) => (elapsed < 5000 ? [migrate('running')] : []),
    });
    await claimRelease(input, ports);
    expect(seen.said).toEqual([
      'Hooks of earlier revisions in shop: not checked, needs `list` on pods',
      'Waiting: hook Job/migrate of an earlier revision still runs',
    ]);
  });

  test('a record that cannot be read is said, and keeps nobody out', async () => {
    const { ports, seen } = world({ newest });
    const hooksOf = () => Promise.reject(new Error('no gzip'));
    await claimRelease(input, { ...ports, hooksOf });
    expect(seen.said).toEqual(['Hooks of revision 2: not checked: no gzip']);
  });

  test('of a release whose revisions ended well no record is read', async () => {
    const { ports } = world({ newest: () => revision(2, 'deployed') });
    const hooksOf = () => Promise.reject(new Error('read'));
    await claimRelease(input, { ...ports, hooksOf });
  });
});
