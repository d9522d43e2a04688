// Needs the sandbox: dockerd with BuildKit, the registry, the stand-in base images.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { connectRegistry } from '../../sandbox/registry/registry-http.ts';
import type { FaultOptions } from '../support/registry-faults.ts';
import { type RunOptions, type RunResult, runAction } from '../support/run-action.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

const ACTION = join(import.meta.dirname, '../../build-image');
let sandbox: TestSandbox;
let proxy: ChildProcess | undefined;
/** A repository of its own for every test. */
let path: string;

beforeAll(async () => {
  sandbox = await testSandbox();
}, 900_000);

beforeEach(() => {
  path = `test-${randomUUID()}/api`;
});

afterEach(() => {
  proxy?.kill('SIGKILL');
  proxy = undefined;
});

/** Runs the built action inside the sandbox's network, where its engine and registry are. */
function build({ inputs = {}, env = {}, ...options }: RunOptions): Promise<RunResult> {
  const { environment } = sandbox;
  return runAction(ACTION, {
    ...options,
    enter: environment.enter,
    env: { ...environment.env, ...env },
    inputs: { image: `${environment.registry}/${path}`, ...inputs },
  });
}

/** What the registry has, asked by another client than the action's. */
async function ask(request: string, accept = '*/*') {
  const url = `https://${sandbox.world.registry}`;
  const { send, close } = await connectRegistry({ url, caFile: caFile(sandbox.world) });
  try {
    return await send({ method: 'GET', path: `${path}/${request}`, headers: { accept } });
  } finally {
    close();
  }
}
const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const tag = (name: string) => ask(`manifests/${name}`, `${INDEX}, ${MANIFEST}`);

/** Starts the fault proxy in front of the registry, inside the network; returns its address. */
async function startProxy(options: Omit<FaultOptions, 'upstream'>): Promise<string> {
  const script = join(import.meta.dirname, '../support/registry-faults-main.ts');
  const given = JSON.stringify({ ...options, upstream: `https://${sandbox.world.registry}` });
  const [command = '', ...args] = [...sandbox.environment.enter, process.execPath, script];
  const child = spawn(command, args, {
    env: { ...process.env, ...sandbox.environment.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(given);
  proxy = child;
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the proxy ended with ${code}`)));
  });
}

const errors = (result: RunResult): string[] =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

function expectFailure(result: RunResult, message: RegExp): void {
  expect(errors(result)).toEqual([expect.stringMatching(message)]);
  expect(result.conclusion).toBe('failure');
  expect(result.outputs).toMatchObject({ status: 'failed', image: '', digest: '', images: '' });
  expect(result.leftovers).toEqual([]);
  expect(result.orphans).toEqual([]);
}

const unique = (): string => `RUN echo ${randomUUID()} > /unique\n`;

test('an image is built, pushed, and is in the registry under every tag; the second build is cached', async () => {
  const files = { 'api/Dockerfile': `FROM busybox:1.36\n${unique()}RUN cat /unique\n` };
  const inputs = { context: 'api', tags: 'v1, latest' };
  const first = await build({ files, inputs });
  expect(errors(first)).toEqual([]);
  const { digest = '', image, images = '{}' } = first.outputs;
  for (const name of ['v1', 'latest', digest]) {
    expect((await tag(name)).header('docker-content-digest')).toBe(digest);
  }
  const repository = `${sandbox.environment.registry}/${path}`;
  expect(image).toBe(`${repository}@${digest}`);
  expect(JSON.parse(images)).toEqual({
    schema: 1,
    images: {
      api: { repository, digest, tags: ['v1', 'latest'], platforms: ['linux/amd64'] },
    },
  });
  expect(first.lines.some((line) => /^✔ \[2\/3\] RUN echo .* \d+(\.\d)? m?s$/.test(line))).toBe(
    true,
  );
  expect(first.summary).toContain('0 of 2');

  const second = await build({ files, inputs });
  expect(second.lines.filter((line) => line.endsWith(' CACHED'))).toHaveLength(2);
  expect(second.summary).toContain('2 of 2');
  expect(second.leftovers).toEqual([]);
});

test('stages, target, build arguments and labels arrive, on a node base image', async () => {
  const dockerfile = [
    'FROM node:24-slim AS build',
    'ARG GREETING',
    "RUN node -e \"require('fs').writeFileSync('/out', process.env.GREETING + process.versions.node)\"",
    'FROM build AS other',
    'RUN exit 1',
    'FROM busybox:1.36 AS wanted',
    'COPY --from=build /out /out',
    'FROM other',
  ].join('\n');
  const result = await build({
    files: { 'docker/api.Dockerfile': dockerfile },
    inputs: {
      file: 'docker/api.Dockerfile',
      target: 'wanted',
      'build-args': 'GREETING=hello ',
      labels: 'team=shop',
      tags: 'v1',
    },
  });
  expect(errors(result)).toEqual([]);
  const index = JSON.parse((await tag('v1')).text) as { manifests: { digest: string }[] };
  const manifest = JSON.parse((await tag(index.manifests[0]?.digest ?? '')).text) as {
    config: { digest: string };
  };
  const config = JSON.parse((await ask(`blobs/${manifest.config.digest}`)).text) as {
    config: { Labels: Record<string, string> };
  };
  expect(config.config.Labels).toMatchObject({
    team: 'shop',
    'org.opencontainers.image.revision': expect.stringMatching(/^[0-9a-f]{40}$/),
    'org.opencontainers.image.source': expect.stringMatching(/^https:\/\//),
  });
}, 180_000);

test('push: false builds and leaves the registry alone', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}` };
  const result = await build({ files, inputs: { push: 'false', tags: 'v1' } });
  expect(result.conclusion).toBe('success');
  expect(result.outputs).toMatchObject({ status: 'built', image: '', digest: '' });
  expect((await tag('v1')).status).toBe(404);
});

test('a failing RUN is named with its place and its last output', async () => {
  const dockerfile = [
    'FROM busybox:1.36',
    unique().trim(),
    'RUN for i in $(seq 30); do echo line $i >&2; done; \\',
    '    echo "gcc: not found" >&2; exit 3',
  ].join('\n');
  const result = await build({ files: { Dockerfile: dockerfile }, inputs: { tags: 'v1' } });
  expectFailure(result, /^\[3\/3\] RUN for i .* failed: exit code: 3\nAt Dockerfile:3:\n/);
  const [message = ''] = errors(result);
  expect(message).toContain('>>>     echo "gcc: not found" >&2; exit 3');
  expect(message).toContain('line 30\ngcc: not found');
  expect(message).not.toContain('line 11\n');
  expect((await tag('v1')).status).toBe(404);
});

test('a base image that does not exist is named', async () => {
  const files = { Dockerfile: 'FROM library/no-such-image:9\nRUN true\n' };
  const result = await build({ files, inputs: { tags: 'v1' } });
  expectFailure(result, /^Base image docker.io\/library\/no-such-image:9 cannot be had: /);
  expect(result.annotations[0]?.title).toBe('image-missing');
});

test('a Dockerfile that cannot be read as one says where', async () => {
  const files = { Dockerfile: 'FROM busybox:1.36\nRUNN true\n' };
  const result = await build({ files, inputs: { tags: 'v1' } });
  expectFailure(result, /unknown instruction: RUNN[\s\S]*At Dockerfile:2:\n +2 \| >>> RUNN true/);
});

/** Command lines of all processes, as often as possible until `done`. */
async function watchCommandLines(done: Promise<unknown>): Promise<string> {
  const seen = new Set<string>();
  const state = { ended: false };
  void done.finally(() => {
    state.ended = true;
  });
  while (!state.ended) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        seen.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
      } catch {
        // It has ended.
      }
    }
    await sleep(20);
  }
  return [...seen].join('\n');
}

