import { issueCertificate } from '../cluster/pki.ts';
import { mirrorStorage } from '../images/mirror.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import { startRegistry } from './registry.ts';

/**
 * Starts the users' registry (`world.registry`, empty at first) and the one that plays docker.io
 * (`world.mirror`, read-only). Needs the network and the authority (`openPki`). Safe to repeat.
 */
export async function startRegistries(world: World, progress: Progress): Promise<void> {
  const ips = [world.nodeIp, '127.0.0.1'];
  const { cert, key, ca } = await issueCertificate(world, { name: 'registry', ips });
  const shared = { certificate: { certFile: cert, keyFile: key }, caFile: ca };
  await Promise.all([
    startRegistry(world, { name: 'registry', address: world.registry, ...shared }, progress),
    mirrorStorage(progress).then((readOnlyStorage) =>
      startRegistry(
        world,
        { name: 'mirror', address: world.mirror, readOnlyStorage, ...shared },
        progress,
      ),
    ),
  ]);
}
