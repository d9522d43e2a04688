import type { KubeObject } from './manifest.ts';

/** How long to watch on after helm says done, in ms, from the probes of the manifest. */
export function settleTime(_manifest: readonly KubeObject[]): number {
  return 5000;
}
