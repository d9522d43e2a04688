import type { Caller } from '../state.ts';

/** Requests left in the running hour. */
export interface Allowance {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export interface Limits {
  readonly look: (caller: Caller) => Allowance;
  /** Counts a request; `remaining` was 0 before when it must be refused. */
  readonly take: (caller: Caller) => { readonly refused: boolean; readonly allowance: Allowance };
  /** Takes the last request back. */
  readonly refund: (caller: Caller) => Allowance;
  /** Leaves the caller so many requests until the hour is over. */
  readonly setRemaining: (caller: Caller, remaining: number) => void;
}

const HOUR = 3_600_000;

/** docs: rest/using-the-rest-api/rate-limits-for-the-rest-api. */
function bucketOf(caller: Caller): { readonly key: string; readonly limit: number } {
  switch (caller.kind) {
    case 'job':
      // All GITHUB_TOKENs of a repository draw from one allowance.
      return { key: `job ${caller.repository.toLowerCase()}`, limit: 1000 };
    case 'user':
      return { key: `user ${caller.account.login}`, limit: 5000 };
    case 'installation':
      return { key: `installation ${caller.app.installationId}`, limit: 5000 };
    case 'app':
      return { key: `app ${caller.app.id}`, limit: 5000 };
    default:
      return { key: 'anonymous', limit: 60 };
  }
}

export function createLimits(now: () => Date): Limits {
  const buckets = new Map<string, { limit: number; used: number; resetAt: number }>();
  const bucket = (caller: Caller) => {
    const { key, limit } = bucketOf(caller);
    const known = buckets.get(key);
    if (known && known.resetAt > now().getTime()) return known;
    const fresh = { limit, used: 0, resetAt: now().getTime() + HOUR };
    buckets.set(key, fresh);
    return fresh;
  };
  const look = (caller: Caller): Allowance => {
    const { limit, used, resetAt } = bucket(caller);
    return { limit, used, remaining: limit - used, reset: Math.ceil(resetAt / 1000) };
  };
  return {
    look,
    take(caller) {
      const own = bucket(caller);
      const refused = own.used >= own.limit;
      if (!refused) own.used += 1;
      return { refused, allowance: look(caller) };
    },
    refund(caller) {
      const own = bucket(caller);
      own.used = Math.max(own.used - 1, 0);
      return look(caller);
    },
    setRemaining(caller, remaining) {
      const own = bucket(caller);
      own.used = own.limit - remaining;
    },
  };
}
