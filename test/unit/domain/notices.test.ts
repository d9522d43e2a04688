import {
  EMPTY_BOARD,
  isLongGone,
  mayEnter,
  withHold,
  withHolder,
  withoutReject,
  withReject,
  withStopRequest,
} from '../../../src/domain/notices.ts';

const at = '2026-11-21T10:00:00.000Z';
const note = { reason: 'errors', at, run: '7.1' };
const hold = { ...note, by: 'bob' };
const reject = { ...note, bundle: 'bdl-a' };
const holder = { run: '1.1', action: 'helm-deploy', token: 't', renewedAt: at };

test('an empty board lets everything in', () => {
  expect(mayEnter(EMPTY_BOARD, 'bdl-a')).toEqual({ allowed: true });
});

test('a hold keeps every bundle out, and says who set it and why', () => {
  const entry = mayEnter(withHold(EMPTY_BOARD, hold), '');
  expect(entry).toMatchObject({ allowed: false, reason: expect.stringContaining('bob') });
  expect(mayEnter(withHold(withHold(EMPTY_BOARD, hold), undefined), '')).toEqual({ allowed: true });
});

test('a reject keeps its own bundle out and no other', () => {
  const board = withReject(EMPTY_BOARD, reject);
  expect(mayEnter(board, 'bdl-a')).toMatchObject({ allowed: false });
  expect(mayEnter(board, 'bdl-b')).toEqual({ allowed: true });
  expect(mayEnter(withoutReject(board, 'bdl-a'), 'bdl-a')).toEqual({ allowed: true });
});

test('a bundle that is rejected again stands there once, with the newest reason', () => {
  const board = withReject(withReject(EMPTY_BOARD, reject), { ...reject, reason: 'again' });
  expect(board.rejects).toEqual([{ ...reject, reason: 'again' }]);
});

test('the list of rejects stays short', () => {
  const board = Array.from({ length: 60 }, (_, i) => ({ ...reject, bundle: `bdl-${i}` })).reduce(
    withReject,
    EMPTY_BOARD,
  );
  expect(board.rejects).toHaveLength(50);
  expect(board.rejects.at(-1)?.bundle).toBe('bdl-59');
});

test('a request to stop is for the holder it found: the next one starts without it', () => {
  const asked = withStopRequest(withHolder(EMPTY_BOARD, holder), note);
  expect(withHolder(asked, { ...holder, token: 'u' })).not.toHaveProperty('stopRequest');
  expect(withHolder(asked, undefined)).toEqual({ rejects: [] });
});

test.each([
  [0, false],
  [89_000, false],
  [91_000, true],
])('a holder that is silent for %d ms of our clock is gone: %s', (silentMs, gone) => {
  expect(isLongGone(holder, Date.parse(at) + silentMs)).toBe(gone);
});

test('a time nobody can read is a holder that is gone', () => {
  expect(isLongGone({ ...holder, renewedAt: 'x' }, 0)).toBe(true);
});
