import { nextNumber } from '../../src/domain/history.ts';
import { isSameRelease } from '../../src/domain/same-release.ts';
import type { Session } from '../../src/session/session.ts';
import { type Checked, check, type Subject } from './check.ts';
import type { Course } from './course.ts';
import { type Difference, differ, NO_DIFFERENCE, type Redacted, writeManifest } from './diff.ts';
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

/** What was begun before, or is begun as soon as something is known to change. */
export interface Begun {
  readonly drafted: Promise<Draft>;
  /** Begins, once, what only a rollout needs; settles when it is there. */
  readonly around: () => Promise<void>;
}

/** Everything that is found out before anything changes. */
export async function prepare(
  session: Session,
  { drafted, around, ...subject }: Begun & Omit<Subject, 'next' | 'draft' | 'onRendered'>,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Prepared> {
  return phase('check', async () => {
    const draft = await drafted;
    const { chart } = draft;
    const bundle = found.bundle?.id ?? settings.bundle;
    const next = { revision: nextNumber(subject.history), bundle, chart };
    const secrets = ownSecrets(settings, chart);
    let written: Promise<Redacted> | undefined;
    const onRendered: Subject['onRendered'] = (rendered, before) => {
      if (!before || !isSameRelease(rendered.raw, before.raw)) void around();
      written = writeManifest(rendered, session, secrets);
      written.catch(() => {}); // It is waited for below, unless the checks refuse.
    };
    const checked = await check(session, { next, draft, ...subject, onRendered }, settings, ports);
    const difference = written
      ? await differ(checked, await written, session, settings)
      : NO_DIFFERENCE;
    found.difference = difference;
    return { next, checked, difference };
  });
}

/**
 * What only a rollout needs: helm's version, and to say what is missing for want of a right. A
 * deploy that changes nothing does without; begun by the first who asks.
 */
export function aroundRollout(session: Session, { info }: HelmDeployPorts): Begun['around'] {
  let begun: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    const [rights] = await Promise.all([
      // What opens the watch comes first: a deploy waits for it.
      session.view().then(session.rights),
      session.helm.version(),
    ]);
    for (const { grant, loses } of rights.missing) info(`Without the right to ${grant}: ${loses}`);
  };
  return () => {
    begun ??= begin();
    begun.catch(() => {}); // Told to those who wait for it.
    return begun;
  };
}
