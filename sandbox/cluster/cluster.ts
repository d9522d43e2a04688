import { setTimeout as sleep } from 'node:timers/promises';
import type { Tools } from '../tools/tools.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import { type Api, connectApi } from './api.ts';
import { startContainerd } from './containerd.ts';
import { startControlPlane } from './control-plane.ts';
import { applyDns } from './dns.ts';
import { writeKubeconfigs } from './kubeconfig.ts';
import { startNode } from './node.ts';

interface Condition {
  readonly type: string;
  readonly status: string;
}

/** Starts Kubernetes and returns when the node takes pods and the cluster's DNS answers. */
export async function startCluster(world: World, tools: Tools, progress: Progress): Promise<void> {
  await writeKubeconfigs(world);
  await Promise.all([
    progress.step('API server', () => startControlPlane(world, tools.kubernetes)),
    startContainerd(world, tools.node),
  ]);
  const api = await connectApi(world);
  try {
    await progress.step('node', async () => {
      await startNode(world, tools);
      await Promise.all([
        applyDns(world, api),
        conditionTrue(api, `/api/v1/nodes/${world.nodeName}`, 'Ready'),
      ]);
    });
    await progress.step('cluster DNS', () =>
      conditionTrue(api, '/apis/apps/v1/namespaces/kube-system/deployments/coredns', 'Available'),
    );
  } finally {
    api.close();
  }
}

async function conditionTrue(api: Api, path: string, type: string): Promise<void> {
  let last = 'it does not exist';
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    const answer = await api.get(path).catch(String);
    if (!answer.startsWith('{')) continue;
    const { status } = JSON.parse(answer) as { status?: { conditions?: Condition[] } };
    const conditions = status?.conditions ?? [];
    if (conditions.some((found) => found.type === type && found.status === 'True')) return;
    last = JSON.stringify(conditions);
  }
  throw new Error(`${path} is not ${type} after 60 s: ${last}`);
}
