import { mayEnter } from '../../src/domain/notices.ts';
import { ActionError } from '../../src/errors.ts';
import type { Session } from '../../src/session/session.ts';
import type { HelmDeploySettings } from './settings.ts';

/** Whether this environment takes a forward deploy of this bundle now; asked inside the lock. */
export async function gate({ board }: Session, settings: HelmDeploySettings): Promise<void> {
  const entry = mayEnter(await board.read(), settings.bundle);
  if (!entry.allowed) throw new ActionError('not-allowed', entry.reason, { hint: entry.hint });
}
