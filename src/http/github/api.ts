import type { getOctokit } from '@actions/github';
import { ActionError } from '../../errors.ts';
import type { HttpRequest, Send } from '../request.ts';
import { githubError, type Refused, retryPause } from './refusal.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface ApiOptions {
  readonly token: string;
  /** GITHUB_API_URL */
  readonly url: string;
  readonly send: Send;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a call may cost. */
export interface CallRules {
  /** The permission it needs, in the words of a workflow: `deployments: write`. */
  readonly needs: string;
  /** False for a call that would do its work twice when it is sent twice. */
  readonly repeatable: boolean;
}

/** GitHub's REST API for one token, with budgets: no call waits without an end. */
export interface Api {
  /**
   * Runs one call of octokit; repeatable ones again on 5xx and lost connections.
   * @param what for people: `list deployments`
   * @throws {ActionError} `github-refused`, `rate-limited`, `request-failed`
   */
  readonly call: <T>(
    what: string,
    rules: CallRules,
    body: (octokit: Octokit) => Promise<{ readonly data: T }>,
  ) => Promise<T>;
  /** As `call`, for something that may not be there (404, or 422 for a name that cannot be). */
  readonly find: <T>(
    what: string,
    rules: CallRules,
    body: (octokit: Octokit) => Promise<{ readonly data: T }>,
  ) => Promise<T | undefined>;
  /** Requests sent so far, retries included. */
  readonly requests: () => number;
  /** Requests that GitHub grants until the hour is over; undefined before the first answer. */
  readonly left: () => number | undefined;
}

const TRIES = 4;
/** A secondary limit may ask for so long a pause; longer ones end the call. */
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_MS = 15_000;
const LARGEST_ANSWER = 32 * 1024 * 1024;

export function createApi(options: ApiOptions): Api {
  const seen: { requests: number; left: number | undefined } = { requests: 0, left: undefined };
  let octokit: Promise<Octokit> | undefined;
  const settings = {
    baseUrl: options.url,
    userAgent: 'deploy-actions',
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    request: {
      // Our own Send: octokit's fetch has no deadline, and would bring a second way through proxies.
      fetch: async (url: string, init: FetchInit) => {
        seen.requests++;
        const response = await sendFollowing(options.send, {
          url,
          method: init.method ?? 'GET',
          headers: init.headers ?? {},
          ...(init.body !== undefined && { body: init.body }),
          timeoutMs: ANSWER_MS,
          maxBytes: LARGEST_ANSWER,
        });
        const left = response.headers.get('x-ratelimit-remaining');
        if (left !== null) seen.left = Number(left);
        return response;
      },
    },
  };
  /** @returns the data, or why there is none after all that could be tried */
  const attempt = async <T>(
    rules: CallRules,
    body: (octokit: Octokit) => Promise<{ readonly data: T }>,
  ): Promise<{ readonly data: T } | { readonly refused: Refused }> => {
    for (let number = 1; ; number++) {
      try {
        octokit ??= loadOctokit(options.token, settings);
        return { data: (await body(await octokit)).data };
      } catch (error) {
        const refused = asRefused(error);
        const pause = retryPause(refused, number, rules.repeatable);
        if (pause === undefined || number >= TRIES || pause > LONGEST_PAUSE_MS) return { refused };
        await options.sleep(pause);
      }
    }
  };
  return {
    requests: () => seen.requests,
    left: () => seen.left,
    call: async (what, rules, body) => {
      const result = await attempt(rules, body);
      if ('data' in result) return result.data;
      throw githubError(what, rules.needs, result.refused, options.now());
    },
    find: async (what, rules, body) => {
      const result = await attempt(rules, body);
      if ('data' in result) return result.data;
      const { status } = result.refused;
      if (status === 404 || status === 422) return undefined;
      throw githubError(what, rules.needs, result.refused, options.now());
    },
  };
}

/**
 * Loaded by the first call, from a file of its own in the bundle: reading it takes as long as node's
 * own start, and many runs make no call.
 */
async function loadOctokit(
  token: string,
  settings: Parameters<typeof getOctokit>[1],
): Promise<Octokit> {
  const github = await import('@actions/github');
  return github.getOctokit(token, settings);
}

const quiet = (): void => {};

interface FetchInit {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends, and follows a moved repository (301, 307, 308) on the same host only. */
async function sendFollowing(send: Send, request: HttpRequest): Promise<Response> {
  let url = request.url;
  for (let hops = 0; ; hops++) {
    const answer = await send({ ...request, url });
    const { location } = answer.headers;
    const moved = [301, 302, 307, 308].includes(answer.status) && location !== undefined;
    const next = moved ? new URL(location, url) : undefined;
    if (next && next.host === new URL(url).host && request.method === 'GET' && hops < 3) {
      url = next.href;
      continue;
    }
    const empty = answer.status === 204 || answer.status === 205 || answer.status === 304;
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      [value ?? ''].flat().join(', '),
    ]);
    // A redirect that is not followed is no answer of the API.
    const status = moved ? 421 : answer.status;
    return new Response(empty ? null : new Uint8Array(answer.body), { status, headers });
  }
}

/** The parts of octokit's RequestError that we judge by; anything else got no answer. */
function asRefused(error: unknown): Refused {
  const given = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, string>; data?: { message?: string; errors?: unknown } };
  };
  if (given.response === undefined) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (cause instanceof ActionError) return { status: 0, message: '', headers: {}, cause };
    throw error;
  }
  return {
    status: given.status ?? 0,
    message: given.message ?? '',
    headers: given.response.headers ?? {},
    cause: error,
  };
}
