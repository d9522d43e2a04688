import type { CheckRun } from '../../../src/http/github/facts.ts';
import { awaitChecks, type WaitPorts } from '../../../src/records/checks.ts';
import { memoryGitHub } from './memory-github.ts';

type Found = (at: number, pass: (ms: number) => void) => readonly string[];

/** Waits for `quality` at most 10 min; `found` are the checks that are green by a time. */
async function wait(found: Found, cancelled = new AbortController().signal) {
  let now = 0;
  const pass = (ms: number): void => {
    now += ms;
  };
  const ports: WaitPorts = {
    elapsed: () => now,
    sleep: async (ms) => pass(ms),
    info: () => {},
    cancelled,
  };
  const checks = async () =>
    found(now, pass).map(
      (name) => ({ name, status: 'completed', conclusion: 'success' }) as CheckRun,
    );
  const { github } = memoryGitHub({ checks });
  const states = await awaitChecks(github, 'a'.repeat(40), ['quality'], 600_000, ports);
  return { states, waited: now };
}

test('a check that appears within a minute is waited for', async () => {
  const { states, waited } = await wait((at) => (at < 40_000 ? [] : ['quality']));
  expect(states).toEqual({ quality: 'success' });
  expect(waited).toBe(40_000);
});

test('one that does not appear is missing', async () => {
  const { states, waited } = await wait(() => []);
  expect([states, waited]).toEqual([{}, 60_000]);
});

test('one that appeared while an older answer was on its way is seen', async () => {
  const { states } = await wait((at, pass) => {
    if (at < 10_000) pass(70_000);
    return at < 10_000 ? [] : ['quality'];
  });
  expect(states).toEqual({ quality: 'success' });
});

test('a cancel ends the wait', async () => {
  expect((await wait(() => [], AbortSignal.abort())).waited).toBe(0);
});
