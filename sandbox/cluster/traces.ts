import { glob, readdir, readFile, readlink, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '../world/world.ts';

/** Places outside the sandbox's own folders that containerd, CNI and the kubelet insist on. */
const CNI_RESULTS = '/var/lib/cni/results';
const CONTAINER_LOG_LINKS = '/var/log/containers';
const SHARED_FOLDERS = [
  ...[CNI_RESULTS, '/var/lib/cni', CONTAINER_LOG_LINKS],
  ...['/run/containerd/s', '/run/containerd', '/run/deploy-actions/claims', '/run/deploy-actions'],
  // dockerd makes them, whatever its own folders are.
  ...['/run/docker/plugins', '/run/docker'],
];

/** Sockets of the sandbox's shims: containerd puts them all in /run/containerd/s, under a hash. */
export async function shimSockets(world: World): Promise<string[]> {
  const sockets: string[] = [];
  const pattern = 'containerd/io.containerd.runtime.v2.task/*/*/address';
  for await (const file of glob(pattern, { cwd: world.runFolder })) {
    const address = await readFile(join(world.runFolder, file), 'utf8');
    sockets.push(address.trim().replace(/^unix:\/\//, ''));
  }
  return sockets;
}

/** Removes this sandbox's files from the shared folders, and those folders where they are empty. */
export async function removeNodeTraces(world: World): Promise<void> {
  for (const file of await filesIn(CNI_RESULTS)) {
    // Each result names the pod's network namespace, which lies below our run folder.
    const result = await readFile(file, 'utf8').catch(() => '');
    if (result.includes(`${world.runFolder}/`)) await rm(file, { force: true });
  }
  for (const link of await filesIn(CONTAINER_LOG_LINKS)) {
    const target = await readlink(link).catch(() => '');
    if (target.startsWith(`${world.folder}/`)) await rm(link, { force: true });
  }
  for (const folder of SHARED_FOLDERS) await rmdir(folder).catch(() => {});
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
}
