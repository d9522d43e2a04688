import { existsSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { enter } from '../world/daemons.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';

/** `statfs` type of a namespace file that is really mounted: `NSFS_MAGIC` of linux/magic.h. */
const NSFS = 0x6e736673;

/**
 * Makes the sandbox's own network: a namespace and one veth pair to the machine, which reaches the
 * node by it. Everything else of the machine's network stays as it is. Safe to repeat.
 */
export async function openNetwork(world: World): Promise<void> {
  const { netns, link, hostIp, nodeIp } = world;
  const file = `/run/netns/${netns}`;
  if (existsSync(file) && statfsSync(file).type !== NSFS) await rm(file);
  if (!existsSync(file)) await run(['ip', 'netns', 'add', netns]);
  if (!existsSync(`/sys/class/net/${link.host}`)) {
    const peer = ['peer', 'name', link.inside, 'netns', netns];
    await run(['ip', 'link', 'add', link.host, 'type', 'veth', ...peer]);
  }
  await ipBatch([], [`addr replace ${hostIp}/24 dev ${link.host}`, `link set ${link.host} up`]);
  await ipBatch(
    ['-n', netns],
    [
      'link set lo up',
      `addr replace ${nodeIp}/24 dev ${link.inside}`,
      `link set ${link.inside} up`,
    ],
  );
  // Of the namespace: the node forwards between its pods.
  await run(enter(world, ['sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward']));
}

/** Removes the namespace and with it every device inside, and the machine's end of the link. */
export async function closeNetwork(world: World): Promise<void> {
  const { netns, link } = world;
  // The device goes first: a namespace that some process still holds would keep it alive.
  if (existsSync(`/sys/class/net/${link.host}`)) await run(['ip', 'link', 'del', link.host]);
  if (existsSync(`/run/netns/${netns}`)) await run(['ip', 'netns', 'del', netns]);
}

async function ipBatch(options: readonly string[], commands: readonly string[]): Promise<void> {
  await run(['ip', ...options, '-batch', '-'], { input: `${commands.join('\n')}\n` });
}
