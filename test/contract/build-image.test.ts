// The built bundle, as GitHub's runner starts it; no engine.
import { join } from 'node:path';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { type MemoryRegistry, startMemoryRegistry } from '../support/memory-registry.ts';
import { type FaultProxy, startFaultProxy } from '../support/registry-faults.ts';
import { type StubDocker, stubDocker } from '../support/stub-docker.ts';

const ACTION = join(import.meta.dirname, '../../build-image');
const FILES = { Dockerfile: 'FROM scratch\n' };
const DIGEST = `sha256:${'a1'.repeat(32)}`;

let docker: StubDocker | undefined;
let registry: MemoryRegistry;
let proxy: FaultProxy | undefined;

beforeEach(async () => {
  registry = await startMemoryRegistry();
});

afterEach(async () => {
  docker?.remove();
  await proxy?.close();
  await registry.close();
  docker = undefined;
  proxy = undefined;
});

/** Runs the action with a docker that does `build`. */
function build(text: string, options: RunOptions & { readonly version?: string } = {}) {
  const { version, ...run } = options;
  docker = stubDocker(text, version);
  return runAction(ACTION, {
    files: FILES,
    ...run,
    env: { ...docker.env, ...run.env },
    inputs: { image: `${proxy?.host ?? registry.host}/acme/api`, ...run.inputs },
  });
}

const errors = (result: RunResult): string[] =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

/** A failure that claims nothing. */
function expectFailure(result: RunResult, message: RegExp): void {
  expect(result.conclusion).toBe('failure');
  expect(errors(result)).toEqual([expect.stringMatching(message)]);
  expect(result.outputs).toMatchObject({ status: 'failed', image: '', digest: '', images: '' });
  expect(result.leftovers).toEqual([]);
}

test('all that is wrong with the inputs is said at once, by name, and nothing is started', async () => {
  const result = await build('exit 0', {
    inputs: {
      image: 'ghcr.io/acme/api:v1',
      'build-args': 'NPM_TOKEN=tr0ub4dor',
      secrets: 'tr0ub4dor-and-more',
      labels: 'nothing',
      network: 'host; rm',
      'no-cache': 'yes',
      tags: 'v1, -v2',
      'registry-username': 'me',
      timeout: 'soon',
    },
  });
  expect(errors(result).map((message) => message.split('\n')[0])).toEqual([
    expect.stringMatching(/^Input image: .* leave the tag ":v1" out/),
    expect.stringMatching(/^Input build-args: NPM_TOKEN looks like a secret/),
    expect.stringMatching(/^Input secrets: record 1 is not ID=value/),
    expect.stringMatching(/^Input labels: "nothing" is not name=value/),
    expect.stringMatching(/^Input network: "host; rm" is not allowed/),
    expect.stringMatching(/^Input no-cache: "yes" is not a boolean/),
    expect.stringMatching(/^Input tags: "-v2" is not a tag/),
    expect.stringMatching(/^Input timeout: "soon" is not a duration/),
    'Input registry-password: is missing, while registry-username is given',
  ]);
  expect(errors(result).join('\n')).toContain('RUN --mount=type=secret,id=npm_token');
  expect(result.lines.join('\n')).not.toContain('tr0ub4dor');
  expect(docker?.calls()).toEqual(['']);
});

test('a context or Dockerfile that does not exist is said before anything is built', async () => {
  const result = await build('exit 0', { inputs: { context: 'api', file: 'api/Dockerfile' } });
  expect(errors(result)).toEqual([
    expect.stringMatching(/^Input context: "api" does not exist/),
    expect.stringMatching(/^Input file: "api\/Dockerfile" does not exist/),
  ]);
});

test('without buildx it is said what to install', async () => {
  const result = await build('exit 0', { version: '' });
  expectFailure(result, /docker buildx is not there: .*\n→ Use docker\/setup-buildx-action/);
});

test('a buildx that is too old is refused', async () => {
  const result = await build('exit 0', { version: 'v0.12.1' });
  expectFailure(result, /docker buildx 0\.12\.1 is too old; 0\.13 or later is needed/);
});

test('a buildx built from sources, which calls itself 0.0.0, is taken', async () => {
  const result = await build('exit 0', { version: 'v0.0.0+unknown', inputs: { push: 'false' } });
  expect(result.conclusion).toBe('success');
});

test('red without a word is a failure (docker/build-push-action 7.3.0 is green there)', async () => {
  expectFailure(await build('exit 1'), /ended with exit code 1 and gave no reason/);
});

test('killed without a word is a failure that thinks of memory', async () => {
  expectFailure(await build('exit 137'), /exit code 137 and gave no reason\n→ .*out of memory/);
});

/** What buildx prints of a step that fails, and its own last word. */
const failsAt = (name: string, error: string): string =>
  [
    `echo '${JSON.stringify({ vertexes: [{ digest: DIGEST, name, error }] })}' >&2`,
    `echo 'ERROR: ${error}' >&2`,
    'exit 1',
  ].join('\n');
const TROUBLE = 'unexpected status from HEAD request to https://r/v2/x: 500 Internal Server Error';
const builds = () => docker?.calls().filter((call) => call.startsWith('buildx build')) ?? [];

