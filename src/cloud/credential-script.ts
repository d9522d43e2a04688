import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of the exec plugin's bundle, which lies beside every action's.
 * @param bundleUrl `import.meta.url` of `dist/<action>/index.js` or `dist/<action>/post/index.js`
 */
export function credentialScript(bundleUrl: string): string {
  const folder = dirname(fileURLToPath(bundleUrl));
  const action = basename(folder) === 'post' ? dirname(folder) : folder;
  return join(dirname(action), 'credential', 'index.js');
}
