// build-image with a deploy.yml, as GitHub's runner starts it; no engine.
import { join } from 'node:path';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { type MemoryRegistry, startMemoryRegistry } from '../support/memory-registry.ts';
import { type StubDocker, stubDocker } from '../support/stub-docker.ts';

const ACTION = join(import.meta.dirname, '../../build-image');
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

let docker: StubDocker | undefined;
let registry: MemoryRegistry;

beforeEach(async () => {
  registry = await startMemoryRegistry();
});

afterEach(async () => {
  docker?.remove();
  await registry.close();
  docker = undefined;
});

const SERVICES = [
  '  web: { context: web, depends-on: [api] }',
  '  worker: { context: api, file: worker/Dockerfile, target: run, depends-on: [web] }',
  '  api: { context: api, build-args: { VERSION: 1.2.3 } }',
];

/** A service repository with this file, and a docker that does `text`. */
function build(text: string, services: readonly string[], options: RunOptions = {}) {
  docker = stubDocker(text);
  const config = ['name: shop', `registry: ${registry.host}`, 'services:', ...services];
  const dockerfiles = ['api', 'web', 'worker'].map((it) => [`${it}/Dockerfile`, 'FROM scratch\n']);
  return runAction(ACTION, {
    files: { ...Object.fromEntries(dockerfiles), '.github/deploy.yml': config.join('\n') },
    ...options,
    env: { ...docker.env, ...options.env },
  });
}

const errors = (result: RunResult): string[] =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

const builds = (): readonly string[] =>
  (docker?.calls() ?? []).filter((call) => call.startsWith('buildx build'));

/** An image with the labels that the action gives in a folder without git. */
function putImage(): string {
  const Labels = {
    'org.opencontainers.image.source': 'https://github.com/acme/shop',
    'org.opencontainers.image.revision': 'a'.repeat(40),
  };
  const config = registry.putBlob({ os: 'linux', architecture: 'amd64', config: { Labels } });
  const mediaType = 'application/vnd.oci.image.config.v1+json';
  const manifest = {
    ...{ schemaVersion: 2, mediaType: MANIFEST, layers: [] },
    config: { mediaType, digest: config, size: 100 },
  };
  return registry.putManifest(manifest, MANIFEST, ['v1']);
}

const claim = (digest: string): string =>
  `echo '{"containerimage.digest": "${digest}"}' > "$metadata"`;

test('every service is built with what the file says, first those that others depend on', async () => {
  const result = await build('exit 0', SERVICES, { inputs: { push: 'false', tags: 'v1' } });
  expect(errors(result)).toEqual([]);
  expect(
    builds().map((call) => call.replace(/^.*(?=--tag)/, '').replace(/--label \S+ /g, '')),
  ).toEqual([
    `--tag ${registry.host}/acme/shop-api:v1 --build-arg VERSION=1.2.3 -- api`,
    `--tag ${registry.host}/acme/shop-web:v1 -- web`,
    `--tag ${registry.host}/acme/shop-worker:v1 --file worker/Dockerfile --target run -- api`,
  ]);
  expect(result.outputs).toMatchObject({ status: 'built', images: '', bundle: '' });
  expect(result.lines).toContain('No bundle: nothing was pushed');
  expect(Object.keys(JSON.parse(result.outputs.timings ?? ''))).toEqual([
    ...['check', 'api: build', 'web: build', 'worker: build'],
  ]);
});

test('some services can be chosen; they alone are no bundle', async () => {
  const digest = putImage();
  const inputs = { services: 'web\n', tags: 'v1' };
  const result = await build(claim(digest), SERVICES, { inputs });
  expect(errors(result)).toEqual([]);
  expect(builds()).toHaveLength(1);
  expect(result.outputs).toMatchObject({
    status: 'built',
    image: `${registry.host}/acme/shop-web@${digest}`,
    digest,
    bundle: '',
    'bundle-file': '',
  });
  expect(result.lines).toContain(
    'No bundle: it needs all services, and worker, api were not built',
  );
});

test('a service that fails ends the step: what is in the registry stands in the outputs', async () => {
  const digest = putImage();
  const script = `case "$*" in *'-- web') exit 1;; esac\n${claim(digest)}`;
  const result = await build(script, SERVICES, { inputs: { tags: 'v1' } });
  expect(result.conclusion).toBe('failure');
  expect(errors(result)).toEqual([expect.stringMatching(/^web: docker buildx ended with exit/)]);
  expect(result.annotations[0]?.title).toBe('build-failed');
  expect(builds()).toHaveLength(2);
  const { status, images, image, bundle } = result.outputs;
  expect({ status, image, bundle }).toEqual({ status: 'failed', image: '', bundle: '' });
  const repository = `${registry.host}/acme/shop-api`;
  expect(JSON.parse(images ?? '')).toEqual({
    schema: 1,
    images: { api: { repository, digest, tags: ['v1'], platforms: ['linux/amd64'] } },
  });
  expect(result.summary).toContain('❌ 3 images: failed');
  expect(result.summary).toMatch(/shop-web \| \*\*failed\*\* \|/);
  expect(result.summary).toMatch(/shop-worker \| not built \|/);
  expect(result.leftovers).toEqual([]);
});

