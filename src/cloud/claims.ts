import { ActionError } from '../errors.ts';

/**
 * What GitHub's ID token says about a job. Ids are strings; times are seconds since 1970.
 * https://docs.github.com/actions/reference/security/oidc
 */
export interface Claims {
  readonly iss: string;
  readonly aud: string | readonly string[];
  readonly sub: string;
  readonly exp: number;
  readonly [name: string]: unknown;
}

/**
 * Reads the claims of a JWT. The signature is not verified: the cluster does that, we only explain.
 * @throws {ActionError} `login-refused` when it is no JWT; the text itself is never shown
 */
export function decodeClaims(token: string): Claims {
  const [, payload = '', ...rest] = token.split('.');
  const claims = rest.length === 1 ? parseObject(payload) : undefined;
  if (
    typeof claims?.iss !== 'string' ||
    typeof claims.sub !== 'string' ||
    typeof claims.exp !== 'number' ||
    claims.aud === undefined
  ) {
    throw new ActionError('login-refused', 'What came as ID token is not a JWT of an ID token', {
      hint: 'Check that ACTIONS_ID_TOKEN_REQUEST_URL was set by the runner and by nobody else.',
    });
  }
  return claims as unknown as Claims;
}

function parseObject(base64url: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A claim as text; `''` when the token does not have it. */
export function claim(claims: Claims, name: string): string {
  const value = claims[name];
  if (Array.isArray(value)) return value.join(', ');
  return value === undefined || value === null ? '' : String(value);
}

export const isImmutableSubject = (subject: string): boolean =>
  /^repo:[^:@]+@\d+\/[^:@]+@\d+(:|$)/.test(subject);

/**
 * The subject in the form it does not have: with the ids of owner and repository (repositories made,
 * renamed or transferred since 2026-07-15) or without. `undefined` for a custom subject.
 */
export function otherSubject(claims: Claims): string | undefined {
  const immutable = /^repo:([^:@]+)@\d+\/([^:@]+)@\d+(:.*)?$/.exec(claims.sub);
  if (immutable) return `repo:${immutable[1]}/${immutable[2]}${immutable[3] ?? ''}`;
  const parts = /^repo:([^:/@]+)\/([^:/@]+)(:.*)?$/.exec(claims.sub);
  const owner = claim(claims, 'repository_owner_id');
  const repository = claim(claims, 'repository_id');
  if (!parts || owner === '' || repository === '') return undefined;
  return `repo:${parts[1]}@${owner}/${parts[2]}@${repository}${parts[3] ?? ''}`;
}
