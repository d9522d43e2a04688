import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { closeCgroup } from './cluster/cgroup.ts';
import { removeNodeTraces, shimSockets } from './cluster/traces.ts';
import { engineData } from './engine/folders.ts';
import { closeNetwork } from './network/namespace.ts';
import { cacheFolder, withLock } from './world/cache.ts';
import { requireUnclaimed, unclaim } from './world/claim.ts';
import { daemonAlive, daemonNames, stopDaemon } from './world/daemons.ts';
import { unmountBelow } from './world/mounts.ts';
import { endProcess, findProcesses, hasVariable } from './world/proc.ts';
import type { Progress } from './world/progress.ts';
import { allWorlds, upLock, type World } from './world/world.ts';

/** What goes with the cluster; the registry's images, the certificates and the logs stay. */
const CLUSTER_STATE = [
  ...['containerd', 'etcd', 'kubelet', 'node', 'pod-logs'],
  ...['bin', 'commands', 'pids', 'environment.json'],
];

/** Their state is dropped anyway, so nothing is gained by waiting for an orderly end. */
const END_AT_ONCE = [
  ...['etcd', 'containerd', 'egress'],
  ...['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy'],
];

/**
 * Ends a sandbox, in whatever state it is (half up, crashed, partly killed), and removes every
 * trace on the machine: processes, mounts, network, cgroups, sockets.
 */
export async function down(world: World, progress: Progress): Promise<void> {
  requireUnclaimed(world);
  await withLock(upLock(world), async () => {
    await progress.step('processes', () => endProcesses(world));
    const sockets = await shimSockets(world);
    await progress.step('mounts, network, traces', async () => {
      await unmountBelow(world.folder);
      await unmountBelow(world.runFolder);
      await closeNetwork(world);
      await Promise.all(sockets.map((socket) => rm(socket, { force: true })));
      await rm(world.runFolder, { recursive: true, force: true });
      await unclaim(world);
      await removeNodeTraces(world);
      for (const name of CLUSTER_STATE) {
        await rm(join(world.folder, name), { recursive: true, force: true });
      }
    });
  });
}

/** `down`, and forgets everything about the sandbox, its place among the others included. */
export async function reset(world: World, progress: Progress): Promise<void> {
  await down(world, progress);
  await rm(engineData(world), { recursive: true, force: true });
  await rm(world.folder, { recursive: true, force: true });
}

/** Removes the cached tools of all sandboxes; refuses while one of them runs on them. */
export async function dropTools(): Promise<void> {
  for (const world of allWorlds()) {
    const names = await daemonNames(world);
    const alive = await Promise.all(names.map((name) => daemonAlive(world, name)));
    if (alive.includes(true)) {
      throw new Error(`the sandbox ${world.name} runs on these tools: take it down first`);
    }
  }
  for (const name of ['tools', 'debian-index']) {
    await rm(join(cacheFolder(), name), { recursive: true, force: true });
  }
}

async function endProcesses(world: World): Promise<void> {
  // The kubelet first, or it would start again what is ended below.
  await stopDaemon(world, 'kubelet', 0);
  const names = await daemonNames(world);
  await Promise.all(
    names.map((name) => stopDaemon(world, name, END_AT_ONCE.includes(name) ? 0 : 5000)),
  );
  // What no record names: shims, children, a daemon whose `up` was killed before it wrote it down.
  const marked = findProcesses(
    (pid) => pid !== process.pid && hasVariable(pid, 'DEPLOY_ACTIONS_SANDBOX', world.marker),
  );
  await Promise.all(marked.map((id) => endProcess(id, 0)));
  // And the pods' own processes, which know nothing of the marker.
  await closeCgroup(world);
}
