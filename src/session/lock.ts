import { randomUUID } from 'node:crypto';
import { describeError } from '../errors.ts';
import { type LockInput, takeLock } from '../release/lock.ts';
import { runOf } from './run-of.ts';
import type { Phase, Session, SessionPorts } from './session.ts';

export interface LockWish extends Pick<LockInput, 'deadline' | 'askToStop'> {
  /** What wants it, for people. */
  readonly action: string;
}

/**
 * Runs `body` while this run alone works on the release. The signal it gets is aborted when the
 * user cancels or another run (a rollback) asks us to stop.
 */
export async function withLock(
  { action, ...wish }: LockWish,
  { board }: Session,
  phase: Phase,
  ports: SessionPorts,
  body: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const holder = { run: runOf(ports.env), action, token: randomUUID() };
  const lock = await phase('claim', () => takeLock({ ...wish, holder }, { ...ports, board }));
  try {
    await body(AbortSignal.any([ports.cancelled, lock.stop]));
  } finally {
    await lock.release().catch((error: unknown) => {
      ports.warn(`The lock was not given back, it ends by itself: ${describeError(error)}`);
    });
  }
}
