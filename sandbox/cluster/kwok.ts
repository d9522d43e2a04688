import { join } from 'node:path';
import { kwokBinary } from '../tools/kwok.ts';
import { startDaemon } from '../world/daemons.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import type { Api } from './api.ts';
import { conditionTrue } from './condition.ts';
import { kubeconfigFile } from './kubeconfig.ts';

const NODE = 'kwok1';
const SELECTOR = 'type=kwok';

/**
 * Adds a node that KWOK plays: it takes any number of pods, which become ready without a container
 * (kwok-stages.yaml says when). Only pods that ask for `type: kwok` and tolerate its taint
 * `kwok.x-k8s.io/node` come there. It ends with the sandbox.
 */
export async function startKwok(world: World, api: Api, progress: Progress): Promise<void> {
  const program = await kwokBinary(progress);
  await startDaemon(world, {
    name: 'kwok',
    argv: [
      program,
      `--kubeconfig=${kubeconfigFile(world, 'admin')}`,
      `--config=${join(import.meta.dirname, 'kwok-stages.yaml')}`,
      `--manage-nodes-with-label-selector=${SELECTOR}`,
      // Without leases the node is lost after 50 s, and with it every pod's readiness.
      '--node-lease-duration-seconds=40',
      // Nobody asks these pods anything; it only has to be no address of the real ones.
      '--cidr=10.245.0.0/16',
    ],
    // Its own settings would be read from the person's ~/.kwok.
    env: { HOME: world.folder },
  });
  await api.apply('nodes', {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: NODE, labels: { type: 'kwok', 'kubernetes.io/os': 'linux' } },
    spec: { taints: [{ key: 'kwok.x-k8s.io/node', value: 'played', effect: 'NoSchedule' }] },
  });
  await conditionTrue(api, `/api/v1/nodes/${NODE}`, 'Ready');
}
