import { ActionError } from '../../errors.ts';
import { type HttpResponse, type Send, sendWithRetry } from '../request.ts';
import { type Access, createAuthorizer } from './authorize.ts';
import type { FindCredentials } from './credentials.ts';
import { createEndpoints } from './endpoint.ts';
import { followRedirect, isRedirect } from './redirect.ts';

export interface RegistryOptions {
  readonly send: Send;
  readonly credentials: FindCredentials;
}

export interface ReadRequest {
  readonly method?: 'GET' | 'HEAD';
  /** Below `/v2/<repository>/`, or below `/v2/` without a repository. */
  readonly path: string;
  readonly accept?: string;
}

/** Reads with retries, redirects and login; any last status is an answer. */
export type Reader = (access: Access, request: ReadRequest) => Promise<HttpResponse>;

const MAX_REDIRECTS = 5;

/** One reader is one run's memory of addresses and tokens. */
export function createReader({ send, credentials }: RegistryOptions): Reader {
  const endpoint = createEndpoints(send);
  const authorizer = createAuthorizer(send, credentials);
  return async (access, request) => {
    const below = access.path === undefined ? '' : `${access.path}/`;
    const url = `${await endpoint(access.host)}/v2/${below}${request.path}`;
    const attempt = (authorization: string | undefined): Promise<Reached> =>
      follow(send, url, {
        method: request.method ?? 'GET',
        headers: { ...(request.accept !== undefined && { accept: request.accept }) },
        authorization,
      });
    const first = await attempt(await authorizer.known(access));
    // Also in the middle of things: tokens live for minutes. Never for another host's challenge.
    if (first.response.status !== 401 || !first.sameOrigin) return first.response;
    const renewed = await authorizer.renew(access, first.response, url);
    return renewed === undefined ? first.response : (await attempt(renewed)).response;
  };
}

interface Attempt {
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
}

interface Reached {
  readonly response: HttpResponse;
  /** No redirect led away from the registry. */
  readonly sameOrigin: boolean;
}

async function follow(send: Send, start: string, attempt: Attempt): Promise<Reached> {
  let url = start;
  let sameOrigin = true;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const { method, authorization } = attempt;
    const login = sameOrigin && authorization !== undefined ? { authorization } : {};
    const headers = { ...attempt.headers, ...login };
    const response = await sendWithRetry(send, { url, method, headers });
    if (!isRedirect(response.status)) return { response, sameOrigin };
    const next = followRedirect(url, response.headers.location);
    sameOrigin &&= next.keepCredentials;
    url = next.url;
  }
  throw new ActionError('request-failed', `more than ${MAX_REDIRECTS} redirects from ${start}`);
}
