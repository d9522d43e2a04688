import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** How to reach a registry. */
export interface RegistryAddress {
  /** `https://host:port` or `http://host:port`. */
  readonly url: string;
  /** PEM file with the authority that signed the registry's certificate. */
  readonly caFile?: string;
}

export interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/v2/`, or the absolute address a registry answered in `Location`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | Readable;
}

export interface RegistryAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly text: string;
}

/** Sends one request; any status is an answer, only a broken connection rejects. */
export type RegistrySend = (request: RegistryRequest) => Promise<RegistryAnswer>;

/** Opens connections that are reused; call `close` at the end. */
export async function connectRegistry(
  address: RegistryAddress,
): Promise<{ send: RegistrySend; close(): void }> {
  const secure = address.url.startsWith('https:');
  const ca = address.caFile === undefined ? undefined : await readFile(address.caFile);
  const agent = secure
    ? new HttpsAgent({ keepAlive: true, ...(ca ? { ca } : {}) })
    : new HttpAgent({ keepAlive: true });
  const start = secure ? httpsRequest : httpRequest;
  const send: RegistrySend = (asked) =>
    new Promise((resolve, reject) => {
      const url = new URL(asked.path, `${address.url}/v2/`);
      const fail = (cause: unknown): void =>
        reject(new Error(`${asked.method} ${url}: no answer from the registry`, { cause }));
      const outgoing = start(url, { method: asked.method, agent, headers: asked.headers ?? {} });
      outgoing.on('error', fail);
      outgoing.on('response', (response) => {
        text(response).then(
          (body) =>
            resolve({
              status: response.statusCode ?? 0,
              header: (name) => response.headers[name]?.toString(),
              text: body,
            }),
          fail,
        );
      });
      if (asked.body === undefined || Buffer.isBuffer(asked.body)) outgoing.end(asked.body);
      else asked.body.on('error', fail).pipe(outgoing);
    });
  return { send, close: () => agent.destroy() };
}
