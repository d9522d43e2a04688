// Needs the sandbox: its two registries. Nothing of the cluster is touched.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { type LayeredImage, pushImage } from '../../sandbox/registry/push-image.ts';
import { connectRegistry } from '../../sandbox/registry/registry-http.ts';
import { logFile } from '../../sandbox/world/daemons.ts';
import { run } from '../../sandbox/world/run.ts';
import { eventually } from '../support/eventually.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
let folder: string;
let layer: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'registry-'));
  layer = join(folder, 'layer.tar');
  await writeFile(join(folder, 'page'), randomUUID());
  await run(['tar', '-C', folder, '-cf', layer, 'page']);
}, 900_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const registry = () => at(sandbox.world.registry);
const at = (address: string) => ({ url: `https://${address}`, caFile: caFile(sandbox.world) });
const image = (more: Partial<LayeredImage> = {}): LayeredImage => ({
  name: `test-${randomUUID()}/page:1`,
  layers: [layer],
  config: { Cmd: ['/page'] },
  ...more,
});

/**
 * Methods of the requests that the registry's own access log has for a repository, once `last` says
 * that the last one is there: the log may come after the answer.
 */
async function requestsFor(
  repository: string,
  last: (methods: readonly string[]) => boolean,
): Promise<string[]> {
  return eventually(async () => {
    const log = await readFile(logFile(sandbox.world, 'registry'), 'utf8');
    const requests = log.matchAll(new RegExp(`"([A-Z]+) /v2/${repository}/`, 'g'));
    const methods = [...requests].map(([, method = '']) => method);
    return last(methods) ? methods : undefined;
  });
}
const puts = (methods: readonly string[]): number =>
  methods.filter((method) => method === 'PUT').length;

async function get(path: string): Promise<{ status: number; text: string }> {
  const { send, close } = await connectRegistry(registry());
  const accept = 'application/vnd.oci.image.manifest.v1+json';
  return send({ method: 'GET', path, headers: { accept } }).finally(close);
}

test('a pushed image can be read back by the digest that was answered', async () => {
  const pushed = image();
  const { digest } = await pushImage(registry(), pushed);
  const [repository] = pushed.name.split(':');
  const manifest = await get(`${repository}/manifests/${digest}`);
  expect(manifest.status).toBe(200);
  expect(`sha256:${createHash('sha256').update(manifest.text).digest('hex')}`).toBe(digest);
  const bytes = await readFile(layer);
  expect(JSON.parse(manifest.text)).toMatchObject({
    layers: [
      {
        digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        size: bytes.length,
      },
    ],
  });
});

test('the same image pushed twice has the same digest, and the second push uploads nothing', async () => {
  const twice = image();
  const first = await pushImage(registry(), twice);
  const [repository = ''] = twice.name.split(':');
  // The layer, the config and, at last, the manifest.
  const before = await requestsFor(repository, (methods) => puts(methods) === 3);
  expect(await pushImage(registry(), twice)).toEqual(first);
  const after = await requestsFor(repository, ({ length }) => length >= before.length + 3);
  expect(after.slice(before.length)).toEqual(['HEAD', 'HEAD', 'HEAD']);
});

test('layers that another repository has are taken over instead of sent', async () => {
  const original = image();
  await pushImage(registry(), original);
  const [mountFrom = ''] = original.name.split(':');
  const copy = image({ mountFrom, config: original.config });
  await pushImage(registry(), copy);
  const [repository = ''] = copy.name.split(':');
  // The only PUT is the manifest's.
  const requests = await requestsFor(repository, (methods) => methods.at(-1) === 'PUT');
  expect(puts(requests)).toBe(1);
  expect((await get(`${repository}/manifests/1`)).status).toBe(200);
});

test('a refusal carries the registry’s own words', async () => {
  const wrong = image({ name: 'Not A Repository:1' });
  await expect(pushImage(registry(), wrong)).rejects.toThrow(/the registry refused .* HTTP 4\d\d/);
});

test('the mirror takes no pushes: all sandboxes share what it serves', async () => {
  await expect(pushImage(at(sandbox.world.mirror), image())).rejects.toThrow('HTTP 405');
});

test('a registry whose certificate nobody vouches for is not talked to', async () => {
  const { send, close } = await connectRegistry({ url: `https://${sandbox.world.registry}` });
  await expect(send({ method: 'GET', path: '' }).finally(close)).rejects.toThrow('no answer');
});
