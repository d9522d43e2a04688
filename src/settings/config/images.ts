import type { DeployConfig } from './deploy-file.ts';

/**
 * The repository of a service's image: as the file says, else `<registry>/<owner>/<name>-<service>`.
 * @param owner of the repository on GitHub; registries want it in lower case
 */
export function imageOf(config: DeployConfig, service: string, owner: string): string {
  const own = config.services[service]?.image;
  return own ?? `${config.registry}/${owner.toLowerCase()}/${config.name}-${service}`;
}
