import { statfsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { caBundleFile } from '../cluster/pki.ts';
import { EGRESS_DNS } from '../network/egress.ts';
import { debianTree } from '../tools/debian.ts';
import type { NodePackages } from '../tools/node-packages.ts';
import { cacheFolder } from '../world/cache.ts';
import { daemonAlive, enter, recorded, startDaemon, waitReady } from '../world/daemons.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';

/** Of the containers that builds and `docker run` make; nobody outside the sandbox sees it. */
const BRIDGE = { address: '172.30.0.1/24', subnet: '172.30.0.0/24' };

/** `statfs` type of an overlay mount: `OVERLAYFS_SUPER_MAGIC` of linux/magic.h. */
const OVERLAYFS = 0x794c7630;

/** Images and the build cache: they outlive `down`, so that the second build is fast. */
export const engineData = (world: World): string => join(cacheFolder(), 'engine', world.name);
const socket = (world: World): string => join(world.runFolder, 'docker.sock');
const stateFolder = (world: World): string => join(world.runFolder, 'engine');
const clientFolder = (world: World): string => join(world.folder, 'engine');

/** What a `docker` command needs to reach the sandbox's engine. */
export function engineEnvironment(world: World): {
  readonly env: { readonly DOCKER_HOST: string; readonly DOCKER_CONFIG: string };
  /** Folder with `docker`, to put in front of PATH. */
  readonly path: string;
} {
  const folder = clientFolder(world);
  return {
    env: { DOCKER_HOST: `unix://${socket(world)}`, DOCKER_CONFIG: join(folder, 'config') },
    path: join(folder, 'bin'),
  };
}

/**
 * Starts dockerd with BuildKit inside the sandbox's network and waits until it answers. Needs the
 * network, the egress and the authority (`openPki`); not the cluster. Safe to repeat.
 */
export async function startEngine(
  world: World,
  packages: NodePackages,
  progress: Progress,
): Promise<void> {
  const tree = await debianTree(
    {
      name: 'docker',
      suite: 'trixie',
      packages: ['docker.io', 'docker-cli', 'docker-buildx', 'tini'],
    },
    progress,
  );
  await writeClient(world, tree);
  await masquerade(world, join(packages.commands, 'iptables'));
  const env = {
    PATH: [
      ...[engineEnvironment(world).path, join(tree, 'usr/sbin'), packages.containerd],
      ...[packages.commands, process.env.PATH],
    ].join(':'),
    // The registries' certificates are signed by the sandbox's authority.
    SSL_CERT_FILE: caBundleFile(world),
  };
  await startContainerd(world, join(packages.containerd, 'containerd'), env);
  await startDockerd(world, join(tree, 'usr/sbin/dockerd'), env);
}

/**
 * A containerd of its own: by default dockerd would take the machine's where one is running. Both
 * live in one private mount namespace: whatever they leave mounted ends with them.
 */
async function startContainerd(
  world: World,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const state = stateFolder(world);
  await mkdir(state, { recursive: true });
  const file = join(state, 'containerd.toml');
  const config = [
    'version = 2',
    `root = "${join(engineData(world), 'containerd')}"`,
    `state = "${join(state, 'containerd')}"`,
    // No pods here; and "opt" would make a folder in the machine's /opt.
    'disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.internal.v1.opt"]',
    '[grpc]',
    `  address = "${containerdSocket(world)}"`,
  ];
  await writeFile(file, `${config.join('\n')}\n`);
  const alone = ['unshare', '--mount', '--propagation', 'slave', '--'];
  const argv = [...alone, program, '--config', file];
  await startDaemon(world, { name: 'engine-containerd', argv, env });
  await waitReady(world, 'engine-containerd', () => listens(containerdSocket(world)));
}

const containerdSocket = (world: World): string => join(stateFolder(world), 'containerd.sock');

const pidFile = (world: World): string => join(stateFolder(world), 'docker.pid');

async function startDockerd(world: World, program: string, env: NodeJS.ProcessEnv): Promise<void> {
  const file = join(stateFolder(world), 'daemon.json');
  await writeFile(file, JSON.stringify(dockerdConfig(world), null, 2));
  // After a crash its number may be another process's, and dockerd would refuse to start.
  if (!(await daemonAlive(world, 'engine'))) await rm(pidFile(world), { force: true });
  const owner = await recorded(world, 'engine-containerd');
  const argv = ['nsenter', `--mount=/proc/${owner?.pid}/ns/mnt`, '--', program];
  await startDaemon(world, { name: 'engine', argv: [...argv, '--config-file', file], env });
  await waitReady(world, 'engine', () => answers(socket(world)));
}

function dockerdConfig(world: World): object {
  const state = stateFolder(world);
  return {
    'data-root': join(engineData(world), 'docker'),
    'exec-root': join(state, 'docker'),
    pidfile: pidFile(world),
    hosts: [`unix://${socket(world)}`],
    containerd: containerdSocket(world),
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

/** Lets containers on the bridge reach the egress and the sandbox's own addresses. */
async function masquerade(world: World, iptables: string): Promise<void> {
  const rule = ['-s', BRIDGE.subnet, '!', '-d', BRIDGE.subnet, '-j', 'MASQUERADE'];
  const apply = (action: string): Promise<string> =>
    run(enter(world, [iptables, '-w', '-t', 'nat', action, 'POSTROUTING', ...rule]));
  await apply('-C').catch(() => apply('-A'));
}

/** The command line's own folders: `docker` on a path, buildx as its plug-in, no user's settings. */
async function writeClient(world: World, tree: string): Promise<void> {
  const { env, path } = engineEnvironment(world);
  const links = {
    [join(path, 'docker')]: 'usr/bin/docker',
    // The name under which dockerd looks for it, for `docker run --init`.
    [join(path, 'docker-init')]: 'usr/bin/tini-static',
    [join(env.DOCKER_CONFIG, 'cli-plugins/docker-buildx')]:
      'usr/libexec/docker/cli-plugins/docker-buildx',
  };
  await mkdir(path, { recursive: true });
  await mkdir(join(env.DOCKER_CONFIG, 'cli-plugins'), { recursive: true });
  for (const [link, program] of Object.entries(links)) {
    await rm(link, { force: true });
    await symlink(join(tree, program), link);
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    request({ socketPath, path: '/_ping' }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('error', () => resolve(false))
      .end();
  });
}

function listens(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socketPath, () => {
      connection.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}
