import {
  type Holder,
  isLongGone,
  LEASE_SECONDS,
  withHolder,
  withStopRequest,
} from '../domain/notices.ts';
import { ActionError } from '../errors.ts';
import type { Board } from '../records/board.ts';

export interface Lock {
  /** Aborted when another run asks this one to stop, or when the lock was lost. */
  readonly stop: AbortSignal;
  readonly release: () => Promise<void>;
  /** Stops renewing it without giving it back: who knows the token can take it over. */
  readonly abandon: () => void;
}

export interface LockInput {
  readonly holder: Omit<Holder, 'renewedAt'>;
  /** When to give up waiting, on the clock of `elapsed`. */
  readonly deadline: number;
  /** Asks the run that holds the lock to end safely, with this reason. */
  readonly askToStop?: string;
}

export interface LockPorts {
  readonly board: Board;
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly info: (line: string) => void;
  /** Calls back every so many ms until the returned function is called. */
  readonly every: (ms: number, body: () => Promise<void>) => () => void;
}

const POLL_MS = 1000;
/** Also how long it takes at most until a request to stop is seen. */
const RENEW_MS = 5000;

/**
 * Takes the release's lock and keeps it until `release`. A holder that lives is waited for; one
 * whose lease has not moved for its whole duration, on our own watch, is gone (its job was killed).
 * @throws {ActionError} `locked`, naming the run that holds it
 */
export async function takeLock(input: LockInput, ports: LockPorts): Promise<Lock> {
  const { board, now } = ports;
  const mine = (): Holder => ({ ...input.holder, renewedAt: new Date(now()).toISOString() });
  const isMine = (holder: Holder | undefined): boolean => holder?.token === input.holder.token;
  const silence = silenceWatch(ports.elapsed);
  let told = false;
  for (;;) {
    const notices = await board.update((before) => {
      const { holder, stopRequest } = before;
      const free = holder === undefined || isMine(holder) || isLongGone(holder, now());
      if (free || silence(holder)) {
        return withHolder(before, mine());
      }
      if (input.askToStop === undefined || stopRequest) return undefined;
      return withStopRequest(before, {
        reason: input.askToStop,
        run: input.holder.run,
        at: new Date(now()).toISOString(),
      });
    });
    if (isMine(notices.holder)) break;
    const { action, run } = notices.holder ?? { action: 'somebody', run: 'unknown' };
    if (!told) ports.info(`Waiting: ${action} of run ${run} is at work on this release`);
    told = true;
    if (ports.elapsed() > input.deadline) {
      throw new ActionError('locked', `${action} of run ${run} is at work on this release`, {
        hint: 'Wait for that run, or cancel it; its lock ends 30 s after it does.',
      });
    }
    await ports.sleep(POLL_MS);
  }
  return keep(isMine, mine, ports);
}

function keep(
  isMine: (holder: Holder | undefined) => boolean,
  mine: () => Holder,
  { board, every }: LockPorts,
): Lock {
  const stop = new AbortController();
  const end = every(RENEW_MS, async () => {
    const now = await board.update((notices) =>
      isMine(notices.holder) ? { ...notices, holder: mine() } : undefined,
    );
    if (!isMine(now.holder) || now.stopRequest) stop.abort();
  });
  return {
    stop: stop.signal,
    abandon: end,
    release: async () => {
      end();
      await board.update((notices) =>
        isMine(notices.holder) ? withHolder(notices, undefined) : undefined,
      );
    },
  };
}

/** True for a holder whose lease has not moved for its whole duration since we first saw it. */
function silenceWatch(elapsed: () => number): (holder: Holder) => boolean {
  let seen = { renewedAt: '', token: '', at: 0 };
  return ({ renewedAt, token }) => {
    if (seen.renewedAt !== renewedAt || seen.token !== token) {
      seen = { renewedAt, token, at: elapsed() };
    }
    return elapsed() - seen.at > LEASE_SECONDS * 1000;
  };
}
