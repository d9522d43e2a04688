import { ActionError } from '../../errors.ts';
import { type HttpResponse, parseJson, type Send, sendWithRetry } from '../request.ts';
import { type Challenge, parseChallenges } from './challenge.ts';
import type { Credentials, FindCredentials } from './credentials.ts';
import { registryError } from './verdict.ts';

/** What is asked for: pulling from one repository, or nothing but to be let in. */
export interface Access {
  /** As in the image reference; the login is looked up by it. */
  readonly host: string;
  readonly path?: string;
}

/** Turns a registry's challenge into an Authorization header and remembers it per repository. */
export interface Authorizer {
  /** The header that was last good for this repository. */
  readonly known: (access: Access) => Promise<string | undefined>;
  /**
   * A fresh header after a 401, undefined when there is no login to answer it with.
   * @throws {ActionError} `registry-refused` when the token service refuses the login
   */
  readonly renew: (
    access: Access,
    refusal: HttpResponse,
    url: string,
  ) => Promise<string | undefined>;
}

/**
 * Bearer tokens by https://distribution.github.io/distribution/spec/auth/token/, refresh tokens by
 * …/spec/auth/oauth/, and Basic. Parallel calls for one repository share one token request.
 */
export function createAuthorizer(send: Send, find: FindCredentials): Authorizer {
  const headers = new Map<string, Promise<string | undefined>>();
  const key = ({ host, path }: Access): string => `${host}/${path ?? ''}`;
  return {
    known: async (access) => headers.get(key(access)),
    renew: (access, refusal, url) => {
      const renewed = answerChallenge({ send, find }, access, refusal, url);
      headers.set(key(access), renewed);
      // A refusal is told to the caller; the next call starts afresh.
      renewed.catch(() => headers.delete(key(access)));
      return renewed;
    },
  };
}

interface Ports {
  readonly send: Send;
  readonly find: FindCredentials;
}

async function answerChallenge(
  { send, find }: Ports,
  access: Access,
  refusal: HttpResponse,
  url: string,
): Promise<string | undefined> {
  const challenges = parseChallenges(refusal.headers['www-authenticate'] ?? '');
  const login = await find(access.host);
  const bearer = challenges.find((challenge) => challenge.scheme === 'bearer');
  if (bearer) return `Bearer ${await fetchToken(send, access, bearer, login, url)}`;
  const basic = challenges.some((challenge) => challenge.scheme === 'basic');
  if (!basic || login === undefined || 'identityToken' in login) return undefined;
  return basicHeader(login.username, login.password);
}

async function fetchToken(
  send: Send,
  access: Access,
  { parameters }: Challenge,
  login: Credentials | undefined,
  url: string,
): Promise<string> {
  const realm = tokenService(parameters.realm ?? '', access.host, url);
  const pull = access.path === undefined ? undefined : `repository:${access.path}:pull`;
  const scope = parameters.scope ?? pull;
  const query = new URLSearchParams({
    ...(parameters.service !== undefined && { service: parameters.service }),
    ...(scope !== undefined && { scope }),
  });
  const response =
    login !== undefined && 'identityToken' in login
      ? await exchange(send, realm, query, login.identityToken)
      : await sendWithRetry(send, {
          url: withQuery(realm, query),
          headers: login ? { authorization: basicHeader(login.username, login.password) } : {},
        });
  if (response.status !== 200) {
    throw registryError(`login to ${access.host} at ${realm.host}`, response);
  }
  const body = parseJson(response, `the token service ${realm.host}`);
  const { token, access_token: accessToken } = body as Record<string, unknown>;
  const found = token ?? accessToken;
  if (typeof found === 'string' && found !== '') return found;
  throw new ActionError('registry-refused', `the token service ${realm.host} gave no token`);
}

/** A refresh token is exchanged by POST; asking twice gives two tokens and harms nothing. */
function exchange(
  send: Send,
  realm: URL,
  query: URLSearchParams,
  refreshToken: string,
): Promise<HttpResponse> {
  const form = new URLSearchParams(query);
  form.set('grant_type', 'refresh_token');
  form.set('refresh_token', refreshToken);
  form.set('client_id', 'deploy-actions');
  return sendWithRetry(send, {
    url: realm.href,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
}

/** A registry reached by https may not send the login over plain http. */
function tokenService(realm: string, host: string, url: string): URL {
  const parsed = URL.canParse(realm) ? new URL(realm) : undefined;
  const secure = url.startsWith('https:');
  if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && !secure)) return parsed;
  throw new ActionError(
    'registry-refused',
    `${host} names "${realm}" as its token service, which is not an https address`,
  );
}

function withQuery(realm: URL, query: URLSearchParams): string {
  const url = new URL(realm);
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url.href;
}

const basicHeader = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
