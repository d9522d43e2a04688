import { openCgroup } from './cluster/cgroup.ts';
import { startApi, startNodeAndDns } from './cluster/cluster.ts';
import { pushClusterImages } from './cluster/images.ts';
import { openPki } from './cluster/pki.ts';
import { startEngine } from './engine/engine.ts';
import { saveEnvironment } from './environment.ts';
import { mirrorStorage } from './images/mirror.ts';
import { writeAuthentication } from './issuer/authentication.ts';
import { startIssuer } from './issuer/issuer.ts';
import { startEgress } from './network/egress.ts';
import { openNetwork } from './network/namespace.ts';
import { startRegistries } from './registry/registries.ts';
import { prepareTools, type Tools } from './tools/tools.ts';
import { withLock } from './world/cache.ts';
import { claim } from './world/claim.ts';
import type { Progress } from './world/progress.ts';
import { together } from './world/together.ts';
import { upLock, type World } from './world/world.ts';

/**
 * Brings the sandbox up, whatever state it is in: what runs is left alone, what is missing or has
 * died is started. Two at once are safe: the second waits and then finds everything running.
 */
export async function ensureUp(world: World, progress: Progress): Promise<void> {
  await withLock(upLock(world), async () => {
    await claim(world);
    const [tools] = await progress.step('tools', () =>
      // The images wait for the disk while Kubernetes waits for the processor.
      together([prepareTools(world, progress), mirrorStorage(progress)]),
    );
    await progress.step('network', async () => {
      await openCgroup(world);
      await openNetwork(world);
      await startEgress(world, tools.node.commands);
      await openPki(world);
    });
    const [images] = await together([
      progress.step('registries', async () => {
        await startRegistries(world, progress);
        return pushClusterImages(world, tools.kubernetes, progress);
      }),
      progress.step('build engine', () => startEngine(world, tools.node, progress)),
      startIssuerAndApi(world, tools, progress),
    ]);
    await startNodeAndDns(world, tools, images, progress);
    await saveEnvironment(world, tools);
  });
}

/** The API server asks the issuer for its keys when it starts. */
async function startIssuerAndApi(world: World, tools: Tools, progress: Progress): Promise<void> {
  await startIssuer(world, progress);
  await writeAuthentication(world);
  await startApi(world, tools, progress);
}
