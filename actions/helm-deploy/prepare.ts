import { nextNumber } from '../../src/domain/history.ts';
import type { Session } from '../../src/session/session.ts';
import type { Cargo } from './bundle.ts';
import { composeChart } from './chart.ts';
import { type Checked, check, type Subject } from './check.ts';
import type { Course } from './course.ts';
import { type Difference, differ } from './diff.ts';
import type { Next } from './revision-input.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** All that is known before anything changes. */
export interface Prepared {
  readonly next: Next;
  readonly checked: Checked;
  readonly difference: Difference;
}

/** Everything that is found out before anything changes; the watch is opened meanwhile. */
export async function prepare(
  session: Session,
  { images }: Cargo,
  subject: Omit<Subject, 'next'>,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Prepared> {
  return phase('check', async () => {
    const chart = await composeChart(session, images, settings, ports);
    const bundle = found.bundle?.id ?? settings.bundle;
    const next = { revision: nextNumber(subject.history), bundle, chart };
    const [checked] = await Promise.all([
      check(session, { next, ...subject }, settings, ports),
      lookAround(session, ports),
    ]);
    const difference = await differ(checked, session, settings);
    found.difference = difference;
    return { next, checked, difference };
  });
}

/** Begins to watch, and says before anything changes what is missing for want of a right. */
async function lookAround(session: Session, { info }: HelmDeployPorts): Promise<void> {
  const [rights] = await Promise.all([session.rights(), session.view()]);
  for (const { grant, loses } of rights.missing) info(`Without the right to ${grant}: ${loses}`);
}
