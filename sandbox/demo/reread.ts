import { createHash } from 'node:crypto';
import { caFile } from '../cluster/pki.ts';
import { connectRegistry } from '../registry/registry-http.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';
import type { DemoEnvironment } from './environment.ts';

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
export async function rereadImage(world: World, image: BuiltImage): Promise<void> {
  const path = image.repository.replace(`${world.registry}/`, '');
  const registry = await connectRegistry({
    url: `https://${world.registry}`,
    caFile: caFile(world),
  });
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

/**
 * Asks the cluster which pods of a component run, as administrator: every living pod must be ready
 * and hold exactly this image. @returns how many
 */
export async function rereadPods(
  environment: DemoEnvironment,
  selector: string,
  image: BuiltImage,
): Promise<number> {
  const json = await environment.kubectl('get', 'pods', '--selector', selector, '--output', 'json');
  const living = (JSON.parse(json) as PodList).items.filter(
    (pod) => !pod.metadata.deletionTimestamp,
  );
  const wanted = `${image.repository}@${image.digest}`;
  for (const { spec, status } of living) {
    const ready = status.conditions?.some((c) => c.type === 'Ready' && c.status === 'True');
    const images = spec.containers.map((container) => container.image);
    if (!ready || !images.includes(wanted)) {
      throw new Error(`a pod is ${ready ? 'ready' : 'not ready'} with ${images.join(', ')}`);
    }
  }
  if (living.length === 0) throw new Error(`no pod matches ${selector}`);
  return living.length;
}

/** Where a NodePort Service answers from the machine. */
export async function serviceUrl(
  environment: DemoEnvironment,
  service: string,
  nodeIp: string,
): Promise<string> {
  const json = await environment.kubectl('get', 'service', service, '--output', 'json');
  const { spec } = JSON.parse(json) as { spec: { ports: readonly { nodePort?: number }[] } };
  const port = spec.ports[0]?.nodePort;
  if (port === undefined) throw new Error(`Service ${service} has no node port`);
  return `http://${nodeIp}:${port}`;
}

/** Runs the repository's own E2E test against the deployed service. @throws {Error} when it is red */
export async function runE2e(folder: string, url: string, version: string): Promise<void> {
  await run([process.execPath, '--test', 'e2e/stories.test.js'], {
    cwd: folder,
    env: { ...process.env, DEPLOY_URL: url, EXPECT_VERSION: version },
  });
}
