// Needs the sandbox: what watching costs the API server and the runner, and that it ends.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../sandbox/world/run.ts';
import {
  expectSoon,
  type GatewayPlace,
  gatewayPlaces,
  idlePods,
} from '../support/gateway-place.ts';

const places = gatewayPlaces();

test('asks as often for 5 pods as for 100', async () => {
  const place = await places.make();
  await place.namespace.apply(idlePods(...Array.from({ length: 5 }, (_, id) => id)));
  const counted = async (): Promise<number> => {
    const before = place.proxy.requests.length;
    const { watcher, cluster } = await place.watch();
    await sleep(5000);
    await watcher.refresh();
    watcher.close();
    await cluster.close();
    const asked = place.proxy.requests.slice(before);
    expect(new Set(asked.map(({ userAgent }) => userAgent))).toEqual(new Set(['deploy-actions']));
    return asked.length;
  };
  const few = await counted();
  await place.namespace.apply(idlePods(...Array.from({ length: 100 }, (_, id) => id)));
  expect(await counted()).toBe(few);
}, 240_000);

describe('a process that watches', () => {
  /** Runs it to its end, which nobody asks it for. */
  const watching = async ({ kubeconfig, namespace, folder, env }: GatewayPlace) =>
    JSON.parse(
      await run(
        [
          ...[process.execPath, join(import.meta.dirname, '../support/watch-main.ts')],
          ...['--kubeconfig', kubeconfig, '--namespace', namespace.name, '--folder', folder],
        ],
        { env: { ...env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
      ),
    ) as { pods: number; mode: string; said: string[]; peakMemory: number };

  test('with 500 pods needs at most 150 MB, and ends when it is closed', async () => {
    const place = await places.make();
    await place.namespace.apply(idlePods(...Array.from({ length: 500 }, (_, id) => id)));
    // The first run leaves its compiled code: what is shipped has no compiler (of 33 MB) in it.
    await watching(place);
    const seen = await watching(place);
    expect(seen).toMatchObject({ pods: 500, mode: 'watch', said: [] });
    expect(seen.peakMemory).toBeLessThan(150e6);
    await expectSoon(() => place.proxy.streams(), 0);
  }, 240_000);

  test('ends when it is closed while it polls, too', async () => {
    const place = await places.make({ buffers: true });
    expect(await watching(place)).toMatchObject({ pods: 0, mode: 'poll' });
    await expectSoon(() => place.proxy.streams(), 0);
  }, 240_000);
});
