import { formatRepository, parseRepository } from '../../src/domain/image-ref.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import type { DeploymentRecord } from '../../src/records/deployments.ts';
import { imageOf } from '../../src/settings/config/images.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

const NOT_BUILT = `sha256:${'0'.repeat(64)}`;

/**
 * Images for a plan, whose commit nobody has built: for each service of deploy.yml the one that
 * runs; zeros stand for one that never ran.
 */
export function knownImages(
  running: DeploymentRecord | undefined,
  { config: path }: HelmDeploySettings,
  { env, loadConfig }: Pick<HelmDeployPorts, 'env' | 'loadConfig'>,
): readonly NamedImage[] {
  const config = loadConfig(path)?.value;
  const images = running?.bundle.images ?? {};
  const services = Object.keys(config?.services ?? {});
  const owner = env.GITHUB_REPOSITORY?.split('/')[0] ?? '';
  return (services.length > 0 ? services : Object.keys(images)).map((name) => {
    const known = images[name];
    const repository = known?.repository ?? (config ? imageOf(config, name, owner) : '');
    const digest = known?.digest ?? NOT_BUILT;
    return {
      name,
      repository: formatRepository(parseRepository(repository)),
      digest,
      tag: undefined,
    };
  });
}
