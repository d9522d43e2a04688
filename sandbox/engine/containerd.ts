import { join } from 'node:path';
import { configFile } from '../world/config-file.ts';
import { startDaemon, waitReady } from '../world/daemons.ts';
import type { World } from '../world/world.ts';
import { engineContainerdSocket, engineData, engineState } from './folders.ts';
import { listens } from './socket.ts';

/**
 * A containerd of its own: by default dockerd would take the machine's where one is running. Both
 * live in one private mount namespace: whatever they leave mounted ends with them.
 */
export async function startEngineContainerd(
  world: World,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const state = engineState(world);
  const config = [
    'version = 2',
    `root = "${join(engineData(world), 'containerd')}"`,
    `state = "${join(state, 'containerd')}"`,
    // No pods here; and "opt" would make a folder in the machine's /opt.
    'disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.internal.v1.opt"]',
    '[grpc]',
    `  address = "${engineContainerdSocket(world)}"`,
  ];
  const file = await configFile(state, 'containerd.toml', `${config.join('\n')}\n`);
  const alone = ['unshare', '--mount', '--propagation', 'slave', '--'];
  const argv = [...alone, program, '--config', file];
  await startDaemon(world, { name: 'engine-containerd', argv, env });
  await waitReady(world, 'engine-containerd', () => listens(engineContainerdSocket(world)));
}
