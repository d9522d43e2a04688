import { idTokenClaims } from './claims.ts';
import type { Job } from './job.ts';
import { type IssuerKeys, openRequestToken, publicJwk, signIdToken } from './keys.ts';

export interface Question {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly authorization: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What a request token holds: the job, and until when it runs (seconds since 1970). */
export interface RequestGrant {
  readonly job: Job;
  readonly exp: number;
}

/**
 * Answers as token.actions.githubusercontent.com does: discovery, JWKS, and the token request that
 * @actions/core makes. Keeps no state: all it knows of a job is in its request token.
 * @param now seconds since 1970
 */
export function answer(question: Question, issuer: string, keys: IssuerKeys, now: number): Answer {
  const url = new URL(question.url, issuer);
  if (question.method !== 'GET') return refuse(405, 'Method not allowed');
  if (url.pathname === '/.well-known/openid-configuration') {
    return { status: 200, body: discovery(issuer) };
  }
  if (url.pathname === '/.well-known/jwks') {
    return { status: 200, body: { keys: [publicJwk(keys)] } };
  }
  const run = /^\/idtoken\/(\d+)\/[\w-]+$/.exec(url.pathname)?.[1];
  return run === undefined
    ? refuse(404, 'Not found')
    : idToken(question, url, run, issuer, keys, now);
}

function idToken(
  question: Question,
  url: URL,
  run: string,
  issuer: string,
  keys: IssuerKeys,
  now: number,
): Answer {
  const bearer = /^bearer (\S+)$/i.exec(question.authorization ?? '')?.[1] ?? '';
  const grant = openRequestToken(keys, bearer) as RequestGrant | undefined;
  if (!grant || grant.exp <= now) return refuse(401, 'The request token is not valid');
  if (grant.job.runId !== run) return refuse(403, 'The request token belongs to another run');
  const audience = url.searchParams.get('audience') ?? undefined;
  const claims = idTokenClaims(grant.job, { issuer, audience, now });
  return { status: 200, body: { count: 1, value: signIdToken(keys, claims) } };
}

const refuse = (status: number, message: string): Answer => ({ status, body: { message } });

const discovery = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/.well-known/jwks`,
  subject_types_supported: ['public', 'pairwise'],
  response_types_supported: ['id_token'],
  claims_supported: [
    ...['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'ref', 'sha', 'repository'],
    ...['repository_id', 'repository_owner', 'repository_owner_id', 'run_id', 'run_number'],
    ...['run_attempt', 'actor', 'actor_id', 'workflow', 'workflow_ref', 'workflow_sha', 'head_ref'],
    ...['base_ref', 'event_name', 'ref_type', 'environment', 'job_workflow_ref'],
    ...['job_workflow_sha', 'repository_visibility', 'runner_environment', 'check_run_id'],
  ],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
});
