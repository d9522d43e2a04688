import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Log, reason } from './log.ts';
import type { Metrics } from './metrics.ts';
import { findRoute, type Reply, type Route } from './router.ts';

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly metrics: Pick<Metrics, 'answered'>;
  readonly log: Log;
  /** Sent as `x-served-by`, so that a client can tell replicas apart. */
  readonly instance: string;
}

export interface Server {
  /** The port it listens on. */
  readonly port: number;
  readonly stopping: () => boolean;
  /**
   * Answers for `drainSeconds` more, telling every client to close its connection, then takes no
   * new connections and waits for the requests that run, up to `limitSeconds`.
   */
  readonly stop: (drainSeconds: number, limitSeconds: number) => Promise<void>;
}

/** Listens on `port`, 0 for any free one. */
export async function startServer(port: number, parts: ServerParts): Promise<Server> {
  let stopping = false;
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    response.setHeader('x-served-by', parts.instance);
    void serve(request, response, parts, () => stopping);
  });
  // Longer than the idle time of the usual load balancers (60 s): the side that sends closes.
  server.keepAliveTimeout = 65_000;
  server.listen(port);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stopping: () => stopping,
    stop: async (drainSeconds, limitSeconds) => {
      stopping = true;
      await sleep(drainSeconds * 1_000);
      const closed = once(server, 'close');
      server.close();
      const limit = setTimeout(() => server.closeAllConnections(), limitSeconds * 1_000);
      await closed;
      clearTimeout(limit);
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { routes, metrics, log }: ServerParts,
  stopping: () => boolean,
): Promise<void> {
  const started = performance.now();
  const method = request.method ?? 'GET';
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  const path = url?.pathname ?? '/';
  const found = findRoute(routes, method, path);
  response.on('close', () => {
    const seconds = (performance.now() - started) / 1_000;
    const route = found.route?.path ?? 'none';
    metrics.answered(method, route, response.statusCode, seconds);
    if (/^\/(health|metrics)/.test(path)) return;
    const ms = Math.round(seconds * 1_000);
    log('info', 'request', { method, path, status: response.statusCode, ms });
  });
  try {
    const query = url?.searchParams ?? new URLSearchParams();
    const asked = { request, query, id: found.route ? found.id : '' };
    const reply = found.route ? await found.route.answer(asked) : found.reply;
    // Known only now: a connection kept after the last request would hold up the stop.
    if (stopping()) response.setHeader('connection', 'close');
    send(response, reply);
  } catch (error) {
    log('error', 'a request failed', { method, path, error: reason(error) });
    // Most likely a database that is away for a moment: worth another try.
    const headers = { 'retry-after': '1' };
    send(response, { status: 503, body: { error: 'try again in a moment' }, headers });
  }
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const text = typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  // Node leaves the body out by itself when the request was a HEAD.
  response.end(text);
}
