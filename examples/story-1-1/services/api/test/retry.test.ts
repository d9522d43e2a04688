import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestDelay, untilDone } from '../src/retry.ts';

test('pauses grow to two seconds and no further', () => {
  assert.deepEqual([1, 2, 3, 6, 60].map(longestDelay), [250, 500, 1_000, 2_000, 2_000]);
});

test('it tries again until it succeeds, and reports each failure', async () => {
  const failures: string[] = [];
  let calls = 0;
  const result = await untilDone(
    async () => {
      calls += 1;
      if (calls < 3) throw new Error(`no ${calls}`);
      return 'connected';
    },
    (error, attempt) => failures.push(`${attempt}: ${error}`),
    new AbortController().signal,
  );
  assert.equal(result, 'connected');
  assert.deepEqual(failures, ['1: Error: no 1', '2: Error: no 2']);
});

test('a stop ends the pause', async () => {
  const stop = new AbortController();
  const never = untilDone(
    () => Promise.reject(new Error('away')),
    () => stop.abort(),
    stop.signal,
  );
  await assert.rejects(never, { name: 'AbortError' });
});
