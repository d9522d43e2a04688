import type { Outcome } from './next-attempt.ts';

/** An API server that has just started forbids all until it has read its roles: seconds. */
const FORGIVEN_MS = 30_000;
/** What a server says that cannot answer yet. */
const UNAVAILABLE = 503;

/**
 * Takes a 403 on what could be read before for a server that is starting: a right that was really
 * taken away is believed when it stays away.
 */
export function createForgiveness(elapsed: () => number): (outcome: Outcome) => Outcome {
  const worked = new Set<'list' | 'watch'>();
  let since: number | undefined;
  return (outcome) => {
    if (outcome.is === 'listed') worked.add('list');
    if (outcome.is === 'ended') worked.add('list').add('watch');
    if (outcome.is !== 'refused') {
      since = undefined;
      return outcome;
    }
    if (outcome.status !== 403 || !worked.has(outcome.of)) return outcome;
    since ??= elapsed();
    return elapsed() - since < FORGIVEN_MS ? { ...outcome, status: UNAVAILABLE } : outcome;
  };
}