test('a push that the registry broke off is tried again, from what is built', async () => {
  const once = `if [ -e pushed ]; then exit 0; fi; touch pushed\n${failsAt('pushing r/x:1 with docker', TROUBLE)}`;
  const result = await build(once, { inputs: { 'no-cache': 'true', pull: 'true' } });
  expect(result.lines.join('\n')).toMatch(
    /The push broke off: .*500 Internal Server Error[\s\S]*It is tried again in 1 s/,
  );
  const [first = '', second = '', ...more] = builds();
  expect(first).toContain('--no-cache --pull');
  expect(second).toBe(first.replace(' --no-cache --pull', ''));
  expect(more).toEqual([]);
  // The stub is no builder: what it says the second time is believed no more than ever.
  expectFailure(result, /ended well but left no metadata/);
});

test('a step of the build that fails is not tried again', async () => {
  const result = await build(failsAt('[2/2] RUN curl https://r/v2/x', TROUBLE));
  expectFailure(result, /RUN curl .* failed: unexpected status/);
  expect(builds()).toHaveLength(1);
});

test('green without an image is a failure', async () => {
  expectFailure(await build('exit 0'), /ended well but left no metadata/);
});

test('green with an empty digest is a failure', async () => {
  const empty = `echo '{"containerimage.digest": ""}' > "$metadata"`;
  expectFailure(await build(empty), /ended well but names no image digest/);
});

test('green with a digest that the registry does not have is a failure', async () => {
  const claim = `echo '{"containerimage.digest": "${DIGEST}"}' > "$metadata"`;
  expectFailure(await build(claim), /acme\/api@sha256:a1.*: the registry answered 404/);
});

test('push: false builds, and claims no image', async () => {
  const result = await build('exit 0', { inputs: { push: 'false' } });
  expect(result.conclusion).toBe('success');
  expect(result.outputs).toMatchObject({ status: 'built', image: '', digest: '' });
  expect(docker?.calls().at(-1)).not.toContain('--push');
});

test('a wrong password is refused before anything is built', async () => {
  const login = { kind: 'bearer', username: 'me', password: 'right-one' } as const;
  proxy = await startFaultProxy({ upstream: registry.url, login });
  const result = await build('exit 0', {
    inputs: { 'registry-username': 'me', 'registry-password': 'wrong-one' },
  });
  expectFailure(result, /^login to 127\.0\.0\.1.* answered 401.*\n→ .*registry-password/);
  expect(result.annotations[0]?.title).toBe('registry-refused');
  expect(docker?.calls().filter((call) => call.includes('build --'))).toEqual([]);
  expect(result.lines.join('\n')).not.toContain('wrong-one');
});

test('login and secrets reach docker by private files, which are gone afterwards', async () => {
  const show = [
    'stat -c "%a %n" "$DOCKER_CONFIG" "$DOCKER_CONFIG"/config.json "$(dirname "$metadata")"/secret-* >&2',
    'cat "$(dirname "$metadata")"/secret-1 | wc -l >&2',
    'env | grep -c ^INPUT_ >&2',
    'exit 0',
  ].join('\n');
  const result = await build(show, {
    inputs: {
      push: 'false',
      'registry-username': 'me',
      'registry-password': 'pass-of-me',
      secrets: 'one=first-secret\n"two=second\nsecret\n"',
      'build-args': 'VERSION=1.2.3\n"TEXT=a, ""b"""',
      tags: 'v1,v2',
    },
  });
  expect(result.conclusion).toBe('success');
  const said = result.lines.join('\n');
  expect(said).toMatch(/^700 \S+\/docker$/m);
  expect(said).toMatch(/^600 \S+\/config\.json$/m);
  expect(said).toMatch(/^600 \S+\/secret-0$/m);
  // Lines of the second secret, and inputs in docker's environment.
  expect(result.lines.slice(-3, -1)).toEqual(['1', '0']);
  const call = docker?.calls().at(-1) ?? '';
  expect(call).toContain(`--tag ${registry.host}/acme/api:v1 --tag ${registry.host}/acme/api:v2`);
  expect(call).toContain('--build-arg VERSION=1.2.3 --build-arg TEXT=a, "b"');
  expect(call).toMatch(/--secret id=one,src=\S+\/secret-0 --secret id=two,src=\S+\/secret-1/);
  for (const secret of ['pass-of-me', 'first-secret', 'second']) {
    expect([call, said, result.summary].join('\n')).not.toContain(secret);
  }
  expect(result.leftovers).toEqual([]);
});

test('labels say where the image came from; the user’s go over them', async () => {
  await build('exit 0', {
    inputs: { push: 'false', labels: 'org.opencontainers.image.source=mine\nteam=shop' },
    env: { GITHUB_SHA: 'f'.repeat(40), GITHUB_REF: 'refs/heads/a/b', GITHUB_REF_NAME: 'a/b' },
  });
  const call = docker?.calls().at(-1) ?? '';
  expect(call).toContain('--label org.opencontainers.image.source=mine');
  expect(call).toContain(`--label org.opencontainers.image.revision=${'f'.repeat(40)}`);
  expect(call).toContain('--label team=shop');
  expect(call).toContain(`/acme/api:${'f'.repeat(12)} `);
  expect(call).toContain('/acme/api:a-b ');
});
