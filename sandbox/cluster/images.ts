import { join } from 'node:path';
import { pushImage } from '../registry/push-image.ts';
import { cached } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';
import { pauseImage } from './containerd.ts';
import { caFile } from './pki.ts';

/**
 * Pushes the cluster's own images, each one static program in one layer, and returns the reference
 * of CoreDNS's by digest: the same tag would hide that a program has changed.
 */
export async function pushClusterImages(
  world: World,
  binaries: string,
  progress: Progress,
): Promise<{ readonly dns: string }> {
  const push = async (reference: string, program: string): Promise<string> => {
    const { digest } = await pushImage(
      { url: `https://${world.registry}`, caFile: caFile(world) },
      {
        name: reference.slice(world.registry.length + 1),
        layers: [await programLayer(binaries, program, progress)],
        config: { Entrypoint: [`/${program}`] },
      },
    );
    return `${reference.replace(/:[^:]*$/, '')}@${digest}`;
  };
  await push(pauseImage(world), 'pause');
  return { dns: await push(`${world.registry}/sandbox/coredns:1`, 'coredns') };
}

async function programLayer(
  binaries: string,
  program: string,
  progress: Progress,
): Promise<string> {
  const key = binaries.split('/').at(-1) ?? '';
  const make = async (folder: string): Promise<void> => {
    const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
    await run(['tar', ...same, '-C', binaries, '-cf', join(folder, 'layer.tar'), program]);
  };
  return join(await cached({ name: `layer-${program}`, key, make }, progress), 'layer.tar');
}