test('a secret reaches its one step, and is in no log, command line, image or history', async () => {
  const [first, second] = [`s3cret-${randomUUID()}`, `line-${randomUUID()}`];
  const dockerfile = [
    'FROM busybox:1.36',
    unique().trim(),
    'RUN --mount=type=secret,id=one --mount=type=secret,id=two,target=/two \\',
    '    sha256sum < /run/secrets/one > /sum; wc -l < /two; cat /run/secrets/one; sleep 1',
    'RUN test ! -s /run/secrets/one && ls /run/secrets; cat /sum',
  ].join('\n');
  const running = build({
    files: { Dockerfile: dockerfile },
    inputs: { tags: 'v1', secrets: `one=${first}\n"two=first line\n${second}"` },
  });
  const commandLines = await watchCommandLines(running);
  const result = await running;
  expect(errors(result)).toEqual([]);
  expect(commandLines).toMatch(/buildx build .*--secret id=one,src=/);
  expect(result.lines).toContain('    ***');

  const index = JSON.parse((await tag('v1')).text) as { manifests: { digest: string }[] };
  const parts = await Promise.all(
    index.manifests.map(async ({ digest }) => (await tag(digest)).text),
  );
  const blobs = parts.flatMap((part) => [...part.matchAll(/"digest": ?"(sha256:\w+)"/g)]);
  expect(blobs.length).toBeGreaterThan(4);
  const contents = await Promise.all(
    blobs.map(async ([, blob]) => (await ask(`blobs/${blob}`)).text),
  );
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  const { registry } = sandbox.environment;
  await sandbox.run(['docker', 'pull', '-q', `${registry}/${path}:v1`]);
  await sandbox.run(['docker', 'save', '-o', join(folder, 'i.tar'), `${registry}/${path}:v1`]);
  const unpacked = await sandbox.run([
    ...[
      'sh',
      '-c',
      'cd "$0" && tar xf i.tar && find blobs -type f | while read f; do gzip -dcf $f; done | strings',
    ],
    folder,
  ]);
  rmSync(folder, { recursive: true });
  expect(unpacked).toContain('bin/busybox');
  for (const secret of [first, second]) {
    for (const place of [
      ...[result.lines.join('\n'), result.summary, JSON.stringify(result.outputs)],
      ...[commandLines, parts.join('\n'), contents.join('\n'), unpacked],
    ]) {
      expect(place.includes(secret)).toBe(false);
    }
  }
  expect(result.leftovers).toEqual([]);
}, 180_000);

