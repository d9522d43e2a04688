import type { Clock } from '../tools/clock.ts';
import { type Attempt, type Outcome, POLL_MS } from './next-attempt.ts';

export interface NewsPorts extends Pick<Clock, 'elapsed'> {
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
}

/** A restart of the API server that is over sooner is nobody's concern. */
const OUTAGE_MS = 5000;

/** Says once that the API server does not answer, and once that it does again. */
export function outageNews({ elapsed, info, warn }: NewsPorts): (outcome: Outcome) => void {
  let since: number | undefined;
  let said = false;
  return (outcome) => {
    const failed =
      outcome.is === 'broken' ||
      (outcome.is === 'refused' && (outcome.status === 401 || outcome.status >= 500));
    if (!failed) {
      if (said) info('The API server answers again');
      since = undefined;
      said = false;
      return;
    }
    since ??= elapsed();
    if (said || elapsed() - since < OUTAGE_MS) return;
    said = true;
    const why = outcome.is === 'refused' ? ` (${outcome.status})` : '';
    warn(`The API server does not answer${why}; asking again until it does`);
  };
}

/** How each collection is followed, by its path. */
export type Ways = ReadonlyMap<string, { readonly kind: string; readonly attempt: Attempt }>;

/** Says what is only polled, or cannot be read, and why: a line per reason, however many kinds. */
export function degradationNews({ warn }: Pick<NewsPorts, 'warn'>): (ways: Ways) => void {
  const said = new Set<string>();
  return (ways) => {
    const kinds = new Map<string, Set<string>>();
    for (const [path, { kind, attempt }] of ways) {
      const line = describe(attempt);
      // It may come and go: once is enough.
      if (line === '' || said.has(`${path} ${line}`)) continue;
      said.add(`${path} ${line}`);
      kinds.set(line, (kinds.get(line) ?? new Set()).add(kind));
    }
    for (const [line, of] of kinds) warn(`${[...of].join(', ')}: ${line}`);
  };
}

function describe({ way, reason = '' }: Attempt): string {
  if (way === 'none') return `cannot be read, ${reason}`;
  if (way === 'poll') return `read every ${POLL_MS / 1000} s instead of watched, ${reason}`;
  return '';
}
