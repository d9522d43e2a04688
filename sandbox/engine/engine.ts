import { join } from 'node:path';
import { caBundleFile } from '../cluster/pki.ts';
import { debianTree } from '../tools/debian.ts';
import type { NodePackages } from '../tools/node-packages.ts';
import { enter } from '../world/daemons.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';
import { engineEnvironment, writeClient } from './client.ts';
import { startEngineContainerd } from './containerd.ts';
import { BRIDGE, startDockerd } from './dockerd.ts';

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
  await startEngineContainerd(world, join(packages.containerd, 'containerd'), env);
  await startDockerd(world, join(tree, 'usr/sbin/dockerd'), env);
}

/** Lets containers on the bridge reach the egress and the sandbox's own addresses. */
async function masquerade(world: World, iptables: string): Promise<void> {
  const rule = ['-s', BRIDGE.subnet, '!', '-d', BRIDGE.subnet, '-j', 'MASQUERADE'];
  const apply = (action: string): Promise<string> =>
    run(enter(world, [iptables, '-w', '-t', 'nat', action, 'POSTROUTING', ...rule]));
  await apply('-C').catch(() => apply('-A'));
}
