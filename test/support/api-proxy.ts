import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { testCertificate } from './tls.ts';

/** What a gateway in front of an API server does to the requests that pass it. */
export interface Gateway {
  /** More streams at a time are refused with 429. */
  maxStreams?: number;
  /** Answers are passed on when they are complete: a watch never is. */
  buffers?: boolean;
  /** Connections are refused. */
  down?: boolean;
  /** Streams that go on from a version are asked for from one that is long forgotten: a real 410. */
  expires?: boolean;
}

export interface ApiProxy {
  /** `https://127.0.0.1:port` */
  readonly url: string;
  /** The certificate to trust. */
  readonly caFile: string;
  /** May be changed at any time. */
  readonly gateway: Gateway;
  readonly requests: readonly ProxiedRequest[];
  /** How many watches and followed logs are open. */
  readonly streams: () => number;
  /** Resets every connection. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
  readonly status: number;
}

export interface ApiProxyOptions {
  /** `https://host:port` of the real API server, and the file of the certificate it shows. */
  readonly upstream: string;
  readonly upstreamCa: string;
  /** For the proxy's own certificate. */
  readonly folder: string;
  readonly gateway?: Gateway;
}

/** Stands between kubectl and a real API server as gateways do; tokens pass, client certificates cannot. */
export async function startApiProxy(options: ApiProxyOptions): Promise<ApiProxy> {
  const gateway: Gateway = { ...options.gateway };
  const requests: ProxiedRequest[] = [];
  const connections = new Set<Socket>();
  const streams = new Set<ServerResponse>();
  const { cert, key, file } = testCertificate(options.folder);
  const server = createServer({ cert, key }, (incoming, outgoing) => {
    const { method = 'GET', url: path = '' } = incoming;
    const answer = (status: number): void => {
      const userAgent = incoming.headers['user-agent'] ?? '';
      requests.push({ method, path, userAgent, status });
    };
    const endless = isStream(path);
    if (endless && streams.size >= (gateway.maxStreams ?? Number.POSITIVE_INFINITY)) {
      answer(429);
      outgoing.writeHead(429, { 'content-type': 'text/plain' }).end('too many streams\n');
      return;
    }
    if (endless) streams.add(outgoing);
    outgoing.on('close', () => streams.delete(outgoing));
    forward(incoming, outgoing, options, gateway, answer);
  });
  server.on('connection', (socket: Socket) => {
    if (gateway.down) socket.resetAndDestroy();
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of connections) socket.resetAndDestroy();
  };
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caFile: file,
    gateway,
    requests,
    streams: () => streams.size,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

const isStream = (path: string): boolean => /[?&](watch=(1|true)|follow=(1|true))/.test(path);

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { upstream, upstreamCa }: ApiProxyOptions,
  { buffers = false, expires = false }: Gateway,
  answered: (status: number) => void,
): void {
  const path = incoming.url ?? '';
  const asked = request(
    new URL(expires ? path.replace(/([?&]resourceVersion)=\d+/, '$1=1') : path, upstream),
    {
      method: incoming.method,
      headers: { ...incoming.headers, host: new URL(upstream).host },
      ca: readFileSync(upstreamCa),
      agent: false,
    },
    (answer) => {
      answered(answer.statusCode ?? 0);
      const chunks: Buffer[] = [];
      const begin = (): void => void outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      if (!buffers) begin();
      answer.on(
        'data',
        (chunk: Buffer) => void (buffers ? chunks.push(chunk) : outgoing.write(chunk)),
      );
      answer.on('end', () => {
        if (buffers) begin();
        outgoing.end(Buffer.concat(chunks));
      });
      answer.on('error', () => outgoing.destroy());
    },
  );
  asked.on('error', () => outgoing.destroy());
  outgoing.on('close', () => asked.destroy());
  incoming.pipe(asked);
}