test('outside of a checkout there are images and no bundle, and it is said why', async () => {
  const digest = putImage();
  const api = ['  api: { context: api }', 'release: { chart: api }'];
  const result = await build(claim(digest), api, { inputs: { tags: 'v1' } });
  expect(result.conclusion).toBe('success');
  expect(result.outputs).toMatchObject({ status: 'built', digest, bundle: '' });
  expect(result.lines).toContainEqual(expect.stringMatching(/^No bundle: .* is no checkout/));
});

test('charts that differ between environments make no bundle', async () => {
  const digest = putImage();
  const services = [
    '  api: { context: api }',
    'release: { chart: one }',
    'environments:',
    '  staging: { namespace: a, proof: rollout, release: { chart: two } }',
    '  production: { namespace: b, proof: rollout }',
  ];
  const result = await build(claim(digest), services, { inputs: { tags: 'v1' } });
  expect(errors(result)).toEqual([]);
  expect(result.lines).toContain('No bundle: environments deploy different charts: two, one');
});

test('without image and without a file it is said what to give', async () => {
  const result = await build('exit 0', [], { files: {} });
  expect(errors(result)).toEqual([
    expect.stringMatching(
      /^Input image: is not given, and there is no \.github\/deploy\.yml\n→ Give image, or /,
    ),
  ]);
  expect(result.outputs).toMatchObject({ status: 'failed', image: '', images: '' });
});

test('inputs for one image are refused where services are built', async () => {
  const inputs = { context: 'api', file: 'x', target: 'y', 'build-args': 'A=b', services: 'api' };
  const result = await build('exit 0', SERVICES, { inputs });
  expect(errors(result).map((message) => message.split('\n')[0])).toEqual(
    ['context', 'file', 'target', 'build-args'].map((it) => `Input ${it}: is used only with image`),
  );
  const both = await build('exit 0', SERVICES, { inputs: { image: 'a/b', services: 'api' } });
  expect(errors(both)[0]).toMatch(/^Input services: excludes image\n/);
});

test('a service that does not exist is told with those that do', async () => {
  const result = await build('exit 0', SERVICES, { inputs: { services: 'apy\nweb' } });
  expect(errors(result)).toEqual([
    expect.stringMatching(/^Input services: "apy" is no service of .*\n→ did you mean "api"\?/),
  ]);
  const none = await build('exit 0', [' {}']);
  expect(errors(none)[0]).toMatch(/^Input config: \.github\/deploy\.yml has no services\n/);
});

test('what is wrong in the file is told at its line before anything is built', async () => {
  const wrong = ['  api: { context: apy }', '  web:', '    context: web', '    file: web/Docker'];
  const missing = await build('exit 0', wrong, { inputs: { tags: 'v1' } });
  expect(errors(missing).map((message) => message.split('\n')[0])).toEqual([
    '.github/deploy.yml:4:10: services.api.context: "apy" does not exist',
    '.github/deploy.yml:7:5: services.web.file: "web/Docker" does not exist',
  ]);
  expect(missing.annotations[0]?.title).toBe('Invalid configuration');
  expect(builds()).toEqual([]);

  const worse = [
    '  api: { context: api, build-args: { NPM_TOKEN: tr0ub4dor } }',
    '  web: { context: web, image: ghcr.io/acme/site }',
    '  worker: { context: api, image: ghcr.io/acme/site }',
  ];
  const refused = await build('exit 0', worse);
  expect(errors(refused).map((message) => message.split('\n')[0])).toEqual([
    expect.stringMatching(/^\.github\/deploy\.yml:4:\d+: services\.api\.build-args: NPM_TOKEN/),
    expect.stringMatching(
      /:6:\d+: services\.worker\.image: is ghcr\.io\/acme\/site, as that of web$/,
    ),
  ]);
  expect(refused.lines.join('\n')).not.toContain('tr0ub4dor');
});

test('a login is never sent to a second registry', async () => {
  const services = [...SERVICES.slice(2), '  web: { context: web, image: 127.0.0.1:9/acme/web }'];
  const inputs = { 'registry-username': 'me', 'registry-password': 'pass-of-me' };
  const result = await build('exit 0', services, { inputs });
  expect(errors(result)).toEqual([
    expect.stringMatching(/^Input registry-username: is for one registry, and the images go to /),
  ]);
});
