import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { World } from '../world/world.ts';
import { caFile, issueClientCertificate } from './pki.ts';

/** A Kubernetes object as far as applying it needs to know. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** The sandbox's own talk with its API server, as admin. */
export interface Api {
  /** The answer's text; throws on a broken connection and on any status but 2xx. */
  get(path: string): Promise<string>;
  /** Server-side apply; `plural` is the resource's name in the path. */
  apply(plural: string, object: KubeObject): Promise<void>;
  close(): void;
}

/** Patient: the tests beside it can stall the whole machine for seconds. */
const PATIENCE_MS = 30_000;

export async function connectApi(world: World): Promise<Api> {
  const admin = await issueClientCertificate(world, {
    name: 'admin',
    user: 'admin',
    group: 'system:masters',
  });
  const [ca, cert, key] = await Promise.all(
    [caFile(world), admin.cert, admin.key].map((file) => readFile(file)),
  );
  const agent = new Agent({ keepAlive: true, ca, cert, key });
  const send = async (method: string, path: string, body?: string): Promise<string> => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${world.apiServer}${path}`, {
        agent,
        method,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { accept: 'application/json', 'content-type': 'application/apply-patch+yaml' },
      })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
    const answer = await text(response);
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return answer;
    throw new Error(`${method} ${path}: HTTP ${status} ${answer.slice(0, 500)}`);
  };
  return {
    get: (path) => send('GET', path),
    apply: async (plural, object) => {
      const { apiVersion, metadata } = object;
      const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
      const scope = metadata.namespace ? `/namespaces/${metadata.namespace}` : '';
      const query = 'fieldManager=sandbox&force=true';
      await send(
        'PATCH',
        `${group}${scope}/${plural}/${metadata.name}?${query}`,
        JSON.stringify(object),
      );
    },
    close: () => agent.destroy(),
  };
}
