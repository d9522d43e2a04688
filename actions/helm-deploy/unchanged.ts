import type { CheckName } from '../../src/domain/check-finding.ts';
import { liveRevision, type Revision } from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { assess, takeBaseline } from '../../src/domain/rollout.ts';
import { isSameRelease } from '../../src/domain/same-release.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import type { Session } from '../../src/session/session.ts';
import type { Prepared } from './prepare.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** The revision that has everything already, and what runs of it. */
export interface Already {
  readonly revision: Revision;
  readonly images: readonly RunningImage[];
}

/** They look at the chart and at registries, not at what is live. */
const ASIDE: readonly CheckName[] = ['images', 'lint'];

/**
 * Whether a deploy would change nothing: chart, values, manifest and hooks are those of the live
 * revision, every object in the cluster is as it should be, and all of it is healthy.
 * @returns undefined where anything differs, or cannot be told
 */
export async function alreadyThere(
  session: Session,
  history: readonly Revision[],
  { next, checked, difference }: Prepared,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Already | undefined> {
  const { rendered, before, findings, crds } = checked;
  const revision = liveRevision(history);
  const told =
    crds.coming.length === 0 &&
    difference.changes?.length === 0 &&
    findings.every(({ check }) => ASIDE.includes(check));
  if (!rendered || !before || !told || revision?.number !== history.at(-1)?.number)
    return undefined;
  if (revision === undefined || !isSameRelease(rendered.raw, before.raw)) return undefined;
  const { world } = await session.view();
  const { namespace } = settings;
  const { manifest } = rendered;
  const baseline = takeBaseline(world);
  if (!assess(world, { namespace, manifest, hooks: [], baseline, applied: true }).done)
    return undefined;
  const asked = next.chart.images;
  // Ready now, or not at all: nothing is on its way that would be worth waiting for.
  const wish = { namespace, manifest, expected: revision.number, asked };
  const reads = { ...ports, ...session.reads };
  const images = await verifyRelease({ ...wish, deadline: ports.elapsed() }, reads).catch(
    () => undefined,
  );
  return images && { revision, images };
}
