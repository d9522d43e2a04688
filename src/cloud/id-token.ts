import { ActionError } from '../errors.ts';
import { type HttpResponse, type Send, sendWithRetry } from '../http/request.ts';
import { type Claims, decodeClaims } from './claims.ts';

/** An ID token of the running job. */
export interface IdToken {
  readonly token: string;
  readonly claims: Claims;
  /** By how much the issuer's clock is ahead of ours, in ms; 0 when below what `Date` can tell. */
  readonly clockAheadMs: number;
}

export interface MintPorts {
  readonly send: Send;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Per try; four of them fit into the 20 s that a mint may take. */
const TRY_MS = 4_000;

/**
 * Asks GitHub for an ID token of this job, as @actions/core does, but with a deadline and without
 * following redirects: the request token is worth as much as the cluster's.
 * @throws {ActionError} `login-refused` when this job gets none, `request-failed` when no answer came
 */
export async function mintIdToken(audience: string, ports: MintPorts): Promise<IdToken> {
  const url = requestUrl(ports.env);
  url.searchParams.set('audience', audience);
  const asked = ports.now();
  const response = await sendWithRetry(ports.send, {
    url: url.href,
    headers: {
      accept: 'application/json; api-version=2.0',
      authorization: `bearer ${ports.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`,
    },
    timeoutMs: TRY_MS,
    maxBytes: 256 * 1024,
  });
  if (response.status !== 200) throw refusal(response);
  const token = readToken(response);
  return { token, claims: decodeClaims(token), clockAheadMs: clockAhead(response, asked, ports) };
}

function requestUrl(env: MintPorts['env']): URL {
  const given = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
  if (given === '' || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
    throw new ActionError(
      'login-refused',
      'GitHub gives this job no ID token (ACTIONS_ID_TOKEN_REQUEST_URL is not set)',
      { hint: whyNoToken(env) },
    );
  }
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'https:') {
    throw new ActionError('login-refused', 'ACTIONS_ID_TOKEN_REQUEST_URL is not an https address', {
      hint: 'The runner sets it; a step before this one must have changed it.',
    });
  }
  return url;
}

/** Why the variable is missing. Source: auth#51, auth#27, attest-build-provenance#99. */
function whyNoToken(env: MintPorts['env']): string {
  if (env.GITHUB_ACTOR === 'dependabot[bot]') {
    return 'Dependabot started this run: it never gets an ID token for a pull request, no setting helps.';
  }
  const permission =
    'Give the job `permissions: id-token: write` (and `contents: read`). A reusable workflow gets ' +
    'it only when the job that calls it grants it too.';
  return env.GITHUB_EVENT_NAME === 'pull_request'
    ? `${permission} A pull request from a fork never gets one, no setting helps.`
    : permission;
}

function refusal(response: HttpResponse): ActionError {
  const { status } = response;
  if (status >= 300 && status < 400) {
    return new ActionError(
      'login-refused',
      `The ID token endpoint redirects (${status}); redirects are not followed, they would carry the request token away`,
      { hint: 'A proxy or login page in between answers instead of GitHub.' },
    );
  }
  const said = errorMessage(response);
  return new ActionError('login-refused', `GitHub refused an ID token (${status})${said}`, {
    hint:
      status === 401 || status === 403
        ? 'The request token belongs to another job or to one that has ended; it works only while its own job runs.'
        : 'See https://www.githubstatus.com, then run the job again.',
  });
}

/** The message of GitHub's error answer; other bodies (HTML of a proxy) are not shown. */
function errorMessage(response: HttpResponse): string {
  try {
    const { message } = JSON.parse(response.body.toString('utf8')) as { message?: unknown };
    return typeof message === 'string' ? `: ${withoutTokens(message).slice(0, 300)}` : '';
  } catch {
    return '';
  }
}

/** Cuts everything that looks like a JWT: an answer we do not understand may hold one. */
const withoutTokens = (text: string): string => text.replace(/eyJ[\w-]+(\.[\w-]*)*/g, '***');

function readToken(response: HttpResponse): string {
  const text = response.body.toString('utf8');
  try {
    const { value } = JSON.parse(text) as { value?: unknown };
    if (typeof value === 'string' && value !== '') return value;
  } catch {
    // Not shown as a cause either: JSON.parse quotes the text, which may hold half a token.
  }
  const what = text.trimStart().startsWith('<') ? 'HTML' : `${response.body.length} bytes`;
  throw new ActionError(
    'login-refused',
    `The ID token endpoint answered 200 with ${what} instead of {"value": …}`,
    { hint: 'A proxy or a login page in between often answers with HTML.' },
  );
}

/** `Date` counts whole seconds; below 2 s the difference is the network's, not the clock's. */
function clockAhead(response: HttpResponse, asked: number, ports: MintPorts): number {
  const theirs = Date.parse(String(response.headers.date ?? '')) + 500;
  const ahead = Math.round(theirs - (asked + ports.now()) / 2);
  return Number.isNaN(ahead) || Math.abs(ahead) < 2000 ? 0 : ahead;
}
