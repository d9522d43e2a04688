// Needs the sandbox: its build engine, registries and egress to the npm registry.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { connectRegistry } from '../../sandbox/registry/registry-http.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
let folder: string;
let repository: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
  repository = `test-${randomUUID()}/app`;
}, 900_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const DOCKERFILE = `
FROM node:24-slim AS build
WORKDIR /app
COPY package.json ./
RUN npm install --no-package-lock --omit=dev
COPY server.js ./
FROM node:24-alpine
COPY --from=build /app /app
USER node
CMD ["/app/server.js"]
`;

async function writeProject(text: string): Promise<void> {
  const files = {
    Dockerfile: DOCKERFILE,
    'package.json': JSON.stringify({ dependencies: { ms: '2.1.3' } }),
    'server.js': `console.log(${JSON.stringify(text)}, require('ms')(60000), process.getuid())`,
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
  }
}

/** Builds and pushes as build-image does; the digest is the one buildx writes down. */
async function build(tag: string): Promise<{ reference: string; digest: string }> {
  const reference = `${sandbox.world.registry}/${repository}:${tag}`;
  const metadata = join(folder, 'metadata.json');
  const options = ['--push', '--provenance=false', '--metadata-file', metadata];
  await sandbox.run(['docker', 'buildx', 'build', ...options, '-t', reference, folder]);
  const written = JSON.parse(await readFile(metadata, 'utf8')) as Record<string, string>;
  return { reference, digest: written['containerimage.digest'] ?? '' };
}

async function digestInRegistry(tag: string): Promise<string | undefined> {
  const { world } = sandbox;
  const address = { url: `https://${world.registry}`, caFile: caFile(world) };
  const { send, close } = await connectRegistry(address);
  // Without both types the registry would answer with a manifest converted for old clients.
  const types = ['vnd.oci.image.manifest.v1+json', 'vnd.docker.distribution.manifest.v2+json'];
  const accept = types.map((type) => `application/${type}`).join(', ');
  const path = `${repository}/manifests/${tag}`;
  const answer = await send({ method: 'HEAD', path, headers: { accept } }).finally(close);
  return answer.header('docker-content-digest');
}

test('an ordinary Dockerfile is built, pushed and run unchanged', async () => {
  await writeProject('first');
  const { reference, digest } = await build('1');
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await digestInRegistry('1')).toBe(digest);
  const printed = await sandbox.run(['docker', 'run', '--rm', `${reference}@${digest}`]);
  expect(printed).toBe('first 1m 1000\n');
}, 300_000);

test('an unchanged project keeps its digest, a changed one gets another', async () => {
  await writeProject('same');
  const once = await build('2');
  expect((await build('3')).digest).toBe(once.digest);
  await writeProject('other');
  expect((await build('4')).digest).not.toBe(once.digest);
}, 300_000);

test('a failing step stops the build with the step’s own output', async () => {
  await writeFile(
    join(folder, 'Dockerfile'),
    'FROM busybox:1.36\nRUN echo out of luck && exit 7\n',
  );
  await expect(build('5')).rejects.toThrow(/out of luck[\s\S]*exit code: 7/);
  expect(await digestInRegistry('5')).toBeUndefined();
}, 180_000);

test('a container of the engine resolves outside names and reaches the sandbox’s registry', async () => {
  const { world } = sandbox;
  const script = `
    const { connect } = require('node:net');
    const { lookup } = require('node:dns').promises;
    const registry = new URL(process.argv[1]);
    lookup(registry.hostname).then(() => connect(${world.registry.split(':')[1]}, '${world.nodeIp}',
      () => { console.log('both'); process.exit(); }));`;
  const npm = await sandbox.run(['npm', 'config', 'get', 'registry']);
  const argv = ['docker', 'run', '--rm', 'node:24-slim', 'node', '-e', script, npm.trim()];
  expect(await sandbox.run(argv)).toBe('both\n');
}, 180_000);
