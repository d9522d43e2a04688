import { readUrl } from '../../src/cluster/read-url.ts';
import type { Session } from '../../src/session/session.ts';
import type { HelmDeploySettings } from './settings.ts';

/** The address of what a revision runs; where it cannot be told the deploy is good all the same. */
export async function findUrl(
  { cluster, reads }: Session,
  revision: number,
  { namespace }: HelmDeploySettings,
): Promise<string> {
  const record = await reads.record(revision).catch(() => undefined);
  return readUrl(cluster, namespace, record?.manifest ?? []).catch(() => '');
}
