import { isPending, LABEL, liveRevision, type Revision } from './history.ts';
import type { Notices } from './notices.ts';

/** The run that made a pending revision, as far as anybody could tell. */
export interface Owner {
  readonly run: string;
  /** `unknown`: GitHub has no answer, or it was no run of GitHub. */
  readonly state: 'over' | 'alive' | 'unknown';
  /** Where to look at it; `''` when it was no run of GitHub. */
  readonly url: string;
}

/** `own`: only what deploy-actions left; `foreign`: also what others left. */
export type Recover = 'own' | 'foreign';

export interface ClaimFacts {
  readonly release: string;
  readonly namespace: string;
  /** Our own run, `<run id>.<attempt>`. */
  readonly self: string;
  readonly recover: Recover;
  readonly history: readonly Revision[];
  /** Of the newest revision; undefined: none of ours. */
  readonly owner: Owner | undefined;
  /** Milliseconds since the newest revision was last written. */
  readonly quietFor: number;
}

export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** What to do about the newest revision, by one who holds the release's lock. */
export type ClaimStep =
  | { readonly do: 'proceed' }
  /** End it on paper; `because` is the proof that nobody is at work on it. */
  | { readonly do: 'settle'; readonly revision: Revision; readonly because: string }
  /** Look again until the time is over, then refuse. */
  | { readonly do: 'wait'; readonly refusal: Refusal }
  | { readonly do: 'refuse'; readonly refusal: Refusal };

/**
 * Helm's default time-out is 5 min, and clocks differ: a pending revision of others that was not
 * written for so long has no helm behind it, unless that helm was given more time. While it waits,
 * a living helm writes nothing, so nothing younger can be told from a dead one.
 */
export const FOREIGN_QUIET_MS = 6 * 60_000;

/**
 * The run whose operation this revision is; undefined where it is not one of ours. Labels count only
 * where they name this very revision, and a rollback of ours is known by the notice board.
 */
export function ownerRun(revision: Revision, { undo }: Notices): string | undefined {
  if (revision.status === 'pending-rollback' && undo?.revision === revision.number) return undo.run;
  return revision.labels[LABEL.run];
}

/** Decides by the newest revision whether the release can be worked on. */
export function decideClaim(facts: ClaimFacts): ClaimStep {
  const newest = facts.history.at(-1);
  if (newest?.status === 'uninstalling') return { do: 'refuse', refusal: uninstalling(facts) };
  if (newest === undefined || !isPending(newest)) return { do: 'proceed' };
  return facts.owner ? ownClaim(newest, facts.owner, facts) : foreignClaim(newest, facts);
}

/**
 * Whoever of ours works on a release holds its lock and renews it; we hold it now, so it was given
 * back or had been silent for its whole lease. GitHub is asked all the same: a run that is alive may
 * only have lost its way to the cluster, and comes back.
 */
function ownClaim(newest: Revision, owner: Owner, { release, self }: ClaimFacts): ClaimStep {
  const settle = (because: string): ClaimStep => ({ do: 'settle', revision: newest, because });
  const run = `run ${owner.run}`;
  if (owner.run === self)
    return settle('an earlier step of this run left it, and gave up its lock');
  if (isEarlierAttempt(owner.run, self)) return settle(`${run} is an earlier attempt of this run`);
  if (owner.state === 'over') return settle(`${run} is over`);
  if (owner.state === 'unknown') {
    return settle(`${run} gave up its lock; whether it is over could not be asked`);
  }
  return {
    do: 'wait',
    refusal: {
      message: `${pendingText(newest, release)}: ${run} made it and is not over (${owner.url})`,
      hint: 'Run this job again when that run has ended, or cancel it first.',
    },
  };
}

function foreignClaim(newest: Revision, facts: ClaimFacts): ClaimStep {
  const { release, recover, quietFor } = facts;
  const what = `${pendingText(newest, release)}, and not by deploy-actions`;
  if (recover === 'own') {
    return {
      do: 'refuse',
      refusal: {
        message: `${what}: another operation is running or was killed`,
        hint: `When none is running: ${cure(newest, facts)}, or run this job with recover: foreign.`,
      },
    };
  }
  if (quietFor >= FOREIGN_QUIET_MS) {
    const minutes = Math.floor(quietFor / 60_000);
    const because = `nothing was written to it for ${minutes} min, and recover is foreign`;
    return { do: 'settle', revision: newest, because };
  }
  const left = Math.ceil((FOREIGN_QUIET_MS - quietFor) / 60_000);
  return {
    do: 'wait',
    refusal: {
      message: `${what}: it is too young to tell whether helm still works on it`,
      hint: `Run this job again in ${left} min, or, when no helm is running: ${cure(newest, facts)}.`,
    },
  };
}

/** A run of GitHub is started again only when its former attempt has ended. */
function isEarlierAttempt(run: string, self: string): boolean {
  const [theirs, ours] = [parseRun(run), parseRun(self)];
  return theirs !== undefined && theirs.id === ours?.id && theirs.attempt < ours.attempt;
}

/** The parts of `<run id>.<attempt>`; undefined for what is no run of GitHub. */
export function parseRun(run: string): { id: number; attempt: number } | undefined {
  const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(run) ?? [];
  return id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
}

const pendingText = ({ number, status }: Revision, release: string): string =>
  `Revision ${number} of ${release} is ${status}`;

/** The command that frees the release; `helm rollback` without a number takes a wrong one. */
function cure(newest: Revision, { history, release, namespace }: ClaimFacts): string {
  const where = `--namespace ${namespace}`;
  if (newest.status === 'pending-install') {
    return `helm uninstall ${release} ${where} (it removes all the release made)`;
  }
  return `helm rollback ${release} ${liveRevision(history)?.number ?? 'REVISION'} ${where}`;
}

function uninstalling({ history, release, namespace }: ClaimFacts): Refusal {
  const number = history.at(-1)?.number;
  return {
    message: `Revision ${number} of ${release} is uninstalling: an uninstall is running or was killed`,
    hint: `To bring it to its end: helm uninstall ${release} --namespace ${namespace}. Then run this job again.`,
  };
}
