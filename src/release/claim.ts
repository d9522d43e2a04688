import { decideClaim, type Owner, ownerRun, type Recover } from '../domain/claim.ts';
import { isPending, type Revision, type RevisionStatus } from '../domain/history.ts';
import type { Notices } from '../domain/notices.ts';
import { ActionError } from '../errors.ts';
import type { Clock } from '../tools/clock.ts';
import { awaitHooks, type HookWaitPorts } from './await-hooks.ts';

export interface ClaimInput {
  readonly release: string;
  readonly namespace: string;
  /** Our own run, `<run id>.<attempt>`. */
  readonly run: string;
  readonly recover: Recover;
  /** When to give up waiting, on the clock of `elapsed`. */
  readonly deadline: number;
}

export interface ClaimPorts extends HookWaitPorts, Pick<Clock, 'now'> {
  readonly history: () => Promise<readonly Revision[]>;
  readonly notices: () => Promise<Notices>;
  /** Asks GitHub for a run of ours. */
  readonly owner: (run: string) => Promise<Owner>;
  /** When a revision was last written, ms since 1970; undefined when it is gone. */
  readonly lastChange: (revision: number) => Promise<number | undefined>;
  /** Ends a pending revision as `failed`; false when it was not pending any more. */
  readonly settle: (revision: number, description: string) => Promise<boolean>;
}

export interface Claimed {
  /** As it is now. */
  readonly history: readonly Revision[];
  /** What was found pending, and ended. */
  readonly recovered?: Recovered;
}

export interface Recovered {
  readonly revision: number;
  readonly from: RevisionStatus;
  /** The run that left it; `''` when it was none of ours. */
  readonly owner: string;
}

const POLL_MS = 1000;
/** GitHub's requests are few; the cluster's are not. */
const ASK_MS = 10_000;

/**
 * Makes a release workable for the one who holds its lock: a revision that a killed run left pending
 * is ended as `failed` (helm then goes on from what was live), one that somebody may still be at work
 * on is waited for, then refused; so is a hook that still runs. Nothing is deployed or deleted.
 * @throws {ActionError} `release-pending`, `hook-running`, `cancelled`, `cluster-refused`
 */
export async function claimRelease(input: ClaimInput, ports: ClaimPorts): Promise<Claimed> {
  const claimed = await settleNewest(input, ports);
  const { namespace, deadline } = input;
  await awaitHooks({ namespace, deadline, history: claimed.history }, ports);
  return claimed;
}

async function settleNewest(input: ClaimInput, ports: ClaimPorts): Promise<Claimed> {
  const { elapsed, info } = ports;
  const ask = askAtTimes(ports);
  let recovered: Recovered | undefined;
  let told = false;
  for (;;) {
    const history = await ports.history();
    const newest = history.at(-1);
    const pending = newest && isPending(newest) ? newest : undefined;
    const owner = pending && (await ask(pending));
    const changed = pending && !owner ? await ports.lastChange(pending.number) : undefined;
    const quietFor = ports.now() - (changed ?? ports.now());
    const step = decideClaim({ ...input, self: input.run, history, owner, quietFor });
    if (step.do === 'proceed') return { history, ...(recovered && { recovered }) };
    if (step.do === 'settle') {
      const { number, status } = step.revision;
      info(`Revision ${number} is ${status}: ${step.because}. It is set to failed`);
      const done = await ports.settle(number, settledText(input, owner));
      if (done) recovered = { revision: number, from: status, owner: owner?.run ?? '' };
      continue;
    }
    const { message, hint } = step.refusal;
    if (step.do === 'refuse' || elapsed() > input.deadline) {
      throw new ActionError('release-pending', message, { hint });
    }
    if (ports.stop.aborted) throw new ActionError('cancelled', `Stopped waiting: ${message}`);
    if (!told) info(`Waiting: ${message}`);
    told = true;
    await ports.sleep(POLL_MS);
  }
}

/** What `helm history` shows of it from now on. */
const settledText = ({ run }: ClaimInput, owner: Owner | undefined): string =>
  `Interrupted: ${owner ? `run ${owner.run}` : 'whoever made it'} never ended it; set to failed by run ${run}`;

/** The owner of a revision, asked of GitHub now and then only. */
function askAtTimes(ports: ClaimPorts): (revision: Revision) => Promise<Owner | undefined> {
  let known: { readonly owner: Owner; readonly at: number } | undefined;
  return async (revision) => {
    const run = ownerRun(revision, await ports.notices());
    if (run === undefined) return undefined;
    if (known?.owner.run !== run || ports.elapsed() - known.at >= ASK_MS) {
      known = { owner: await ports.owner(run), at: ports.elapsed() };
    }
    return known.owner;
  };
}