test('a registry that loses the manifest after the push is a failure', async () => {
  // The engine itself reads the manifest once after its push.
  const lost = {
    method: 'GET',
    path: 'manifests/sha256',
    after: 1,
    does: { status: 404 },
  } as const;
  const host = await startProxy({ faults: [lost] });
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}` };
  const result = await build({ files, inputs: { image: `${host}/${path}`, tags: 'v1' } });
  expectFailure(result, /@sha256:\w+: the registry answered 404/);
  expect(result.annotations[0]?.title).toBe('image-missing');
  expect((await tag('v1')).status).toBe(200);
});

const login = { username: 'me', password: `pass-${randomUUID()}` };
const credentials = (password: string) => ({
  'registry-username': login.username,
  'registry-password': password,
});

test.each(['basic', 'bearer'] as const)('logs in to push, by %s, without a trace', async (kind) => {
  const host = await startProxy({ login: { kind, ...login } });
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}` };
  const inputs = { image: `${host}/${path}`, tags: 'v1', ...credentials(login.password) };
  const running = build({ files, inputs });
  const commandLines = await watchCommandLines(running);
  const result = await running;
  expect(errors(result)).toEqual([]);
  expect((await tag('v1')).header('docker-content-digest')).toBe(result.outputs.digest);
  expect(commandLines).toContain('buildx build');
  const trace = [commandLines, ...result.lines].join('\n').includes(login.password);
  expect(trace).toBe(false);
  expect(result.leftovers).toEqual([]);
});

test('the login that is there already is used', async () => {
  const host = await startProxy({ login: { kind: 'basic', ...login } });
  const users = sandbox.environment.env.DOCKER_CONFIG ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'docker-config-'));
  const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify({
      auths: { [host]: { auth } },
      cliPluginsExtraDirs: [join(users, 'cli-plugins')],
    }),
  );
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}` };
  const result = await build({
    files,
    env: { DOCKER_CONFIG: folder },
    inputs: { image: `${host}/${path}`, tags: 'v1' },
  });
  expect(errors(result)).toEqual([]);
  expect((await tag('v1')).status).toBe(200);
  rmSync(folder, { recursive: true });
});

test('a wrong password is refused, before anything is built', async () => {
  const host = await startProxy({ login: { kind: 'bearer', ...login } });
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}` };
  const inputs = { image: `${host}/${path}`, tags: 'v1', ...credentials('not-the-password') };
  const result = await build({ files, inputs });
  expectFailure(result, /^login to 127\.0\.0\.1:\d+ .* answered 401/);
  expect(result.annotations[0]?.title).toBe('registry-refused');
  expect(result.lines.some((line) => line.includes('RUN echo'))).toBe(false);
});

test('a login that may read but not push is the registry’s refusal', async () => {
  const denied = {
    method: 'POST',
    path: 'blobs/uploads',
    does: { status: 403, body: '{"errors":[{"code":"DENIED","message":"write_package"}]}' },
  } as const;
  const host = await startProxy({ faults: [denied] });
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}` };
  const result = await build({ files, inputs: { image: `${host}/${path}`, tags: 'v1' } });
  expectFailure(result, /^The push was refused: .*403 Forbidden/);
  expect(result.annotations[0]?.title).toBe('registry-refused');
});

test('a cancel in the middle stops the build and leaves no tag', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}RUN echo begun; sleep 60\n` };
  const result = await build({
    files,
    inputs: { tags: 'v1', secrets: 'one=some-secret' },
    cancelAfter: /^ {4}begun$/,
  });
  expect(result.conclusion).toBe('cancelled');
  expect(errors(result)).toEqual([
    'The run was cancelled; the build was stopped; nothing was pushed.',
  ]);
  expect(result.phases.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
  expect(result.outputs).toMatchObject({ status: 'failed', image: '', digest: '' });
  expect(result.leftovers).toEqual([]);
  expect(result.orphans).toEqual([]);
  expect((await tag('v1')).status).toBe(404);
});

test('killed outright, post still removes the private files', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}RUN echo begun; sleep 20\n` };
  const result = await build({
    files,
    inputs: { tags: 'v1', secrets: 'one=some-secret' },
    cancelAfter: /^ {4}begun$/,
    grace: [0, 0],
  });
  expect(result.phases.main.code).not.toBe(0);
  expect(result.leftovers).toEqual([]);
  expect(existsSync(result.state['scratch-folder'] ?? '/')).toBe(false);
});

test('a build that takes too long is stopped and says at which step', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${unique()}RUN echo begun; sleep 60\n` };
  const result = await build({ files, inputs: { tags: 'v1', timeout: '4s' } });
  expectFailure(
    result,
    /^The build was stopped after 4\.0 s; the last output came from \[3\/3\] RUN/,
  );
  expect(result.annotations[0]?.title).toBe('timeout');
});
