/** How a collection is followed: a stream that brings its own start, list then stream, lists only. */
export type Way = 'watch' | 'list-watch' | 'poll' | 'none';

/** The next request for a collection. */
export interface Attempt {
  readonly way: Way;
  /** The version a stream continues at; without it the state of now is read first. */
  readonly from?: string;
  /** Attempts that failed since one worked. */
  readonly failures: number;
  /** How long to wait before it, without jitter. */
  readonly pauseMs: number;
  /** The list worked after streams failed: one more failed stream means that only lists work. */
  readonly proving?: boolean;
  /** Why it is not `watch`, for people. */
  readonly reason?: string;
  /** When a stream is worth another try, on the clock of `elapsed`. */
  readonly watchAgainAt?: number;
}

/** What a request came to. */
export type Outcome =
  /** The whole collection was read. */
  | { readonly is: 'listed'; readonly at: string }
  /** A stream that had worked is over; `at` is the last version it told. */
  | { readonly is: 'ended'; readonly at: string }
  /** A stream ended, or never began, without a sign of life. */
  | { readonly is: 'broken' }
  /** Nothing came where something should: it is held back on the way, this one or all. */
  | { readonly is: 'silent'; readonly elsewhere: boolean }
  /** The state of now came, but never its end: a server from before watch-list. */
  | { readonly is: 'incomplete' }
  /** Given up because few streams are allowed, and others need them more. */
  | { readonly is: 'yielded' }
  /** The version to continue at is too old (410). */
  | { readonly is: 'expired' }
  | { readonly is: 'refused'; readonly of: 'list' | 'watch'; readonly status: number };

export const POLL_MS = 3000;
/** Streams that were refused for a reason that passes are tried again after this. */
const WATCH_AGAIN_MS = 60_000;
/** What keeps its stream where few are allowed gets one as soon as the others have given theirs up. */
const STREAM_FREE_MS = 10_000;
const FEW_STREAMS = 'few streams are allowed here (429)';
const STREAM_FAILURES = 3;
/** A 401 heals where kubectl gets a new token; an API server that just started says it, too. */
export const TOKEN_FAILURES = 15;

/** What to do after `outcome`: the whole of how a collection is kept up to date, as a table. */
export function nextAttempt(last: Attempt, outcome: Outcome, now: number): Attempt {
  switch (outcome.is) {
    case 'listed':
      return last.way === 'poll' ? afterPoll(last, now) : { ...last, from: outcome.at, pauseMs: 0 };
    case 'ended': {
      const { proving: _, ...rest } = last;
      return { ...rest, from: outcome.at, failures: 0, pauseMs: 100 };
    }
    case 'broken':
      return failed(last, now);
    case 'silent':
      if (outcome.elsewhere) {
        return poll('its stream is silent while others are not', now + WATCH_AGAIN_MS);
      }
      return poll('streams are held back on the way, by a proxy that buffers');
    case 'incomplete':
      return { way: 'list-watch', failures: 0, pauseMs: 0 };
    case 'yielded':
      return poll(FEW_STREAMS);
    case 'expired': {
      const { from: _, ...rest } = last;
      // Expired at once again and again would be a loop: it counts as a failure.
      return { ...rest, failures: last.failures + 1, pauseMs: pause(last.failures) };
    }
    case 'refused':
      return outcome.of === 'list'
        ? listRefused(last, outcome.status, now)
        : watchRefused(last, outcome.status, now);
  }
}

function afterPoll(last: Attempt, now: number): Attempt {
  const again = last.watchAgainAt !== undefined && now >= last.watchAgainAt;
  if (again) return { way: 'list-watch', failures: 0, pauseMs: 0, proving: true };
  return { ...last, failures: 0, pauseMs: POLL_MS };
}

function watchRefused(last: Attempt, status: number, now: number): Attempt {
  if (status === 401 || status === 408 || status >= 500) return failed(last, now, status);
  if (status === 410) return nextAttempt(last, { is: 'expired' }, now);
  if (status === 429) return poll(FEW_STREAMS, now + STREAM_FREE_MS);
  if (status === 403 || status === 405) return poll('the right to watch is missing');
  // 400, 422: a server that does not know this form of the request.
  if (last.way === 'watch') return { way: 'list-watch', failures: last.failures, pauseMs: 0 };
  return poll(`watches are refused (${status})`);
}

function listRefused(last: Attempt, status: number, now: number): Attempt {
  if (passes(status)) return failed(last, now, status);
  const why = status === 403 ? 'the right to list is missing' : `lists are refused (${status})`;
  return { way: 'none', failures: 0, pauseMs: 0, reason: why };
}

/** Whether another try may be answered better: the token, the load, the server's own trouble. */
export const passes = (status: number): boolean =>
  [401, 408, 410, 429].includes(status) || status >= 500;

/** No answer, or one that passes: the same again, with growing pauses; then by list first. */
function failed(last: Attempt, now: number, status = 0): Attempt {
  const failures = last.failures + 1;
  if (status === 401 && failures >= TOKEN_FAILURES) {
    return { way: 'none', failures, pauseMs: 0, reason: 'our token is refused (401)' };
  }
  const pauseMs = pause(failures - (status === 401 ? 1 : 0));
  if (last.way === 'poll') return { ...last, failures, pauseMs: Math.max(pauseMs, 1000) };
  const streamed = last.way === 'watch' || last.from !== undefined;
  if (!streamed || failures < STREAM_FAILURES) return { ...last, failures, pauseMs };
  if (last.proving) return poll('watches break off', now + WATCH_AGAIN_MS);
  return { way: 'list-watch', failures, pauseMs, proving: true };
}

const pause = (failures: number): number =>
  failures <= 0 ? 0 : Math.min(250 * 2 ** (failures - 1), 1000);

const poll = (reason: string, watchAgainAt?: number): Attempt => ({
  way: 'poll',
  failures: 0,
  pauseMs: 0,
  reason,
  ...(watchAgainAt !== undefined && { watchAgainAt }),
});
