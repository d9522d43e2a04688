import { createRedactor, scalarLeaves } from '../../src/domain/redact.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/**
 * The same ports, but nothing of `secret-values` gets into a line of the log: GitHub masks only
 * what has 8 or more characters, and only in the log.
 */
export function guarded(
  { secretValues }: HelmDeploySettings,
  ports: HelmDeployPorts,
): HelmDeployPorts {
  const redact = createRedactor(scalarLeaves(secretValues));
  return {
    ...ports,
    info: (line) => ports.info(redact(line)),
    warn: (text) => ports.warn(redact(text)),
  };
}
