import { EMPTY_BOARD, type Holder, type Notices } from '../../../src/domain/notices.ts';
import type { Board } from '../../../src/records/board.ts';
import { type LockPorts, takeLock } from '../../../src/release/lock.ts';

const START = Date.parse('2026-11-21T10:00:00Z');
const theirs = (renewedAt: number): Holder => ({
  run: '9.1',
  action: 'helm-deploy',
  token: 'theirs',
  renewedAt: new Date(renewedAt).toISOString(),
});
const mine = { run: '1.1', action: 'rollback', token: 'mine' };

/** A board in memory and a clock that moves when somebody sleeps. */
function world(
  start: Notices,
  onSleep: (board: { now: Notices }, elapsed: number) => void = () => {},
) {
  const state = { now: start };
  let time = 0;
  const rounds: (() => Promise<void>)[] = [];
  const board: Board = {
    read: async () => state.now,
    update: async (change) => {
      state.now = change(state.now) ?? state.now;
      return state.now;
    },
  };
  const said: string[] = [];
  const ports: LockPorts = {
    board,
    now: () => START + time,
    elapsed: () => time,
    sleep: async (ms) => {
      time += ms;
      onSleep(state, time);
    },
    info: (line) => void said.push(line),
    every: (_, body) => {
      rounds.push(body);
      return () => void rounds.splice(0);
    },
  };
  return { ports, state, said, tick: () => Promise.all(rounds.map((round) => round())), rounds };
}

test('a free lock is taken, renewed and given back', async () => {
  const { ports, state, tick, rounds } = world(EMPTY_BOARD);
  const lock = await takeLock({ holder: mine, deadline: 1000 }, ports);
  expect(state.now.holder).toMatchObject(mine);
  await tick();
  expect(lock.stop.aborted).toBe(false);
  await lock.release();
  expect(state.now).toEqual({ rejects: [] });
  expect(rounds).toEqual([]);
});

test('a holder that renews is waited for, said once, and gives way when it is done', async () => {
  const { ports, said, state } = world({ rejects: [], holder: theirs(START) }, (board, elapsed) => {
    board.now = elapsed < 5000 ? { rejects: [], holder: theirs(START + elapsed) } : EMPTY_BOARD;
  });
  await takeLock({ holder: mine, deadline: 60_000 }, ports);
  expect(state.now.holder?.token).toBe('mine');
  expect(said).toEqual(['Waiting: helm-deploy of run 9.1 is at work on this release']);
});

test('at the deadline it gives up, naming the run, and asks for nothing it was not told to', async () => {
  const { ports, state } = world({ rejects: [], holder: theirs(START) }, (board, elapsed) => {
    board.now = { ...board.now, holder: theirs(START + elapsed) };
  });
  await expect(takeLock({ holder: mine, deadline: 3000 }, ports)).rejects.toMatchObject({
    code: 'locked',
    message: 'helm-deploy of run 9.1 is at work on this release',
  });
  expect(state.now).not.toHaveProperty('stopRequest');
});

test('a holder whose lease does not move for its whole duration is gone, whatever its clock says', async () => {
  const ahead = theirs(START + 3_600_000);
  const { ports, state } = world({ rejects: [], holder: ahead });
  await takeLock({ holder: mine, deadline: 60_000 }, ports);
  expect(ports.elapsed()).toBeGreaterThan(30_000);
  expect(ports.elapsed()).toBeLessThan(33_000);
  expect(state.now.holder?.token).toBe('mine');
});

test('a rollback asks the holder to stop, once, with its reason', async () => {
  const { ports, state } = world({ rejects: [], holder: theirs(START) }, (board, elapsed) => {
    board.now = { ...board.now, holder: theirs(START + elapsed) };
  });
  await takeLock({ holder: mine, deadline: 3000, askToStop: 'bad' }, ports).catch(() => {});
  expect(state.now.stopRequest).toMatchObject({ reason: 'bad', run: '1.1' });
});

test.each([
  [
    'another run asks it to stop',
    (now: Notices) => ({ ...now, stopRequest: { reason: 'x', run: '2', at: '' } }),
  ],
  ['it lost the lock', (now: Notices) => ({ ...now, holder: theirs(START) })],
])('the work is told to end when %s', async (_, change) => {
  const { ports, state, tick } = world(EMPTY_BOARD);
  const lock = await takeLock({ holder: mine, deadline: 1000 }, ports);
  state.now = change(state.now);
  await tick();
  expect(lock.stop.aborted).toBe(true);
});

test('giving back leaves the lock of another holder alone', async () => {
  const { ports, state } = world(EMPTY_BOARD);
  const lock = await takeLock({ holder: mine, deadline: 1000 }, ports);
  state.now = { rejects: [], holder: theirs(START) };
  await lock.release();
  expect(state.now.holder?.token).toBe('theirs');
});
