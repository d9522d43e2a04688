import { nextNumber } from '../../src/domain/history.ts';
import type { Session } from '../../src/session/session.ts';
import { type Checked, check, type Subject } from './check.ts';
import type { Course } from './course.ts';
import { type Difference, differ } from './diff.ts';
import type { Draft } from './draft.ts';
import { ownSecrets } from './own-secrets.ts';
import type { Next } from './revision-input.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** All that is known before anything changes. */
export interface Prepared {
  readonly next: Next;
  readonly checked: Checked;
  readonly difference: Difference;
}

/** What was begun as early as it could be, and is waited for here. */
interface Begun {
  readonly drafted: Promise<Draft>;
  readonly around: Promise<void>;
}

/** Everything that is found out before anything changes; the watch is opened meanwhile. */
export async function prepare(
  session: Session,
  { drafted, around, ...subject }: Begun & Omit<Subject, 'next' | 'draft'>,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Prepared> {
  return phase('check', async () => {
    const draft = await drafted;
    const { chart } = draft;
    const bundle = found.bundle?.id ?? settings.bundle;
    const next = { revision: nextNumber(subject.history), bundle, chart };
    const [checked] = await Promise.all([
      check(session, { next, draft, ...subject }, settings, ports),
      around,
    ]);
    const difference = await differ(checked, session, settings, ownSecrets(settings, chart));
    found.difference = difference;
    return { next, checked, difference };
  });
}

/** Begins to watch, and says before anything changes what is missing for want of a right. */
export async function lookAround(session: Session, { info }: HelmDeployPorts): Promise<void> {
  const [rights] = await Promise.all([session.rights(), session.view()]);
  for (const { grant, loses } of rights.missing) info(`Without the right to ${grant}: ${loses}`);
}
