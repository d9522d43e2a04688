import { ActionError } from '../../errors.ts';

/** An answer of GitHub that is no success, or none at all (status 0). */
export interface Refused {
  readonly status: number;
  /** GitHub's own words. */
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cause: unknown;
}

/**
 * How long to wait before the call is sent again; undefined: it makes no sense or would be wrong.
 * A limited call was not done, so it may be sent again whatever it does.
 */
export function retryPause(
  refused: Refused,
  attempt: number,
  repeatable: boolean,
): number | undefined {
  const growing = 500 * 2 ** (attempt - 1);
  if (isSecondaryLimit(refused)) {
    const asked = Number(refused.headers['retry-after']);
    // Without a header GitHub asks for at least a minute.
    return Number.isFinite(asked) && asked > 0 ? asked * 1000 : 60_000;
  }
  if (isUsedUp(refused) || !repeatable) return undefined;
  return refused.status === 0 || refused.status >= 500 ? growing : undefined;
}

/** The failure for the person who reads the log, with the right that is missing where one is. */
export function githubError(
  what: string,
  needs: string,
  refused: Refused,
  now: number,
): ActionError {
  const { status, message, headers, cause } = refused;
  if (status === 0) {
    return new ActionError('request-failed', `GitHub did not answer (${what})`, { cause });
  }
  if (isUsedUp(refused) || isSecondaryLimit(refused)) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    const minutes = Math.max(1, Math.ceil((reset - now) / 60_000));
    const when = Number.isFinite(reset) ? `in ${minutes} min` : 'in a few minutes';
    return new ActionError('rate-limited', `GitHub's rate limit is used up (${what}): ${message}`, {
      hint: `Run the job again ${when}. All jobs of the repository share the limit of GITHUB_TOKEN.`,
    });
  }
  return new ActionError('github-refused', `Cannot ${what}: GitHub said ${status} ${message}`, {
    ...hintFor(status, needs, headers['x-accepted-github-permissions']),
  });
}

function hintFor(status: number, needs: string, accepted: string | undefined): { hint?: string } {
  if (status === 401) return { hint: 'The token is not valid (any more): check github-token.' };
  if (status === 403 || status === 404) {
    const asked = accepted === undefined ? '' : ` (GitHub asks for ${accepted})`;
    return { hint: `Give the job the permission \`${needs}\`${asked}.` };
  }
  return {};
}

const isUsedUp = ({ status, headers }: Refused): boolean =>
  (status === 403 || status === 429) && headers['x-ratelimit-remaining'] === '0';

const isSecondaryLimit = (refused: Refused): boolean =>
  (refused.status === 403 || refused.status === 429) &&
  !isUsedUp(refused) &&
  ('retry-after' in refused.headers ||
    /secondary rate limit/i.test(refused.message) ||
    refused.status === 429);
