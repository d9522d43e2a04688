import type { Cluster } from '../../../src/cluster/connect.ts';
import { ActionError } from '../../../src/errors.ts';
import { openView } from '../../../src/session/view.ts';
import { systemClock } from '../../../src/tools/clock.ts';
import { memoryApi } from '../../support/memory-api.ts';

const broken = (): Promise<never> => Promise.reject(new ActionError('cluster-unreachable', 'gone'));
const dead: Pick<Cluster, 'call' | 'stream'> = { call: broken, stream: broken };

/** A clock on which the longest pause is over soon; cancelled by the returned function. */
function outside() {
  const controller = new AbortController();
  const said: string[] = [];
  const ports = {
    ...systemClock,
    sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 300, signal),
    info: (line: string) => void said.push(line),
    cancelled: controller.signal,
  };
  return { ports, cancel: () => controller.abort() };
}

test('an API server that stops to answer before anything was read does not hold a job for ever', async () => {
  await expect(openView(dead, 'shop', outside().ports)).rejects.toMatchObject({
    code: 'cluster-unreachable',
    message: 'The state of the cluster could not be read within 60 s',
  });
});

test('a cancel does not wait for it', async () => {
  const { ports, cancel } = outside();
  const opened = openView(dead, 'shop', ports);
  cancel();
  await expect(opened).rejects.toMatchObject({ code: 'cancelled' });
});

test('changes are told once for many, and none after the close', async () => {
  const api = memoryApi();
  const view = await openView(api.cluster, 'x', outside().ports);
  await systemClock.sleep(50);
  let told = 0;
  view.onChange(() => told++);
  for (const name of ['a', 'b', 'c']) api.put('pods', name);
  await systemClock.sleep(50);
  expect(told).toBe(1);
  api.put('pods', 'd');
  view.close();
  api.put('pods', 'e');
  await systemClock.sleep(50);
  expect(told).toBe(1);
});
