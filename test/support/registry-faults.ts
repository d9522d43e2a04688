import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, request as secureRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Something that goes wrong on the way to a registry; plain data, so that a child can be given it. */
export interface Fault {
  /** Default: every method. */
  readonly method?: string;
  /** Regular expression on the path with its query. */
  readonly path: string;
  /** Matching requests that still go well before. Default 0. */
  readonly after?: number;
  /** How often; default: always. */
  readonly times?: number;
  /** `cut`: the connection ends half-way; `corrupt`: a byte of the body is another. */
  readonly does:
    | 'cut'
    | 'corrupt'
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: string;
      };
}

/** A login in front of a registry that has none. */
export interface Login {
  readonly kind: 'basic' | 'bearer';
  readonly username: string;
  readonly password: string;
  /** A token is good for this many requests. Default: for ever. */
  readonly tokenUses?: number;
}

export interface FaultOptions {
  /** `https://host:port` of the real registry. */
  readonly upstream: string;
  readonly faults?: readonly Fault[];
  readonly login?: Login;
  /** Serve over TLS with it, in PEM; helm speaks no plain http. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

export interface FaultProxy {
  /** `127.0.0.1:port`; plain http without `tls`: docker and our client allow that here only. */
  readonly host: string;
  /** `METHOD path` with `anonymous`, `basic` or `bearer`, in order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Stands between a client and a real registry and breaks what it is told to. */
export async function startFaultProxy(options: FaultOptions): Promise<FaultProxy> {
  const requests: string[] = [];
  const guard = createGuard(options.login, options.tls ? 'https' : 'http');
  const nextFault = createFaults(options.faults ?? []);
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = incoming.url ?? '';
    const kind = incoming.headers.authorization?.split(' ')[0]?.toLowerCase() ?? 'anonymous';
    requests.push(`${incoming.method} ${path} ${kind}`);
    const refusal = guard(incoming);
    const fault = refusal ?? nextFault(incoming.method ?? '', path);
    if (typeof fault === 'object') answer(incoming, outgoing, fault);
    else pass(options.upstream, incoming, outgoing, fault);
  };
  const { tls } = options;
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Answer = Exclude<Fault['does'], string>;

function answer(incoming: IncomingMessage, outgoing: ServerResponse, what: Answer): void {
  incoming.resume();
  outgoing.writeHead(what.status, { 'content-type': 'application/json', ...what.headers });
  outgoing.end(incoming.method === 'HEAD' ? undefined : what.body);
}

function createFaults(
  faults: readonly Fault[],
): (method: string, path: string) => Fault['does'] | undefined {
  const seen = new Map<Fault, number>();
  return (method, path) => {
    for (const fault of faults) {
      if (fault.method && fault.method !== method) continue;
      if (!new RegExp(fault.path).test(path)) continue;
      const count = (seen.get(fault) ?? 0) + 1;
      seen.set(fault, count);
      const first = (fault.after ?? 0) + 1;
      if (count >= first && count < first + (fault.times ?? Number.POSITIVE_INFINITY)) {
        return fault.does;
      }
    }
    return undefined;
  };
}

/** Demands the login; answers `/token` itself. */
function createGuard(
  login: Login | undefined,
  scheme: string,
): (incoming: IncomingMessage) => Answer | undefined {
  if (login === undefined) return () => undefined;
  const basic = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  const uses = new Map<string, number>();
  return ({ url = '', headers }) => {
    const { authorization = '', host } = headers;
    const refused = JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'who are you' }] });
    if (url.startsWith('/token')) {
      if (authorization !== basic) return { status: 401, body: refused };
      const token = `token-${uses.size + 1}`;
      uses.set(`Bearer ${token}`, login.tokenUses ?? Number.POSITIVE_INFINITY);
      return { status: 200, body: JSON.stringify({ token }) };
    }
    if (login.kind === 'basic' && authorization === basic) return undefined;
    const left = uses.get(authorization) ?? 0;
    uses.set(authorization, left - 1);
    if (login.kind === 'bearer' && left > 0) return undefined;
    const scope = /^\/v2\/(.+)\/(manifests|blobs)\//.exec(url)?.[1];
    const challenge =
      login.kind === 'basic'
        ? 'Basic realm="test"'
        : `Bearer realm="${scheme}://${host}/token",service="test"${scope ? `,scope="repository:${scope}:pull,push"` : ''}`;
    return { status: 401, body: refused, headers: { 'www-authenticate': challenge } };
  };
}

function pass(
  upstream: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: 'cut' | 'corrupt' | undefined,
): void {
  const url = new URL(incoming.url ?? '/', upstream);
  const { authorization: _, ...headers } = incoming.headers;
  const send = url.protocol === 'https:' ? secureRequest : request;
  const onward = send(url, { method: incoming.method, headers }, (response) => {
    if (fault === undefined) {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
      return;
    }
    void buffer(response).then((body) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      if (fault === 'corrupt') return outgoing.end(corrupted(body));
      outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
    });
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

/** Another letter in a JSON text that stays JSON: what only the hash can find. */
function corrupted(body: Buffer): Buffer {
  const copy = Buffer.from(body);
  const at = copy.lastIndexOf('amd64');
  if (at >= 0) copy.write('amd65', at);
  // A chart has no platform: the last letter of its manifest is one of an annotation's name.
  else copy.write('_', body.toString('latin1').search(/[a-z][^a-z]*$/));
  return copy;
}
