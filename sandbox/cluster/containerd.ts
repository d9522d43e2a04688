import { statfsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { NodePackages } from '../tools/node-packages.ts';
import { configFile } from '../world/config-file.ts';
import { startDaemon, waitReady } from '../world/daemons.ts';
import { replaceFile } from '../world/replace-file.ts';
import type { World } from '../world/world.ts';
import { caFile } from './pki.ts';

/** `statfs` type of an overlay mount: `OVERLAYFS_SUPER_MAGIC` of linux/magic.h. */
const OVERLAYFS = 0x794c7630;

export const containerdSocket = (world: World): string => join(world.runFolder, 'containerd.sock');

/** Name of the pod network, also in the file names of CNI's own notes about it. */
export const podNetwork = (world: World): string => `deploy-actions-${world.name}`;

/** Image that holds a pod's namespaces, in the sandbox's own registry. */
export const pauseImage = (world: World): string => `${world.registry}/sandbox/pause:1`;

/** Starts containerd for the kubelet: pods on a bridge of the sandbox, images from its registries. */
export async function startContainerd(world: World, node: NodePackages): Promise<void> {
  const file = (name: string): string => join(world.folder, 'node', name);
  await mkdir(world.runFolder, { recursive: true });
  await replaceFile(
    file('cni/10-bridge.conflist'),
    JSON.stringify(podNetworkConfig(world), null, 2),
  );
  await writeRegistryHosts(file('certs.d'), world);
  const text = config(world, node, join(world.folder, 'containerd'));
  const settings = await configFile(join(world.folder, 'node'), 'containerd.toml', text);
  await startDaemon(world, {
    name: 'containerd',
    argv: [join(node.containerd, 'containerd'), '--config', settings],
    env: { PATH: `${node.commands}:${node.containerd}:${process.env.PATH}:/usr/sbin:/sbin` },
  });
  await waitReady(world, 'containerd', () => answers(containerdSocket(world)));
}

function config(world: World, node: NodePackages, root: string): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  const snapshotter = statfsSync(world.folder).type === OVERLAYFS ? 'native' : 'overlayfs';
  return `version = 2
root = "${root}"
state = "${join(world.runFolder, 'containerd')}"
# "opt" would make a folder in the machine's /opt; the snapshotters only warn that they cannot run.
disabled_plugins = [
  "io.containerd.internal.v1.opt",
  "io.containerd.snapshotter.v1.blockfile",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
]
[grpc]
  address = "${containerdSocket(world)}"
[${cri}]
  sandbox_image = "${pauseImage(world)}"
  # A sandbox in a container may not lower what the container engine gave it.
  restrict_oom_score_adj = true
  # Below the state folder and not among the machine's: so that all of them are known to be ours.
  netns_mounts_under_state_dir = true
[${cri}.cni]
  bin_dir = "${node.cni}"
  conf_dir = "${join(world.folder, 'node/cni')}"
[${cri}.registry]
  config_path = "${join(world.folder, 'node/certs.d')}"
[${cri}.containerd]
  snapshotter = "${snapshotter}"
[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[${cri}.containerd.runtimes.runc.options]
  BinaryName = "${join(node.commands, 'runc')}"
  Root = "${join(world.runFolder, 'runc')}"
  SystemdCgroup = false
`;
}

function podNetworkConfig(world: World): object {
  const ipam = {
    type: 'host-local',
    dataDir: join(world.folder, 'node/addresses'),
    ranges: [[{ subnet: world.podCidr }]],
    routes: [{ dst: '0.0.0.0/0' }],
  };
  return {
    cniVersion: '1.0.0',
    name: podNetwork(world),
    plugins: [
      { type: 'bridge', bridge: 'cni0', isGateway: true, ipMasq: true, hairpinMode: true, ipam },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
}

/** The registry by its address, and docker.io as the mirror has it: nothing comes from the internet. */
async function writeRegistryHosts(folder: string, world: World): Promise<void> {
  const hosts = { [world.registry]: world.registry, 'docker.io': world.mirror };
  for (const [name, address] of Object.entries(hosts)) {
    // Twice: after the host's 404 containerd 1.7 asks the server too and reports what it said; and
    // without a host it does not take the server from this file.
    const settings = `capabilities = ["pull", "resolve"]\nca = "${caFile(world)}"\n`;
    const server = `https://${address}`;
    const toml = `server = "${server}"\n${settings}[host."${server}"]\n${settings}`;
    await replaceFile(join(folder, name, 'hosts.toml'), toml);
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
      .on('connect', () => {
        connection.destroy();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });
}
