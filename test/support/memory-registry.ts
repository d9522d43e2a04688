import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A read-only registry in this process: real HTTP, objects in memory. */
export interface MemoryRegistry {
  readonly url: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Keeps a manifest under its digest and the tags; returns the digest. */
  readonly putManifest: (value: unknown, mediaType: string, tags?: readonly string[]) => string;
  readonly putBlob: (value: unknown) => string;
  readonly close: () => Promise<void>;
}

interface Stored {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Serves `/v2/<any repository>/manifests|blobs/…`; like Distribution it wants a fitting Accept. */
export async function startMemoryRegistry(): Promise<MemoryRegistry> {
  const objects = new Map<string, Stored>();
  const put = (value: unknown, mediaType: string, names: readonly string[]): string => {
    const bytes = Buffer.from(JSON.stringify(value));
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    for (const name of [digest, ...names]) objects.set(name, { bytes, mediaType });
    return digest;
  };
  const server = createServer((request, response) => {
    const [, kind, name = ''] = /\/(manifests|blobs)\/([^/?]+)$/.exec(request.url ?? '') ?? [];
    if (request.url === '/v2/') return response.end('{}');
    const found = objects.get(name);
    const accepted =
      kind === 'blobs' || (request.headers.accept ?? '').includes(found?.mediaType ?? '');
    if (!found || !accepted) {
      response.writeHead(404, { 'content-type': 'application/json' });
      const errors = [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }];
      return response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ errors }));
    }
    const digest = `sha256:${createHash('sha256').update(found.bytes).digest('hex')}`;
    response.writeHead(200, {
      'content-type': found.mediaType,
      'content-length': found.bytes.length,
      'docker-content-digest': digest,
    });
    response.end(request.method === 'HEAD' ? undefined : found.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    putManifest: (value, mediaType, tags = []) => put(value, mediaType, tags),
    putBlob: (value) => put(value, 'application/octet-stream', []),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
