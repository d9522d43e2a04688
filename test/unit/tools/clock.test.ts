import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { limit, systemClock } from '../../../src/tools/clock.ts';
import { stall } from '../../support/stall.ts';

const { every, sleep } = systemClock;

/** Says `word` to itself over a socket, then stands still with it unread. */
async function stallWithUnread(word: string, ms: number): Promise<() => string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  let said = '';
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.on('data', (chunk) => {
    said += chunk;
    reader.destroy();
    server.close();
  });
  const [writer] = (await accepted) as [Socket];
  setImmediate(() => writer.write(word, () => stall(ms)));
  return () => said;
}

test('a pause that we stood still in ends after what came in was read', async () => {
  const said = await stallWithUnread('word', 200);
  await sleep(100);
  expect(said()).toBe('word');
});

test('a round that we stood still in comes after what came in was read', async () => {
  const said = await stallWithUnread('word', 200);
  const heard: string[] = [];
  const end = every(100, async () => void heard.push(said()));
  await sleep(100);
  await new Promise(setImmediate);
  end();
  expect(heard[0]).toBe('word');
});

test('what we stood still is made up for, at most once more', async () => {
  const began = performance.now();
  setImmediate(() => stall(1000));
  await sleep(300);
  expect(performance.now() - began).toBeGreaterThanOrEqual(1290);
});

test('a pause that is not disturbed takes what it should', async () => {
  const began = performance.now();
  await sleep(50);
  expect(performance.now() - began).toBeGreaterThanOrEqual(49);
});

test('an abort ends a pause early, without an error', async () => {
  const ends = new AbortController();
  const pause = sleep(600_000, ends.signal);
  ends.abort();
  await pause;
  await sleep(600_000, AbortSignal.abort());
});

test('rounds go on after one that failed, and none comes after the end', async () => {
  let rounds = 0;
  const end = every(20, async () => {
    rounds++;
    if (rounds === 3) end();
    throw new Error('no connection');
  });
  while (rounds < 3) await sleep(10);
  await sleep(100);
  expect(rounds).toBe(3);
});

test('a limit calls back once, and not where it was kept', async () => {
  const late: string[] = [];
  limit(20, () => void late.push('over'));
  const kept = limit(20, () => void late.push('kept'));
  kept();
  await sleep(100);
  expect(late).toEqual(['over']);
});
