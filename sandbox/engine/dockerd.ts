import { statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EGRESS_DNS } from '../network/egress.ts';
import { configFile } from '../world/config-file.ts';
import { daemonAlive, recorded, startDaemon, waitReady } from '../world/daemons.ts';
import type { World } from '../world/world.ts';
import { dockerSocket, engineContainerdSocket, engineData, engineState } from './folders.ts';
import { answersOk } from './socket.ts';

/** Of the containers that builds and `docker run` make; nobody outside the sandbox sees it. */
export const BRIDGE = { address: '172.30.0.1/24', subnet: '172.30.0.0/24' };

/** `statfs` type of an overlay mount: `OVERLAYFS_SUPER_MAGIC` of linux/magic.h. */
const OVERLAYFS = 0x794c7630;

const pidFile = (world: World): string => join(engineState(world), 'docker.pid');

/** Starts dockerd on the engine's containerd and in its mount namespace. */
export async function startDockerd(
  world: World,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const config = JSON.stringify(dockerdConfig(world), null, 2);
  const file = await configFile(engineState(world), 'daemon.json', config);
  // After a crash its number may be another process's, and dockerd would refuse to start.
  if (!(await daemonAlive(world, 'engine'))) await rm(pidFile(world), { force: true });
  const owner = await recorded(world, 'engine-containerd');
  const argv = ['nsenter', `--mount=/proc/${owner?.pid}/ns/mnt`, '--', program];
  await startDaemon(world, { name: 'engine', argv: [...argv, '--config-file', file], env });
  await waitReady(world, 'engine', () => answersOk(dockerSocket(world), '/_ping'));
}

function dockerdConfig(world: World): object {
  const state = engineState(world);
  return {
    'data-root': join(engineData(world), 'docker'),
    'exec-root': join(state, 'docker'),
    pidfile: pidFile(world),
    hosts: [`unix://${dockerSocket(world)}`],
    containerd: engineContainerdSocket(world),
    'containerd-namespace': 'engine',
    'containerd-plugins-namespace': 'engine-plugins',
    features: { 'containerd-snapshotter': true },
    // An overlay on an overlay is refused by the kernel: then layers are copied.
    ...(statfsSync(engineData(world)).type === OVERLAYFS ? { 'storage-driver': 'native' } : {}),
    bip: BRIDGE.address,
    dns: [EGRESS_DNS],
    // Its rules would set the FORWARD policy to DROP and cut off the cluster's pods.
    iptables: false,
    ip6tables: false,
    // A container's process does not carry the marker: `down` finds it by its cgroup.
    'cgroup-parent': `${world.cgroup}/engine`,
    'registry-mirrors': [`https://${world.mirror}`],
    builder: { gc: { enabled: true, defaultKeepStorage: '8GB' } },
  };
}
