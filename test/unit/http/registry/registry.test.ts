import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from '../../../../src/http/registry/credentials.ts';
import { createRegistry, type Registry } from '../../../../src/http/registry/registry.ts';
import { createSend } from '../../../../src/http/request.ts';
import { type MemoryRegistry, startMemoryRegistry } from '../../../support/memory-registry.ts';
import {
  type FaultOptions,
  type FaultProxy,
  startFaultProxy,
} from '../../../support/registry-faults.ts';

const IMAGE = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const login = { username: 'me', password: 'geheim' };

let upstream: MemoryRegistry;
let proxy: FaultProxy | undefined;
let config: string;
let image: string;
let index: string;

beforeEach(async () => {
  upstream = await startMemoryRegistry();
  config = upstream.putBlob({ os: 'linux', architecture: 'amd64' });
  const part = { mediaType: 'application/json', digest: config, size: 1 };
  image = upstream.putManifest({ mediaType: IMAGE, config: part, layers: [] }, IMAGE);
  const child = { mediaType: IMAGE, digest: image, size: 1 };
  const manifests = [
    { ...child, platform: { os: 'linux', architecture: 'amd64' } },
    { ...child, platform: { os: 'unknown', architecture: 'unknown' } },
  ];
  index = upstream.putManifest({ mediaType: INDEX, manifests }, INDEX, ['v1']);
});

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await upstream.close();
});

/** A client of the registry behind a proxy that breaks things. */
async function behind(
  options: Omit<FaultOptions, 'upstream'> = {},
  credentials?: Credentials,
): Promise<{ registry: Registry; ref: { host: string; path: string }; proxy: FaultProxy }> {
  proxy = await startFaultProxy({ upstream: upstream.url, ...options });
  const registry = createRegistry({
    send: createSend({}),
    credentials: async () => credentials,
  });
  return { registry, ref: { host: proxy.host, path: 'acme/api' }, proxy };
}

test('a tag is resolved by HEAD alone', async () => {
  const { registry, ref, proxy: seen } = await behind();
  expect(await registry.resolve({ ...ref, tag: 'v1' })).toMatchObject({
    digest: index,
    mediaType: INDEX,
  });
  expect(seen.requests).toEqual(['HEAD /v2/acme/api/manifests/v1 anonymous']);
});

test('a tag that is not there is undefined, a manifest that must be there is an error', async () => {
  const { registry, ref } = await behind();
  expect(await registry.resolve({ ...ref, tag: 'v2' })).toBeUndefined();
  await expect(registry.manifest({ ...ref, tag: 'v2' })).rejects.toMatchObject({
    code: 'image-missing',
    message: expect.stringContaining('MANIFEST_UNKNOWN manifest unknown'),
  });
});

test('platforms are those of the index without attestations, or of the config', async () => {
  const { registry, ref } = await behind();
  const runnable = { digest: image, platform: 'linux/amd64' };
  expect(await registry.platforms({ ...ref, tag: 'v1' })).toMatchObject([runnable]);
  expect(await registry.platforms({ ...ref, digest: image })).toMatchObject([runnable]);
});

test('HEAD without a digest header falls back to GET and the hash of its bytes', async () => {
  const { registry, ref } = await behind({
    faults: [{ method: 'HEAD', path: 'manifests', does: { status: 200 } }],
  });
  expect(await registry.resolve({ ...ref, tag: 'v1' })).toMatchObject({ digest: index });
});

test('HEAD that is not allowed falls back to GET', async () => {
  const { registry, ref } = await behind({
    faults: [{ method: 'HEAD', path: 'manifests', does: { status: 405 } }],
  });
  expect(await registry.resolve({ ...ref, tag: 'v1' })).toMatchObject({ digest: index });
});

test.each(['basic', 'bearer'] as const)('logs in by %s, once for many calls', async (kind) => {
  const { registry, ref, proxy: seen } = await behind({ login: { kind, ...login } }, login);
  await registry.checkLogin(ref.host);
  await registry.resolve({ ...ref, tag: 'v1' });
  await registry.manifest({ ...ref, digest: image });
  expect(await registry.blob(ref, config)).toBeDefined();
  const anonymous = seen.requests.filter((request) => request.endsWith('anonymous'));
  expect(anonymous).toEqual(['GET /v2/ anonymous', 'HEAD /v2/acme/api/manifests/v1 anonymous']);
  const tokens = seen.requests.filter((request) => request.includes('/token'));
  expect(tokens).toEqual(
    kind === 'basic'
      ? []
      : [
          'GET /token?service=test basic',
          'GET /token?service=test&scope=repository%3Aacme%2Fapi%3Apull%2Cpush basic',
        ],
  );
});

test('a token that ends in the middle is renewed', async () => {
  const {
    registry,
    ref,
    proxy: seen,
  } = await behind({ login: { kind: 'bearer', ...login, tokenUses: 1 } }, login);
  await registry.resolve({ ...ref, tag: 'v1' });
  await registry.manifest({ ...ref, digest: image });
  expect(seen.requests.filter((request) => request.includes('/token'))).toHaveLength(2);
});

