import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError } from '../../../src/errors.ts';
import { type InstallPorts, installTool } from '../../../src/tools/install.ts';

const SCRIPT = Buffer.from('#!/bin/sh\necho kubectl\n');
const sum = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const KUBECTL = `1.99.0@sha256:${sum(SCRIPT)}`;
const ARCH = process.arch === 'arm64' ? 'arm64' : 'amd64';
const PATH = `/release/v1.99.0/bin/linux/${ARCH}/kubectl`;

type Get = InstallPorts['get'];
type Reply = Partial<Awaited<ReturnType<Get>>> | Error;

let home: string;
const before = process.env.RUNNER_TOOL_CACHE;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'install-'));
  for (const name of ['temp', 'tools']) mkdirSync(join(home, name));
  // The library reads it from the process.
  process.env.RUNNER_TOOL_CACHE = join(home, 'tools');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  if (before === undefined) delete process.env.RUNNER_TOOL_CACHE;
  else process.env.RUNNER_TOOL_CACHE = before;
});

/** A world in which these addresses answer and all others are 404; `asked` is what was asked. */
function world(replies: Readonly<Record<string, Reply>>, env: Record<string, string> = {}) {
  const asked: string[] = [];
  const get: Get = async ({ url }) => {
    asked.push(url);
    const reply = replies[url] ?? { status: 404 };
    if (reply instanceof Error) throw reply;
    return { status: 200, headers: {}, body: Buffer.alloc(0), ...reply };
  };
  const ports: InstallPorts = {
    get,
    env: { RUNNER_TOOL_CACHE: process.env.RUNNER_TOOL_CACHE, ...env },
    tempFolder: join(home, 'temp'),
    info: () => {},
  };
  return { ports, asked };
}

const failure = (promise: Promise<unknown>): Promise<ActionError> =>
  promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => {
      if (error instanceof ActionError) return error;
      throw error;
    },
  );

test('a program is downloaded once, checked, kept, and found again', async () => {
  const { ports, asked } = world({ [`https://dl.k8s.io${PATH}`]: { body: SCRIPT } });
  const program = await installTool('kubectl', KUBECTL, ports);
  expect(program.startsWith(join(home, 'tools'))).toBe(true);
  expect(execFileSync(program, { encoding: 'utf8' })).toBe('kubectl\n');
  expect(await installTool('kubectl', KUBECTL, ports)).toBe(program);
  expect(asked).toHaveLength(1);
  expect(readdirSync(join(home, 'temp'))).toEqual([]);
});

test('helm comes out of its archive', async () => {
  const folder = join(home, `linux-${ARCH}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'helm'), '#!/bin/sh\necho helm\n', { mode: 0o755 });
  execFileSync('tar', ['czf', join(home, 'helm.tar.gz'), '-C', home, `linux-${ARCH}`]);
  const body = readFileSync(join(home, 'helm.tar.gz'));
  const url = `https://get.helm.sh/helm-v4.9.9-linux-${ARCH}.tar.gz`;
  const { ports } = world({ [url]: { body } });
  const program = await installTool('helm', `v4.9.9@sha256:${sum(body)}`, ports);
  expect(execFileSync(program, { encoding: 'utf8' })).toBe('helm\n');
  expect(readdirSync(join(home, 'temp'))).toEqual([]);
});

test('another file than the pinned one is refused, and no further server is asked', async () => {
  const { ports, asked } = world({ [`https://dl.k8s.io${PATH}`]: { body: Buffer.from('evil') } });
  const error = await failure(installTool('kubectl', KUBECTL, ports));
  expect(error.code).toBe('command-missing');
  expect(error.message).toContain(`https://dl.k8s.io${PATH}`);
  expect(error.message).toContain(`sha256:${sum(Buffer.from('evil'))}`);
  expect(error.message).toContain(`sha256:${sum(SCRIPT)}`);
  expect(asked).toHaveLength(1);
  expect([...readdirSync(join(home, 'temp')), ...readdirSync(join(home, 'tools'))]).toEqual([]);
});

test('a version that was kept under one checksum is not taken for another', async () => {
  const { ports, asked } = world({ [`https://dl.k8s.io${PATH}`]: { body: SCRIPT } });
  await installTool('kubectl', KUBECTL, ports);
  const other = `1.99.0@sha256:${'b'.repeat(64)}`;
  expect((await failure(installTool('kubectl', other, ports))).message).toContain('bbbb');
  expect(asked).toHaveLength(2);
});

test('what was kept and cannot run any more is downloaded again', async () => {
  const { ports, asked } = world({ [`https://dl.k8s.io${PATH}`]: { body: SCRIPT } });
  const program = await installTool('kubectl', KUBECTL, ports);
  rmSync(program);
  expect(await installTool('kubectl', KUBECTL, ports)).toBe(program);
  expect(existsSync(program)).toBe(true);
  expect(asked).toHaveLength(2);
});

test('the mirror is asked first, then the servers of the project in turn', async () => {
  const mirror = 'https://me:secret@mirror.example.com/tools/';
  const down = new ActionError('request-failed', 'GET failed', { cause: new Error('no route') });
  const { ports, asked } = world(
    { [`https://dl.k8s.io${PATH}`]: down },
    { DEPLOY_ACTIONS_TOOL_MIRROR: mirror },
  );
  const error = await failure(installTool('kubectl', KUBECTL, ports));
  expect(asked).toEqual([
    `https://me:secret@mirror.example.com/tools${PATH}`,
    `https://dl.k8s.io${PATH}`,
    `https://cdn.dl.k8s.io${PATH}`,
  ]);
  expect(error.code).toBe('command-missing');
  expect(error.message).toContain(`https://mirror.example.com/tools${PATH}: answered 404`);
  expect(error.message).toContain(`https://dl.k8s.io${PATH}: `);
  expect(error.message).toContain('no route');
  expect(error.message).toContain(`https://cdn.dl.k8s.io${PATH}: answered 404`);
  expect(`${error.message}${error.hint}`).not.toContain('secret');
});

test('a redirect is followed to https only, and not for ever', async () => {
  const to = (location: string) => ({ status: 302, headers: { location } });
  const there = world({
    [`https://dl.k8s.io${PATH}`]: to(`https://cdn.example.com${PATH}`),
    [`https://cdn.example.com${PATH}`]: { body: SCRIPT },
  });
  await installTool('kubectl', KUBECTL, there.ports);
  const insecure = world({ [`https://dl.k8s.io${PATH}`]: to(`http://dl.k8s.io${PATH}`) });
  const other = `1.99.0@sha256:${'c'.repeat(64)}`;
  const refused = await failure(installTool('kubectl', other, insecure.ports));
  expect(refused.message).toContain('answered 302');
  expect(insecure.asked.filter((url) => url.startsWith('http:'))).toEqual([]);
  const circle = world({ [`https://dl.k8s.io${PATH}`]: to(`https://dl.k8s.io${PATH}`) });
  await failure(installTool('kubectl', other, circle.ports));
  expect(circle.asked.length).toBeLessThan(10);
});

test.each(['http://mirror.example.com', 'mirror.example.com', 'https://mirror.example.com/?a=b'])(
  'a mirror %s is refused before anything is asked',
  async (mirror) => {
    const { ports, asked } = world({}, { DEPLOY_ACTIONS_TOOL_MIRROR: mirror });
    const error = await failure(installTool('kubectl', KUBECTL, ports));
    expect(error.code).toBe('invalid-input');
    expect(asked).toEqual([]);
  },
);
