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
  const start = async (name: string, address: string, more: object = {}): Promise<void> => {
    const { cert, key, ca } = await issueCertificate(world, { name, ips: [world.nodeIp] });
    const certificate = { certFile: cert, keyFile: key };
    await startRegistry(world, { name, address, certificate, caFile: ca, ...more }, progress);
  };
  await Promise.all([
    start('registry', world.registry),
    mirrorStorage(progress).then((readOnlyStorage) =>
      start('mirror', world.mirror, { readOnlyStorage }),
    ),
  ]);
}
