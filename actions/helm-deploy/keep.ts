import { LABEL } from '../../src/domain/history.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { Session } from '../../src/session/session.ts';
import type { Course } from './course.ts';
import { findUrl } from './find-url.ts';
import { prepareKept } from './kept-manifest.ts';
import type { Prepared } from './prepare.ts';
import { openRecord } from './record.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import type { Already } from './unchanged.ts';

/** No new revision; that this bundle is in the environment, too, is written down all the same. */
export async function keepAsItIs(
  session: Session,
  { revision, images, next, checked, difference }: Already & Prepared,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { number } = revision;
  Object.assign(found, { status: 'unchanged', revision: number, images });
  const bundle = found.bundle?.id ?? settings.bundle;
  await phase('record', async () => {
    const record = await openRecord(found.bundle, number, settings, ports);
    found.deploymentId = record?.id;
    if (bundle !== '' && bundle !== revision.labels[LABEL.bundle]) {
      const keep = prepareKept(session, next.chart, record?.id, settings, ports);
      await session.label(number, adoptedLabels(number, bundle, ports));
      await keep(difference.manifestFile);
    }
    if (settings.labels) await session.label(number, settings.labels);
    found.url ||= await findUrl(session, checked.rendered?.manifest ?? [], settings);
    await record?.say('success', 'nothing to change, not proven', found.url);
  });
}

/** The revision belongs to this bundle now; what was proven of the one before is not true of it. */
const adoptedLabels = (
  revision: number,
  bundle: string,
  { env }: HelmDeployPorts,
): Readonly<Record<string, string | null>> => ({
  [LABEL.forRevision]: String(revision),
  [LABEL.bundle]: bundle,
  [LABEL.run]: runOf(env),
  [LABEL.verdict]: null,
  ...(env.GITHUB_SHA && { [LABEL.commit]: env.GITHUB_SHA }),
});
