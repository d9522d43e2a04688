import type { Cluster } from '../../src/cluster/connect.ts';
import { readPlatforms } from '../../src/cluster/nodes.ts';
import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { usedImages } from '../../src/domain/used-images.ts';
import { dockerConfigFolder, dockerCredentials } from '../../src/http/registry/credentials.ts';
import { createRegistry } from '../../src/http/registry/registry.ts';
import { withSecondLogin } from '../../src/http/registry/second-login.ts';
import { checkImages } from '../../src/release/check-images.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** GitHub's own registry: the job's token is a login for it, if the job has `packages: read`. */
const GITHUB_REGISTRY = 'ghcr.io';

/**
 * Asks the registries for every image of the manifest and its hooks, with the job's logins.
 * @param rest the other checks: images of others are not waited for longer than they last
 */
export async function findImageProblems(
  cluster: Cluster,
  { manifest, hooks }: ReleaseRecord,
  { own, rest }: { readonly own: readonly NamedImage[]; readonly rest: Promise<unknown> },
  { githubToken }: Pick<HelmDeploySettings, 'githubToken'>,
  ports: HelmDeployPorts,
): Promise<readonly CheckFinding[]> {
  const used = usedImages([...manifest, ...hooks.map((hook) => hook.object)]);
  if (used.length === 0) return [];
  const credentials = dockerCredentials(dockerConfigFolder(ports.env), ports.exec);
  const { send } = ports;
  const knows = async (host: string): Promise<boolean> =>
    (await credentials(host).catch(() => undefined)) !== undefined;
  const jobToken = async () => ({ username: 'github-token', password: githubToken });
  return checkImages(used, await readPlatforms(cluster), {
    sleep: ports.sleep,
    registry: withSecondLogin(
      createRegistry({ send, credentials }),
      createRegistry({ send, credentials: jobToken }),
      async (host) => host === GITHUB_REGISTRY && githubToken !== '' && !(await knows(host)),
    ),
    isOwn: (image) => isOwnImage(image, own),
    rest,
    knows,
  });
}

/** Whether an image is one of those that this deploy brings. */
export const isOwnImage = (image: string, own: readonly NamedImage[]): boolean =>
  own.some(
    ({ repository }) => image.startsWith(`${repository}@`) || image.startsWith(`${repository}:`),
  );
