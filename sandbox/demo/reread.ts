import { createHash } from 'node:crypto';
import { connectRegistry } from '../registry/registry-http.ts';
import type { Ground } from './ground.ts';
import type { Place } from './place.ts';

/** An image by digest, as the build's outputs name it. */
export interface BuiltImage {
  readonly repository: string;
  readonly digest: string;
}

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
].join(', ');

/**
 * Asks the registry itself for the image and hashes what it gives: the demo believes no output of
 * the action it shows. @throws {Error} when the registry has it not, or has something else
 */
async function rereadImage(ground: Ground, image: BuiltImage): Promise<void> {
  const path = image.repository.slice(image.repository.indexOf('/') + 1);
  const registry = await connectRegistry(ground.registryAddress);
  try {
    const answer = await registry.send({
      method: 'GET',
      path: `${path}/manifests/${image.digest}`,
      headers: { accept: ACCEPT },
    });
    const digest = `sha256:${createHash('sha256').update(answer.text).digest('hex')}`;
    if (answer.status !== 200 || digest !== image.digest) {
      throw new Error(`the registry answers ${answer.status} and ${digest} for ${image.digest}`);
    }
  } finally {
    registry.close();
  }
}

interface PodList {
  readonly items: readonly {
    readonly metadata: { readonly deletionTimestamp?: string };
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
    readonly status: {
      readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    };
  }[];
}

const API = 'app.kubernetes.io/component=api';

async function livingPods(place: Place): Promise<PodList['items']> {
  const json = await place.kubectl('get', 'pods', '--selector', API, '--output', 'json');
  const { items } = JSON.parse(json) as PodList;
  const living = items.filter((pod) => !pod.metadata.deletionTimestamp);
  if (living.length === 0) throw new Error(`no pod of the api lives in ${place.namespace}`);
  return living;
}

/** The image of the api that runs, as the cluster says. @throws {Error} when it runs by tag */
export async function runningImage(place: Place): Promise<BuiltImage> {
  const [pod] = await livingPods(place);
  const image = pod?.spec.containers[0]?.image ?? '';
  const [repository, digest] = image.split('@');
  if (!repository || !digest) throw new Error(`${image} is no image by digest`);
  return { repository, digest };
}

/**
 * Asks the cluster which pods of a component run, as administrator: every living pod must be ready
 * and hold exactly this image. @returns how many
 */
export async function rereadPods(ground: Ground, place: Place, image: BuiltImage): Promise<number> {
  await rereadImage(ground, image);
  const living = await livingPods(place);
  const wanted = `${image.repository}@${image.digest}`;
  for (const { spec, status } of living) {
    const ready = status.conditions?.some((c) => c.type === 'Ready' && c.status === 'True');
    const images = spec.containers.map((container) => container.image);
    if (!ready || !images.includes(wanted)) {
      throw new Error(`a pod is ${ready ? 'ready' : 'not ready'} with ${images.join(', ')}`);
    }
  }
  return living.length;
}
