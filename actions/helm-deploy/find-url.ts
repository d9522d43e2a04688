import { readUrl } from '../../src/cluster/read-url.ts';
import type { KubeObject } from '../../src/domain/manifest.ts';
import type { Session } from '../../src/session/session.ts';
import type { HelmDeploySettings } from './settings.ts';

/** The address of what a manifest deploys; where it cannot be told the deploy is good all the same. */
export function findUrl(
  { cluster }: Session,
  manifest: readonly KubeObject[],
  { namespace }: HelmDeploySettings,
): Promise<string> {
  return readUrl(cluster, namespace, manifest).catch(() => '');
}
