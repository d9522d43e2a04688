/** What goes wrong with a request. */
export type FaultKind =
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 }
  /** The hour's requests are used up: 403 with X-RateLimit-Remaining 0. */
  | { readonly kind: 'primary-limit'; readonly resetSeconds: number }
  /** Too fast, too many writes: 403 or 429 with Retry-After. */
  | { readonly kind: 'secondary-limit'; readonly status: 403 | 429; readonly retryAfter: number }
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection ends without an answer, before or after the request took effect. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** A read answers what the same read answered before the fault, as a lagging replica would. */
  | { readonly kind: 'stale' };

export type Fault = FaultKind & {
  /** Method and path, `*` for anything: `PATCH /repos/*` + `/git/refs/*`. Git and artifacts too. */
  readonly route: string;
  /** How many requests it hits, 1 when absent. */
  readonly times?: number;
};

interface ActiveFault {
  /** How many requests it has hit. */
  readonly hits: () => number;
  readonly remove: () => void;
}

export interface Faults {
  readonly add: (fault: Fault) => ActiveFault;
  readonly clear: () => void;
  /** The faults that hit this request; counts them. */
  readonly take: (method: string, path: string) => readonly Fault[];
}

export function createFaults(): Faults {
  const active = new Map<Fault, { hits: number; pattern: RegExp }>();
  return {
    add(fault) {
      const use = { hits: 0, pattern: routePattern(fault.route) };
      active.set(fault, use);
      return { hits: () => use.hits, remove: () => void active.delete(fault) };
    },
    clear: () => active.clear(),
    take(method, path) {
      const hit: Fault[] = [];
      for (const [fault, use] of active) {
        if (!use.pattern.test(`${method} ${path}`)) continue;
        use.hits += 1;
        hit.push(fault);
        if (use.hits >= (fault.times ?? 1)) active.delete(fault);
      }
      return hit;
    },
  };
}

function routePattern(route: string): RegExp {
  const literal = route.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}
