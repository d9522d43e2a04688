import type { Cluster } from '../../src/cluster/connect.ts';
import { readPlatforms } from '../../src/cluster/nodes.ts';
import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { usedImages } from '../../src/domain/used-images.ts';
import { dockerConfigFolder, dockerCredentials } from '../../src/http/registry/credentials.ts';
import { createRegistry } from '../../src/http/registry/registry.ts';
import { checkImages } from '../../src/release/check-images.ts';
import type { HelmDeployPorts } from './settings.ts';

/**
 * Asks the registries for every image of the manifest and its hooks, with the job's logins.
 * @param rest the other checks: images of others are not waited for longer than they last
 */
export async function findImageProblems(
  cluster: Cluster,
  { manifest, hooks }: ReleaseRecord,
  { own, rest }: { readonly own: readonly NamedImage[]; readonly rest: Promise<unknown> },
  ports: HelmDeployPorts,
): Promise<readonly CheckFinding[]> {
  const used = usedImages([...manifest, ...hooks.map((hook) => hook.object)]);
  if (used.length === 0) return [];
  const credentials = dockerCredentials(dockerConfigFolder(ports.env), ports.exec);
  return checkImages(used, await readPlatforms(cluster), {
    sleep: ports.sleep,
    registry: createRegistry({ send: ports.send, credentials }),
    isOwn: (image) => isOwnImage(image, own),
    rest,
    knows: async (host) => (await credentials(host).catch(() => undefined)) !== undefined,
  });
}

/** Whether an image is one of those that this deploy brings. */
export const isOwnImage = (image: string, own: readonly NamedImage[]): boolean =>
  own.some(
    ({ repository }) => image.startsWith(`${repository}@`) || image.startsWith(`${repository}:`),
  );
