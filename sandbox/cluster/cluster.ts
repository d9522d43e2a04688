import type { Tools } from '../tools/tools.ts';
import { daemonAlive } from '../world/daemons.ts';
import type { Progress } from '../world/progress.ts';
import { together } from '../world/together.ts';
import type { World } from '../world/world.ts';
import { connectApi } from './api.ts';
import { conditionTrue } from './condition.ts';
import { startContainerd } from './containerd.ts';
import { startControlPlane } from './control-plane.ts';
import { applyDns, DNS_DEPLOYMENT, dnsAnswers } from './dns.ts';
import { writeKubeconfigs } from './kubeconfig.ts';
import { startNode } from './node.ts';

/** Starts Kubernetes without a node, and containerd; needs neither registry nor images. */
export async function startApi(world: World, tools: Tools, progress: Progress): Promise<void> {
  await writeKubeconfigs(world);
  await together([
    progress.step('API server', () => startControlPlane(world, tools.kubernetes)),
    progress.step('containerd', () => startContainerd(world, tools.node)),
  ]);
}

/** Adds the node and the cluster's DNS; returns when the node takes pods and names are answered. */
export async function startNodeAndDns(
  world: World,
  tools: Tools,
  images: { readonly dns: string },
  progress: Progress,
): Promise<void> {
  const api = await connectApi(world);
  try {
    await progress.step('node', async () => {
      // What the API says of a node may be from before it went down.
      const since = (await daemonAlive(world, 'kubelet')) ? undefined : Date.now();
      await startNode(world, tools);
      await Promise.all([
        applyDns(world, api, images.dns),
        conditionTrue(api, `/api/v1/nodes/${world.nodeName}`, 'Ready', since),
      ]);
    });
    await progress.step('cluster DNS', async () => {
      await conditionTrue(api, DNS_DEPLOYMENT, 'Available');
      await dnsAnswers(world, 30);
    });
  } finally {
    api.close();
  }
}
