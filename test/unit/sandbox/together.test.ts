import { setTimeout as sleep } from 'node:timers/promises';
import { together } from '../../../sandbox/world/together.ts';

test('gives the values in order', async () => {
  expect(await together([sleep(5, 'a'), Promise.resolve(2)])).toEqual(['a', 2]);
});

test('throws the failure only when nothing runs any more', async () => {
  let running = true;
  const slow = sleep(20).then(() => {
    running = false;
  });
  await expect(together([Promise.reject(new Error('port in use')), slow])).rejects.toThrow('port');
  expect(running).toBe(false);
});
