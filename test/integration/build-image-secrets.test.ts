// Needs the sandbox: dockerd with BuildKit, the registry, the stand-in base images.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBench, errors, expectFailure, uniqueStep } from '../support/build-bench.ts';

const { sandbox, path, build, ask, manifest, startProxy } = buildBench();

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
    uniqueStep().trim(),
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

  const index = JSON.parse((await manifest('v1')).text) as { manifests: { digest: string }[] };
  const parts = await Promise.all(
    index.manifests.map(async ({ digest }) => (await manifest(digest)).text),
  );
  const blobs = parts.flatMap((part) => [...part.matchAll(/"digest": ?"(sha256:\w+)"/g)]);
  expect(blobs.length).toBeGreaterThan(4);
  const contents = await Promise.all(
    blobs.map(async ([, blob]) => (await ask(`blobs/${blob}`)).text),
  );
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  const { registry } = sandbox().environment;
  await sandbox().run(['docker', 'pull', '-q', `${registry}/${path()}:v1`]);
  await sandbox().run(['docker', 'save', '-o', join(folder, 'i.tar'), `${registry}/${path()}:v1`]);
  const unpacked = await sandbox().run([
    ...[
      'sh',
      '-c',
      'cd "$0" && tar xf i.tar && find blobs -type f | while read f; do gzip -dcf $f; done | LC_ALL=C tr -cs "[:print:]" "\\n" | grep -E .{6}',
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

const login = { username: 'me', password: `pass-${randomUUID()}` };
const credentials = (password: string) => ({
  'registry-username': login.username,
  'registry-password': password,
});

test.each(['basic', 'bearer'] as const)('logs in to push, by %s, without a trace', async (kind) => {
  const host = await startProxy({ login: { kind, ...login } });
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}` };
  const inputs = { image: `${host}/${path()}`, tags: 'v1', ...credentials(login.password) };
  const running = build({ files, inputs });
  const commandLines = await watchCommandLines(running);
  const result = await running;
  expect(errors(result)).toEqual([]);
  expect((await manifest('v1')).header('docker-content-digest')).toBe(result.outputs.digest);
  expect(commandLines).toContain('buildx build');
  const trace = [commandLines, ...result.lines].join('\n').includes(login.password);
  expect(trace).toBe(false);
  expect(result.leftovers).toEqual([]);
});

test('the login that is there already is used', async () => {
  const host = await startProxy({ login: { kind: 'basic', ...login } });
  const users = sandbox().environment.env.DOCKER_CONFIG ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'docker-config-'));
  const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify({
      auths: { [host]: { auth } },
      cliPluginsExtraDirs: [join(users, 'cli-plugins')],
    }),
  );
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}` };
  const result = await build({
    files,
    env: { DOCKER_CONFIG: folder },
    inputs: { image: `${host}/${path()}`, tags: 'v1' },
  });
  expect(errors(result)).toEqual([]);
  expect((await manifest('v1')).status).toBe(200);
  rmSync(folder, { recursive: true });
});

test('a wrong password is refused, before anything is built', async () => {
  const host = await startProxy({ login: { kind: 'bearer', ...login } });
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}` };
  const inputs = { image: `${host}/${path()}`, tags: 'v1', ...credentials('not-the-password') };
  const result = await build({ files, inputs });
  expectFailure(result, /^login to 127\.0\.0\.1:\d+ .* answered 401/);
  expect(result.annotations[0]?.title).toBe('registry-refused');
  expect(result.lines.some((line) => line.includes('RUN echo'))).toBe(false);
});
