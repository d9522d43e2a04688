import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of the exec plugin's bundle, which lies beside every action's.
 * @param bundleUrl `import.meta.url` of `dist/<action>/index.js`
 */
export const credentialScript = (bundleUrl: string): string =>
  join(dirname(fileURLToPath(bundleUrl)), '..', 'credential', 'index.js');
