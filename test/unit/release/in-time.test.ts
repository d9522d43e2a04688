import { inTime, notAfter } from '../../../src/release/in-time.ts';
import { systemClock } from '../../../src/tools/clock.ts';
import { stall } from '../../support/stall.ts';

/** What an I/O turn brings that is due as soon as we do not stand still any more. */
const afterOurStall = (ms: number): Promise<string> =>
  new Promise((resolve) => {
    setImmediate(() => {
      stall(ms);
      setImmediate(() => resolve('it came'));
    });
  });

test('work that is done in time is what it comes to', async () => {
  const never = new AbortController().signal;
  expect(await inTime(Promise.resolve('done'), never)).toBe('done');
  await expect(inTime(Promise.reject(new Error('no')), never)).rejects.toThrow('no');
});

test('work that is not done in time is given up', async () => {
  const work = new Promise(() => {});
  await expect(inTime(work, AbortSignal.timeout(20))).rejects.toThrow('no answer in time');
  await expect(inTime(work, AbortSignal.abort())).rejects.toThrow('no answer in time');
});

test('what came while we stood still is in time', async () => {
  expect(await inTime(afterOurStall(200), AbortSignal.timeout(100))).toBe('it came');
});

test('a wait that we stood still in ends after what came in', async () => {
  let came = '';
  const body = afterOurStall(200).then((said) => {
    came = said;
  });
  await notAfter(systemClock.elapsed() + 100, body, systemClock);
  expect(came).toBe('it came');
});
