import { join } from 'node:path';
import type { ClusterAccess } from '../../src/cloud/login.ts';
import { explainRefusal } from '../../src/cloud/refusal.ts';
import { type Cluster, connect } from '../../src/cluster/connect.ts';
import { readReleaseHistory } from '../../src/cluster/releases.ts';
import { readRunning } from '../../src/cluster/running.ts';
import { type Board, openBoard } from '../../src/records/board.ts';
import type { VerifyPorts } from '../../src/release/verify.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import { createHelm, type Helm } from '../../src/tools/helm.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** All that talks to the cluster, bound to one release. */
export interface Target {
  readonly cluster: Cluster;
  readonly helm: Helm;
  readonly board: Board;
  readonly reads: Pick<VerifyPorts, 'history' | 'manifest' | 'running'>;
}

/** Runs `body` with an open connection to the cluster, and closes it whatever happens. */
export async function withTarget(
  access: ClusterAccess,
  phase: <T>(name: string, body: () => Promise<T>) => Promise<T>,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
  body: (target: Target) => Promise<void>,
): Promise<void> {
  const target = await phase('connect', () => openTarget(access, settings, ports));
  try {
    await body(target);
  } finally {
    await target.cluster.close();
  }
}

/** The connection to the API server and helm's version come up side by side. */
async function openTarget(
  access: ClusterAccess,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Target> {
  const { release, namespace } = settings;
  const scratch = await makeScratch(ports.tempFolder, ports.saveState);
  // kubectl and helm would write their cache of the API's kinds below HOME.
  const env = childEnvironment(ports.env, { KUBECACHEDIR: join(scratch, 'kube') });
  const place = {
    kubeconfig: access.kubeconfig,
    ...(access.context && { context: access.context }),
    env,
  };
  const [connected, helm] = await Promise.allSettled([
    connect({ ...place, folder: scratch, cancelled: ports.cancelled }, ports),
    createHelm({ ...place, release, namespace }, ports),
  ]);
  if (connected.status === 'rejected') throw explainRefusal(access, connected.reason);
  const cluster = connected.value;
  if (helm.status === 'rejected') {
    await cluster.close();
    throw helm.reason;
  }
  return {
    cluster,
    helm: helm.value,
    board: openBoard(cluster.call, namespace, release, ports.sleep),
    reads: {
      history: () => readReleaseHistory(cluster, namespace, release),
      manifest: helm.value.manifest,
      running: (refs) => readRunning(cluster, refs),
    },
  };
}
