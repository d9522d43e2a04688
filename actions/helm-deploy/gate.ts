import { mayEnter } from '../../src/domain/notices.ts';
import { ActionError } from '../../src/errors.ts';
import type { Session } from '../../src/session/session.ts';

/**
 * Whether this environment takes a forward deploy of this bundle now; asked inside the lock.
 * @param bundle its id, `''` when none is known
 */
export async function gate({ board }: Session, bundle: string): Promise<void> {
  const entry = mayEnter(await board.read(), bundle);
  if (!entry.allowed) throw new ActionError('not-allowed', entry.reason, { hint: entry.hint });
}