test.each(['basic', 'bearer'] as const)(
  'a wrong password is registry-refused (%s)',
  async (kind) => {
    const wrong = { username: 'me', password: 'falsch' };
    const { registry, ref } = await behind({ login: { kind, ...login } }, wrong);
    const calls = [
      () => registry.checkLogin(ref.host),
      () => registry.resolve({ ...ref, tag: 'v1' }),
      () => registry.manifest({ ...ref, tag: 'v1' }),
    ];
    for (const call of calls) {
      const error = await call().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'registry-refused',
        hint: expect.stringContaining('registry-password'),
      });
      expect(String(error)).not.toContain('falsch');
    }
  },
);

test('without a login a closed registry is registry-refused', async () => {
  const { registry, ref } = await behind({ login: { kind: 'basic', ...login } });
  await expect(registry.resolve({ ...ref, tag: 'v1' })).rejects.toMatchObject({
    code: 'registry-refused',
  });
});

test('403 is not 401: the hint speaks of rights', async () => {
  const { registry, ref } = await behind({
    faults: [{ path: 'manifests', does: { status: 403 } }],
  });
  await expect(registry.resolve({ ...ref, tag: 'v1' })).rejects.toMatchObject({
    code: 'registry-refused',
    hint: expect.stringContaining('packages: write'),
  });
});

test('429 is tried again after Retry-After', async () => {
  const limited = { status: 429, headers: { 'retry-after': '1' } };
  const { registry, ref } = await behind({
    faults: [{ path: 'manifests', times: 1, does: limited }],
  });
  const started = Date.now();
  expect(await registry.resolve({ ...ref, tag: 'v1' })).toMatchObject({ digest: index });
  expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
});

test('429 with a Retry-After beyond the budget ends at once and says when', async () => {
  const limited = { status: 429, headers: { 'retry-after': '3600' } };
  const {
    registry,
    ref,
    proxy: seen,
  } = await behind({
    faults: [{ path: 'manifests', does: limited }],
  });
  await expect(registry.manifest({ ...ref, tag: 'v1' })).rejects.toMatchObject({
    code: 'request-failed',
    hint: expect.stringContaining('after 3600 s'),
  });
  expect(seen.requests).toHaveLength(1);
});

test('500 and a cut connection are tried again', async () => {
  const { registry, ref } = await behind({
    faults: [
      { path: 'manifests', times: 1, does: { status: 500 } },
      { method: 'GET', path: 'manifests', times: 1, does: 'cut' },
    ],
  });
  expect((await registry.manifest({ ...ref, tag: 'v1' })).digest).toBe(index);
});

test('a registry that stays broken is request-failed, after four tries', async () => {
  const {
    registry,
    ref,
    proxy: seen,
  } = await behind({
    faults: [{ path: 'manifests', does: { status: 503 } }],
  });
  await expect(registry.resolve({ ...ref, tag: 'v1' })).rejects.toMatchObject({
    code: 'request-failed',
    hint: 'The registry is in trouble: try again later.',
  });
  expect(seen.requests).toHaveLength(4);
});

test.each(['tag', 'digest'] as const)('changed bytes are found, asked by %s', async (by) => {
  const { registry, ref } = await behind({
    faults: [{ method: 'GET', path: 'manifests', does: 'corrupt' }],
  });
  const asked = by === 'tag' ? { ...ref, tag: 'v1' } : { ...ref, digest: index };
  await expect(registry.manifest(asked)).rejects.toMatchObject({ code: 'wrong-digest' });
});

test('a changed blob is found', async () => {
  const { registry, ref } = await behind({ faults: [{ path: 'blobs', does: 'corrupt' }] });
  await expect(registry.blob(ref, config)).rejects.toMatchObject({ code: 'wrong-digest' });
});

test('a blob may be at a storage; the login does not follow', async () => {
  const seen: (string | undefined)[] = [];
  const storage = createServer((request, response) => {
    seen.push(request.headers.authorization);
    // Its challenge must not draw the login out of us either.
    if (request.url === '/closed') {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="storage"' });
    }
    response.end(JSON.stringify({ os: 'linux', architecture: 'amd64' }));
  });
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
  const { port } = storage.address() as AddressInfo;
  const to = (path: string) => ({
    status: 307,
    headers: { location: `http://127.0.0.1:${port}${path}` },
  });
  const { registry, ref } = await behind(
    {
      login: { kind: 'basic', ...login },
      faults: [
        { path: 'blobs', times: 1, does: to('/signed') },
        { path: 'blobs', does: to('/closed') },
      ],
    },
    login,
  );
  expect((await registry.blob(ref, config)).toString()).toContain('amd64');
  await expect(registry.blob(ref, config)).rejects.toMatchObject({ code: 'registry-refused' });
  expect(seen).toEqual([undefined, undefined]);
  storage.closeAllConnections();
  storage.close();
});

test('redirects in a circle end', async () => {
  const { registry, ref } = await behind({
    faults: [{ path: '', does: { status: 302, headers: { location: '/v2/again' } } }],
  });
  await expect(registry.manifest({ ...ref, tag: 'v1' })).rejects.toThrow('more than 5 redirects');
});

test('a token service outside this machine must be https', async () => {
  const challenge = 'Bearer realm="ftp://auth.example.com/token"';
  const { registry, ref } = await behind(
    {
      faults: [{ path: '', does: { status: 401, headers: { 'www-authenticate': challenge } } }],
    },
    login,
  );
  await expect(registry.manifest({ ...ref, tag: 'v1' })).rejects.toThrow('not an https address');
});
