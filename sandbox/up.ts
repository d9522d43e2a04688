import { join } from 'node:path';
import { startCluster } from './cluster/cluster.ts';
import { pushClusterImages } from './cluster/images.ts';
import { caFile, issueCertificate, openPki } from './cluster/pki.ts';
import { saveEnvironment } from './environment.ts';
import { startEgress } from './network/egress.ts';
import { openNetwork } from './network/namespace.ts';
import { startRegistry } from './registry/registry.ts';
import { prepareTools, type Tools } from './tools/tools.ts';
import { withLock } from './world/cache.ts';
import type { Progress } from './world/progress.ts';
import type { World } from './world/world.ts';

/**
 * Brings the sandbox up, whatever state it is in: what runs is left alone, what is missing or has
 * died is started. Two at once are safe: the second waits and then finds everything running.
 */
export async function ensureUp(world: World, progress: Progress): Promise<void> {
  await withLock(join(world.folder, 'up.lock'), async () => {
    const tools = await progress.step('tools', () => prepareTools(world, progress));
    await progress.step('network', async () => {
      await openNetwork(world);
      await startEgress(world, tools.node.commands);
    });
    await progress.step('certificates', () => openPki(world));
    await progress.step('registry', () => startRegistries(world, tools, progress));
    await startCluster(world, tools, progress);
    await saveEnvironment(world, tools);
  });
}

async function startRegistries(world: World, tools: Tools, progress: Progress): Promise<void> {
  for (const [name, address] of [
    ['registry', world.registry],
    ['mirror', world.mirror],
  ] as const) {
    const { cert, key } = await issueCertificate(world, { name, ips: [world.nodeIp] });
    const certificate = { certFile: cert, keyFile: key };
    await startRegistry(world, { name, address, certificate, caFile: caFile(world) }, progress);
  }
  await pushClusterImages(world, tools.kubernetes, progress);
}
