import { type Claim, readBack } from '../../../../actions/build-image/read-back.ts';
import { createRegistry } from '../../../../src/http/registry/registry.ts';
import { createSend } from '../../../../src/http/request.ts';
import { type MemoryRegistry, startMemoryRegistry } from '../../../support/memory-registry.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../../../support/registry-faults.ts';

const IMAGE = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const REVISION = 'org.opencontainers.image.revision';

let upstream: MemoryRegistry;
let proxy: FaultProxy;
let claim: Omit<Claim, 'repository'>;
let child: string;

beforeEach(async () => {
  upstream = await startMemoryRegistry();
  const config = { os: 'linux', architecture: 'amd64', config: { Labels: { [REVISION]: 'abc' } } };
  const blob = (value: unknown) => ({
    mediaType: 'application/json',
    digest: upstream.putBlob(value),
    size: 7,
  });
  const image = (value: unknown) =>
    upstream.putManifest(
      { mediaType: IMAGE, config: blob(value), layers: [{ ...blob('layer'), size: 100 }] },
      IMAGE,
    );
  child = image(config);
  const entry = (digest: string, os: string, architecture: string) => ({
    ...{ mediaType: IMAGE, digest, size: 1 },
    platform: { os, architecture },
  });
  const manifests = [
    entry(child, 'linux', 'amd64'),
    entry(image({ os: 'unknown', architecture: 'unknown' }), 'unknown', 'unknown'),
  ];
  const digest = upstream.putManifest({ mediaType: INDEX, manifests }, INDEX, ['v1', 'main']);
  claim = { digest, tags: ['v1', 'main'], labels: [{ name: REVISION, value: 'abc' }] };
});

afterEach(async () => {
  await proxy.close();
  await upstream.close();
});

async function check(faults: readonly Fault[] = [], more: Partial<Claim> = {}) {
  proxy = await startFaultProxy({ upstream: upstream.url, faults });
  const registry = createRegistry({ send: createSend({}), credentials: async () => undefined });
  const repository = { host: proxy.host, path: 'acme/api' };
  return readBack({ ...claim, repository, ...more }, { registry, sleep: async () => {} });
}

test('what the registry has is what is told', async () => {
  expect(await check()).toEqual({
    repository: `${proxy.host}/acme/api`,
    digest: claim.digest,
    tags: ['v1', 'main'],
    platforms: ['linux/amd64'],
    size: 107,
  });
});

const lost = { status: 404 };

test('a registry that needs a moment is given one', async () => {
  const image = await check([{ path: 'manifests/v1', times: 2, does: lost }]);
  expect(image.digest).toBe(claim.digest);
});

test.each([
  ['the manifest', () => `manifests/${claim.digest}`],
  ['the image of a platform', () => `manifests/${child}`],
  ['a tag', () => 'manifests/main'],
  ['a config', () => 'blobs/'],
])('%s that is lost after the push is a failure', async (_, path) => {
  await expect(check([{ path: path(), does: lost }])).rejects.toMatchObject({
    code: 'image-missing',
  });
});

test('a tag that stands for something else is a failure', async () => {
  upstream.putManifest({ mediaType: INDEX, manifests: [] }, INDEX, ['main']);
  await expect(check()).rejects.toMatchObject({
    code: 'wrong-digest',
    message: expect.stringMatching(/acme\/api:main stands for sha256:\w+, not for sha256:/),
  });
});

test('a changed manifest is a failure', async () => {
  await expect(
    check([{ method: 'GET', path: 'manifests/sha256', does: 'corrupt' }]),
  ).rejects.toMatchObject({ code: 'wrong-digest' });
});

test('an image without the labels of this build is another image', async () => {
  const labels = [{ name: REVISION, value: 'def' }];
  await expect(check([], { labels })).rejects.toMatchObject({
    code: 'wrong-digest',
    message: expect.stringContaining(`${REVISION}=abc`),
  });
});

test('an index without an image for any platform is a failure', async () => {
  const digest = upstream.putManifest({ mediaType: INDEX, manifests: [] }, INDEX, ['v1']);
  await expect(check([], { digest, tags: ['v1'] })).rejects.toMatchObject({
    code: 'image-missing',
    message: expect.stringContaining('holds no image'),
  });
});
