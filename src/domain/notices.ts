/** Who works on a release now. */
export interface Holder {
  /** `<run id>.<attempt>` on GitHub, else a name of the machine's user. */
  readonly run: string;
  /** What it does, for people: `helm-deploy`, `rollback`. */
  readonly action: string;
  /** Tells two holders of one run apart. */
  readonly token: string;
  /** When it last said that it lives, ISO 8601. */
  readonly renewedAt: string;
}

/** No forward deploy until it is lifted. */
export interface Hold {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly run: string;
}

/** A bundle that this environment refuses. */
export interface Reject {
  readonly bundle: string;
  readonly reason: string;
  readonly at: string;
  readonly run: string;
}

export interface StopRequest {
  readonly reason: string;
  readonly run: string;
  readonly at: string;
}

/**
 * A `helm rollback` of ours makes, or made, this revision. Its own labels cannot say so: helm copies
 * those of the target, and a rollback that was killed stays `pending-rollback` with them.
 */
export interface UndoNote {
  readonly revision: number;
  readonly run: string;
  readonly at: string;
}

/** All that stands on the notice board of one release. */
export interface Notices {
  readonly holder?: Holder;
  readonly stopRequest?: StopRequest;
  readonly undo?: UndoNote;
  readonly hold?: Hold;
  readonly rejects: readonly Reject[];
}

export const EMPTY_BOARD: Notices = { rejects: [] };

/** A holder that has not said for so long that it lives is gone; it says so every 5 s. */
export const LEASE_SECONDS = 30;
/** Clocks of two runners may differ by so much; within it silence is measured by our own watch. */
const SKEW_SECONDS = 60;

/** True when a holder is gone for sure, even if its clock or ours is wrong by a minute. */
export function isLongGone(holder: Holder, nowMs: number): boolean {
  const renewed = Date.parse(holder.renewedAt);
  return Number.isNaN(renewed) || nowMs - renewed > (LEASE_SECONDS + SKEW_SECONDS) * 1000;
}

/** Puts a bundle on the list of rejects; the newest reason counts, the list stays short. */
export function withReject(notices: Notices, reject: Reject): Notices {
  const others = notices.rejects.filter((known) => known.bundle !== reject.bundle);
  return { ...notices, rejects: [...others, reject].slice(-50) };
}

export function withoutReject(notices: Notices, bundle: string): Notices {
  return { ...notices, rejects: notices.rejects.filter((known) => known.bundle !== bundle) };
}

export function withHold(notices: Notices, hold: Hold | undefined): Notices {
  const { hold: _, ...rest } = notices;
  return hold === undefined ? rest : { ...rest, hold };
}

/** Takes or gives back the lock; a request to stop was for the holder before. */
export function withHolder(notices: Notices, holder: Holder | undefined): Notices {
  const { holder: _, stopRequest: __, ...rest } = notices;
  return holder === undefined ? rest : { ...rest, holder };
}

export const withStopRequest = (notices: Notices, stopRequest: StopRequest): Notices => ({
  ...notices,
  stopRequest,
});

/** Written before the rollback; it means nothing once the release has a newer revision. */
export const withUndo = (notices: Notices, undo: UndoNote): Notices => ({ ...notices, undo });

export type Entry =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string; readonly hint: string };

/** Whether a forward deploy of a bundle may enter this environment. */
export function mayEnter(notices: Notices, bundle: string): Entry {
  const { hold, rejects } = notices;
  if (hold) {
    return {
      allowed: false,
      reason: `The environment is on hold since ${hold.at}, set by ${hold.by} (run ${hold.run}): ${hold.reason}`,
      hint: 'Lift it with the rollback workflow, mode lift, when the cause is mended.',
    };
  }
  const reject = rejects.find((known) => known.bundle === bundle);
  if (reject) {
    return {
      allowed: false,
      reason: `Bundle ${reject.bundle} was rejected here at ${reject.at} (run ${reject.run}): ${reject.reason}`,
      hint: 'Deploy a bundle with the cause mended, or lift the reject with the rollback workflow.',
    };
  }
  return { allowed: true };
}
