import { createConcurrency } from '../../../sandbox/github/actions/concurrency.ts';
import type { ConcurrencyEntry } from '../../../sandbox/github/actions-backend.ts';
import { createEventLog } from '../../../sandbox/github/event-log.ts';

const now = () => new Date();
const log = createEventLog(now);

function entry(runId: number, more: Partial<ConcurrencyEntry> = {}): ConcurrencyEntry {
  return {
    repository: 'acme/shop',
    group: 'deploy',
    cancelInProgress: false,
    queue: 'single',
    runId,
    holder: '',
    cancel: () => {},
    ...more,
  };
}

/** What a promise came to by now. */
const stateOf = (promise: Promise<string>): Promise<string> =>
  Promise.race([promise, Promise.resolve('waits')]);

describe('a concurrency group', () => {
  test('has one holder; a newcomer waits and takes the place of who waited', async () => {
    const groups = createConcurrency(log, now);
    expect(await groups.enter(entry(1))).toBe('entered');
    const second = groups.enter(entry(2));
    expect(await stateOf(second)).toBe('waits');
    const third = groups.enter(entry(3));
    expect(await second).toBe('cancelled');
    groups.leave(entry(1));
    expect(await third).toBe('entered');
    groups.leave(entry(3));
    expect(groups.groups('acme/shop')).toEqual([]);
  });

  test('with queue: max all wait in order, up to a hundred', async () => {
    const groups = createConcurrency(log, now);
    await groups.enter(entry(0, { queue: 'max' }));
    const waiting = Array.from({ length: 100 }, (_, at) =>
      groups.enter(entry(at + 1, { queue: 'max' })),
    );
    expect(await groups.enter(entry(101, { queue: 'max' }))).toBe('cancelled');
    for (const [at, promise] of waiting.entries()) {
      expect(await stateOf(promise)).toBe('waits');
      groups.leave(entry(at));
      expect(await promise).toBe('entered');
    }
  });

  test('cancel-in-progress ends the holder, and the newcomer waits until it has gone', async () => {
    const groups = createConcurrency(log, now);
    let cancelled = 0;
    const cancel = () => {
      cancelled += 1;
    };
    await groups.enter(entry(1, { cancel }));
    const pending = groups.enter(entry(2));
    const newcomer = groups.enter(entry(3, { cancelInProgress: true }));
    expect(cancelled).toBe(1);
    expect(await pending).toBe('cancelled');
    expect(await stateOf(newcomer)).toBe('waits');
    groups.leave(entry(1));
    expect(await newcomer).toBe('entered');
  });

  test('a holder that leaves while it is being cancelled lets the newcomer in at once', async () => {
    const groups = createConcurrency(log, now);
    const first: ConcurrencyEntry = entry(1, { cancel: () => groups.leave(first) });
    await groups.enter(first);
    expect(await groups.enter(entry(2, { cancelInProgress: true }))).toBe('entered');
  });

  test('names are without case, repositories are apart', async () => {
    const groups = createConcurrency(log, now);
    await groups.enter(entry(1));
    const other = groups.enter(entry(2, { group: 'DEPLOY' }));
    expect(await stateOf(other)).toBe('waits');
    expect(await groups.enter(entry(3, { repository: 'acme/web' }))).toBe('entered');
  });

  test('who gives up waiting is cancelled and forgotten', async () => {
    const groups = createConcurrency(log, now);
    await groups.enter(entry(1));
    const second = groups.enter(entry(2));
    groups.leave(entry(2));
    expect(await second).toBe('cancelled');
    groups.leave(entry(1));
    expect(groups.groups('acme/shop')).toEqual([]);
  });

  test('a job that wants the group of its own workflow would wait for ever: it is cancelled', async () => {
    const groups = createConcurrency(log, now);
    await groups.enter(entry(1));
    expect(await groups.enter(entry(1, { holder: 'deploy' }))).toBe('cancelled');
    // Two jobs of a run may wait for each other.
    await groups.enter(entry(2, { group: 'jobs', holder: 'a' }));
    const second = groups.enter(entry(2, { group: 'jobs', holder: 'b' }));
    groups.leave(entry(2, { group: 'jobs', holder: 'a' }));
    expect(await second).toBe('entered');
  });
});
