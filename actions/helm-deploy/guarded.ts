import { createRedactor } from '../../src/domain/redact.ts';
import { ownSecrets } from './own-secrets.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/**
 * The same ports, but nothing of `secret-values` gets into a line of the log: GitHub masks only
 * what has 8 or more characters, and only in the log.
 */
export function guarded(settings: HelmDeploySettings, ports: HelmDeployPorts): HelmDeployPorts {
  const redact = createRedactor(ownSecrets(settings));
  return {
    ...ports,
    info: (line) => ports.info(redact(line)),
    warn: (text) => ports.warn(redact(text)),
  };
}
