import { join } from 'node:path';
import type { Progress } from '../world/progress.ts';
import { together } from '../world/together.ts';
import type { World } from '../world/world.ts';
import { type HelmTools, helmTools } from './helm.ts';
import { kubernetesBinaries } from './kubernetes.ts';
import { type NodePackages, nodePackages } from './node-packages.ts';

/** Programs the sandbox runs on, all from the cache. */
export interface Tools {
  /** Folder with the Kubernetes binaries, etcd, coredns and pause. */
  readonly kubernetes: string;
  readonly node: NodePackages;
  readonly helm: { readonly v3: HelmTools; readonly v4: HelmTools };
}

/** Makes what is missing (the long part is building Kubernetes) and returns where everything is. */
export async function prepareTools(world: World, progress: Progress): Promise<Tools> {
  const [kubernetes, node, v3, v4] = await together([
    kubernetesBinaries(progress),
    nodePackages(join(world.folder, 'commands'), progress),
    helmTools('v3', progress),
    helmTools('v4', progress),
  ]);
  return { kubernetes, node, helm: { v3, v4 } };
}
