import { randomUUID } from 'node:crypto';
import { describeError } from '../errors.ts';
import { type LockInput, takeLock } from '../release/lock.ts';
import { runOf } from './run-of.ts';
import type { Phase, Session, SessionPorts } from './session.ts';

export interface LockWish extends Pick<LockInput, 'deadline' | 'askToStop'> {
  /** What wants it, for people. */
  readonly action: string;
  /** Tells this holder apart; one that is given may take over what it held before. */
  readonly token?: string;
  /** Asked at the end: true leaves the lock to post, which takes it over by its token. */
  readonly keep?: () => boolean;
}

/**
 * Runs `body` while this run alone works on the release. The signal it gets is aborted when the
 * user cancels or another run (a rollback) asks us to stop.
 */
export async function withLock(
  { action, token = randomUUID(), keep = () => false, ...wish }: LockWish,
  { board }: Session,
  phase: Phase,
  ports: SessionPorts,
  body: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const holder = { run: runOf(ports.env), action, token };
  const lock = await phase('lock', () => takeLock({ ...wish, holder }, { ...ports, board }));
  try {
    await body(AbortSignal.any([ports.cancelled, lock.stop]));
  } finally {
    if (keep()) lock.abandon();
    else
      await lock.release().catch((error: unknown) => {
        ports.warn(`The lock was not given back, it ends by itself: ${describeError(error)}`);
      });
  }
}
