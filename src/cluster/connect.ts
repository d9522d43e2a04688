import { ActionError } from '../errors.ts';
import type { HttpRequest, HttpResponse, Send, StreamOptions } from '../http/request.ts';
import { systemClock } from '../tools/clock.ts';
import type { StartProcess } from '../tools/process.ts';
import { type KubectlProxy, type ProxyOptions, startProxy } from './kubectl-proxy.ts';

export interface KubeCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query below the API server's root. */
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
  /** Until the whole answer is there. Default 10 000 ms; does not hold for a stream. */
  readonly timeoutMs?: number;
}

export interface KubeAnswer {
  readonly status: number;
  /** The parsed JSON, or the plain text where the server answered text. */
  readonly body: unknown;
}

/** Who the API server says we are. */
export interface Identity {
  readonly username: string;
  readonly groups: readonly string[];
}

/** One open connection to the API server, shared by every call of a run. */
export interface Cluster {
  readonly identity: Identity;
  /** Any status is an answer. @throws {ActionError} `cluster-unreachable` when none came. */
  readonly call: (call: KubeCall) => Promise<KubeAnswer>;
  /**
   * A call whose answer comes line by line until the server, or `signal`, ends it. A status other
   * than 200 is a refusal, its body is parsed.
   * @throws {ActionError} `cluster-unreachable` when the connection broke or `signal` ended it
   */
  readonly stream: (call: KubeCall, options: StreamOptions) => Promise<KubeAnswer>;
  readonly close: () => Promise<void>;
}

export interface ConnectOptions extends ProxyOptions {
  /** Until the connection stands. Default 20 000 ms. */
  readonly timeoutMs?: number;
  /** Aborts the attempt; an open connection stays, so that a cancelled run can still look around. */
  readonly cancelled?: AbortSignal;
}

export interface ConnectPorts {
  readonly send: Send;
  readonly startProcess: StartProcess;
}

/**
 * Connects through one `kubectl proxy` on a Unix socket: kubectl brings every way to log in
 * (exec plugins, client certificates, proxies), costs 69 ms and 47 MiB, adds < 1 ms a call.
 * @throws {ActionError} `cluster-unreachable`, `cluster-refused` (who we are was not accepted)
 */
export async function connect(options: ConnectOptions, ports: ConnectPorts): Promise<Cluster> {
  const proxy = await startProxy(options, ports.startProcess);
  const ask = async (request: KubeCall, stream?: StreamOptions): Promise<KubeAnswer> => {
    try {
      await proxy.serving();
      const sent = { ...httpRequest(request, proxy.socket), ...(stream && { stream }) };
      return readAnswer(await ports.send(sent));
    } catch (cause) {
      throw unreachable(proxy.said(), cause);
    }
  };
  const call = (request: KubeCall): Promise<KubeAnswer> => ask(request);
  // A proxy that outlives a cancelled step would hold our rights: its end also ends the attempt.
  const abort = (): void => void proxy.close();
  options.cancelled?.addEventListener('abort', abort);
  try {
    if (options.cancelled?.aborted) throw cancelled();
    await waitUntilServing(proxy, options.timeoutMs ?? 20_000);
    return { identity: await whoAmI(call, proxy), call, stream: ask, close: proxy.close };
  } catch (error) {
    await proxy.close();
    throw options.cancelled?.aborted ? cancelled() : error;
  } finally {
    options.cancelled?.removeEventListener('abort', abort);
  }
}

const cancelled = (): ActionError =>
  new ActionError('cancelled', 'Cancelled while connecting to the cluster');

const JSON_TYPE = 'application/json';

const httpRequest = (request: KubeCall, socketPath: string): HttpRequest => ({
  url: `http://localhost${request.path}`,
  socketPath,
  method: request.method ?? 'GET',
  headers: {
    accept: request.accept ?? JSON_TYPE,
    'content-type': request.contentType ?? JSON_TYPE,
  },
  ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  timeoutMs: request.timeoutMs ?? 10_000,
  maxBytes: 64 * 1024 * 1024,
});

function readAnswer({ status, headers, body }: HttpResponse): KubeAnswer {
  const text = body.toString('utf8');
  // A pod's log is text, also where it looks like JSON.
  const plain = headers['content-type']?.startsWith('text/plain');
  return { status, body: plain ? text : parseBody(text) };
}

async function waitUntilServing(proxy: KubectlProxy, timeoutMs: number): Promise<void> {
  const late = new AbortController();
  try {
    await Promise.race([
      proxy.serving(),
      systemClock.sleep(timeoutMs, late.signal).then(() => {
        throw new Error(`kubectl proxy does not serve within ${timeoutMs / 1000} s`);
      }),
    ]);
  } catch (cause) {
    throw unreachable(proxy.said(), cause);
  } finally {
    late.abort();
  }
}

/** Asks the API server who we are; needs no right of its own. */
async function whoAmI(call: Cluster['call'], proxy: KubectlProxy): Promise<Identity> {
  const answer = await call({
    method: 'POST',
    path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
    timeoutMs: 20_000,
  });
  if (answer.status === 201) {
    const review = answer.body as {
      status?: { userInfo?: { username?: string; groups?: string[] } };
    };
    const user = review.status?.userInfo;
    return { username: user?.username ?? '', groups: user?.groups ?? [] };
  }
  throw refused(answer, proxy.said());
}

function refused(answer: KubeAnswer, said: readonly string[]): ActionError {
  const message = statusMessage(answer);
  if (answer.status === 401) {
    return new ActionError('cluster-refused', `The cluster does not know us (401): ${message}`, {
      hint: 'The token was refused: check the trust condition, the audience and the expiry.',
      status: 401,
    });
  }
  if (answer.status === 403) {
    return new ActionError(
      'cluster-refused',
      `The cluster knows us but refuses (403): ${message}`,
      {
        status: 403,
      },
    );
  }
  if (message.startsWith('getting credentials')) {
    // kubectl's answer when an exec plugin failed; the plugin's own words are on its stderr.
    const why = [message, ...said.slice(-5)].join('\n');
    return new ActionError('login-refused', `kubectl got no credential for the cluster: ${why}`);
  }
  return new ActionError(
    'cluster-unreachable',
    `The cluster answered ${answer.status}: ${message}`,
  );
}

function unreachable(said: readonly string[], cause: unknown): ActionError {
  const last = said.slice(-5).join('\n');
  return new ActionError(
    'cluster-unreachable',
    `No connection to the cluster${last && `: ${last}`}`,
    {
      cause,
      hint: 'Check the server address, its certificate authority, and that the runner can reach it.',
    },
  );
}

/** The message of a Kubernetes Status answer, or the plain text. */
export function statusMessage(answer: KubeAnswer): string {
  if (typeof answer.body === 'string') return answer.body.trim();
  return String((answer.body as { message?: unknown } | null)?.message ?? 'no message');
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
