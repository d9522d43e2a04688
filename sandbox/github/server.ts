import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

export interface HttpServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves on a free port of the loopback; `'cut'` ends the connection without an answer. */
export async function serveHttp(
  answer: (request: HttpRequest) => Promise<HttpAnswer | 'cut'>,
  port = 0,
): Promise<HttpServer> {
  const server = createServer((request, response) => void handle(answer, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: number } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${number}`, close: () => closeServer(server) };
}

async function handle(
  answer: (request: HttpRequest) => Promise<HttpAnswer | 'cut'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s, 2);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const given = {
      method: request.method ?? 'GET',
      path,
      query,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: Buffer.concat(parts),
    };
    const found = await answer(given);
    if (found === 'cut') request.socket.destroy();
    else response.writeHead(found.status, found.headers).end(found.body);
  } catch (error) {
    // A client that hangs up in the middle of its request needs no answer.
    if (request.socket.destroyed) return;
    response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(error instanceof Error ? error.message : String(error));
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) =>
    server.close((error) => (error ? reject(error) : resolve())),
  );
}
