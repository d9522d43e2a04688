import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ActionError } from '../errors.ts';
import { limit } from '../tools/clock.ts';
import { readLines } from '../tools/read-lines.ts';

export interface HttpRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Readable;
  /** Until the whole answer is read. Default 10 000 ms. */
  readonly timeoutMs?: number;
  /** Answers larger than this are refused. Default 8 MiB. */
  readonly maxBytes?: number;
  /** Unix socket to connect to instead of the URL's host. */
  readonly socketPath?: string;
  /** A 200 answer goes there line by line, as it comes, and `body` stays empty. */
  readonly stream?: StreamOptions;
}

/** How an answer is read that may never end; `timeoutMs` and `maxBytes` do not hold for it. */
export interface StreamOptions {
  readonly onLine: (line: string) => void;
  /** Ends the request, which then fails. */
  readonly signal: AbortSignal;
  /** The request fails when nothing has come for so long. Default: never. */
  readonly idleMs?: number;
}

/** A line of a stream is one object of the cluster; etcd takes none beyond 1.5 MiB. */
const LONGEST_LINE = 8 * 1024 * 1024;

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Makes one request. Redirects are the caller's: only it knows whether credentials may follow. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

const USER_AGENT = 'deploy-actions';

/**
 * The Send port on node:http and node:https. Honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the
 * given environment (Node 24.5+) and, by Node itself, NODE_EXTRA_CA_CERTS.
 * @throws {ActionError} `request-failed` when no whole answer came; any status is an answer.
 */
export function createSend(env: NodeJS.ProcessEnv): Send {
  // Loaded only here: they take as long as node's own start, and the credential plugin, which
  // kubectl and helm wait for, mostly answers from its cache.
  const http = process.getBuiltinModule('node:http');
  const https = process.getBuiltinModule('node:https');
  const agents = {
    'http:': new http.Agent({ keepAlive: true, proxyEnv: env }),
    'https:': new https.Agent({ keepAlive: true, proxyEnv: env }),
  };
  return (request) =>
    new Promise((resolve, reject) => {
      const url = new URL(request.url);
      const secure = url.protocol === 'https:';
      const fail = (cause: unknown): void => reject(requestFailed(request, url, cause));
      const call = (secure ? https : http).request(url, {
        method: request.method ?? 'GET',
        agent: request.socketPath ? undefined : agents[secure ? 'https:' : 'http:'],
        socketPath: request.socketPath,
        headers: { 'user-agent': USER_AGENT, ...bodyLength(request.body), ...request.headers },
      });
      // An error given to `destroy` would be thrown where the answer is complete but not yet read:
      // its socket has nobody who listens any more.
      const stop = (why: string): void => {
        fail(new Error(why));
        call.destroy();
      };
      limitTime(call, request, stop);
      call.on('error', fail);
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        if (request.stream && response.statusCode === 200) {
          readLines(response, request.stream.onLine, LONGEST_LINE);
        } else collect(response, chunks, request.maxBytes ?? 8 * 1024 * 1024, stop);
        response.on('error', fail);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      if (request.body === undefined || typeof request.body === 'string') call.end(request.body);
      else if (Buffer.isBuffer(request.body)) call.end(request.body);
      else request.body.on('error', (error) => call.destroy(error)).pipe(call);
    });
}

/** A plain answer must be whole in time; a stream ends by its signal, and may not fall silent. */
function limitTime(
  call: ClientRequest,
  { stream, timeoutMs = 10_000 }: HttpRequest,
  stop: (why: string) => void,
): void {
  if (stream === undefined) {
    const late = (): void => stop(`no whole answer within ${timeoutMs / 1000} s`);
    call.on('close', limit(timeoutMs, late));
    return;
  }
  const { idleMs, signal } = stream;
  if (idleMs !== undefined) call.setTimeout(idleMs, () => stop('the stream fell silent'));
  const aborted = (): void => stop('the stream was aborted');
  signal.addEventListener('abort', aborted);
  call.on('close', () => signal.removeEventListener('abort', aborted));
  if (signal.aborted) aborted();
}

function collect(
  response: IncomingMessage,
  chunks: Buffer[],
  maxBytes: number,
  stop: (why: string) => void,
): void {
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) stop(`the answer is larger than ${size} bytes`);
  });
}

function bodyLength(body: HttpRequest['body']): Record<string, string> {
  return typeof body === 'string' || Buffer.isBuffer(body)
    ? { 'content-length': String(Buffer.byteLength(body)) }
    : {};
}

function requestFailed(request: HttpRequest, url: URL, cause: unknown): ActionError {
  // The query may hold a token (presigned URLs): name the place only.
  const where = `${url.protocol}//${url.host}${url.pathname}`;
  return new ActionError('request-failed', `${request.method ?? 'GET'} ${where} failed`, { cause });
}

export interface RetryBudget {
  /** Attempts in all. */
  readonly tries: number;
  /** No new attempt starts after this many milliseconds. */
  readonly totalMs: number;
  /** Further statuses that are worth another try; 408, 429 and 5xx always are. */
  readonly alsoRetry?: (response: HttpResponse) => boolean;
}

const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);

/** A stream can be sent once only. */
interface RepeatableRequest extends HttpRequest {
  readonly body?: string | Buffer;
}

/**
 * Sends an idempotent request again on network errors, 408, 429 and 5xx, with growing pauses and
 * jitter; `Retry-After` is honoured where the budget allows it.
 * @returns the last answer, also a transient one when the budget is used up
 * @throws {ActionError} `request-failed` when the last attempt got no answer
 */
export async function sendWithRetry(
  send: Send,
  request: RepeatableRequest,
  budget: RetryBudget = { tries: 4, totalMs: 20_000 },
): Promise<HttpResponse> {
  const end = Date.now() + budget.totalMs;
  for (let attempt = 1; ; attempt++) {
    const answer = await send(request).catch((error: unknown) => {
      if (!(error instanceof ActionError)) throw error;
      return error;
    });
    const again =
      answer instanceof ActionError || TRANSIENT.has(answer.status) || budget.alsoRetry?.(answer);
    const pause = pauseBefore(attempt, answer instanceof ActionError ? undefined : answer);
    if (!again || attempt >= budget.tries || Date.now() + pause > end) {
      if (answer instanceof ActionError) throw answer;
      return answer;
    }
    await sleep(pause);
  }
}

function pauseBefore(attempt: number, response: HttpResponse | undefined): number {
  const asked = response?.headers['retry-after'] ?? '';
  // RFC 9110: seconds, or a date.
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  if (wait > 0) return wait;
  return 250 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
}

/** The answer's body as JSON. @throws {ActionError} `request-failed` showing what came instead. */
export function parseJson(response: HttpResponse, from: string): unknown {
  try {
    return JSON.parse(response.body.toString('utf8'));
  } catch (cause) {
    const start = response.body.toString('utf8', 0, 120).replace(/\s+/g, ' ');
    throw new ActionError(
      'request-failed',
      `${from} answered ${response.status} with something that is not JSON: ${start}`,
      { cause, hint: 'A proxy or a login page in between often answers with HTML.' },
    );
  }
}
