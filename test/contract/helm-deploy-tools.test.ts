// The built bundle fetches helm and kubectl from a mirror on this machine; no cluster.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { testCertificate } from '../support/tls.ts';
import { webChart } from '../support/web-chart.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');
const ARCH = process.arch === 'arm64' ? 'arm64' : 'amd64';
const HELM = `/helm-v4.9.9-linux-${ARCH}.tar.gz`;
const KUBECTL = `/release/v1.99.0/bin/linux/${ARCH}/kubectl`;
/** Helm takes a while, too: one that ends before its stdin is written would break the pipe. */
const HELM_DOES = '[ "$1" = version ] || sleep 1; echo v4.9.9';
const sum = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

let folder: string;
let server: Server;
let mirror: string;
const files = new Map<string, Buffer>();
let asked: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'helm-deploy-tools-'));
  const { cert, key } = testCertificate(folder);
  server = createServer({ cert, key }, (request, response) => {
    asked.push(request.url ?? '');
    const content = files.get(request.url ?? '');
    response.writeHead(content ? 200 : 404).end(content);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  mirror = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const helm = join(folder, `linux-${ARCH}`);
  mkdirSync(helm);
  writeFileSync(join(helm, 'helm'), program('helm', HELM_DOES), { mode: 0o755 });
  execFileSync('tar', ['czf', join(folder, 'helm.tgz'), '-C', folder, `linux-${ARCH}`]);
  files.set(HELM, readFileSync(join(folder, 'helm.tgz')));
  files.set(KUBECTL, Buffer.from(program('kubectl', 'echo the kubectl of the mirror >&2; exit 1')));
});

beforeEach(() => {
  asked = [];
  for (const name of ['ran', 'tools']) rmSync(join(folder, name), { recursive: true, force: true });
});

afterAll(async () => {
  await new Promise((resolve) => void server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Notes that it ran. */
const program = (name: string, does: string): string =>
  `#!/bin/sh\necho ${name} >> '${join(folder, 'ran')}'\n${does}\n`;

const ran = (): readonly string[] =>
  existsSync(join(folder, 'ran')) ? readFileSync(join(folder, 'ran'), 'utf8').split('\n') : [];

const wanted = (path: string, version: string): string =>
  `${version}@sha256:${sum(files.get(path) ?? Buffer.alloc(0))}`;

const deploy = (inputs: Readonly<Record<string, string>>): Promise<RunResult> =>
  runAction(ACTION, {
    inputs: { release: 'web', namespace: 'shop', chart: 'chart', kubeconfig: 'config', ...inputs },
    files: { ...webChart(), config: 'apiVersion: v1\nkind: Config\n' },
    env: {
      RUNNER_TOOL_CACHE: join(folder, 'tools'),
      DEPLOY_ACTIONS_TOOL_MIRROR: mirror,
      NODE_EXTRA_CA_CERTS: join(folder, 'server.crt'),
      // Nothing gets out of this machine: all but the mirror would go through here.
      HTTPS_PROXY: 'http://127.0.0.1:1',
      NO_PROXY: '127.0.0.1',
    },
  });

test('both come from the mirror, are used, and the second run downloads nothing', async () => {
  const versions = {
    'helm-version': wanted(HELM, 'v4.9.9'),
    'kubectl-version': wanted(KUBECTL, '1.99.0'),
  };
  const first = await deploy(versions);
  expect(first.annotations[0]?.message).toContain('the kubectl of the mirror');
  expect(ran()).toEqual(expect.arrayContaining(['helm', 'kubectl']));
  expect([...asked].sort()).toEqual([HELM, KUBECTL]);
  expect(first.leftovers).toEqual([]);
  const second = await deploy(versions);
  expect(second.annotations[0]?.message).toContain('the kubectl of the mirror');
  expect(asked).toHaveLength(2);
}, 60_000);

test('a file with another checksum is neither kept nor run', async () => {
  const result = await deploy({ 'helm-version': `4.9.9@sha256:${'a'.repeat(64)}` });
  expect(result.outputs.status).toBe('refused');
  expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'command-missing' });
  expect(result.annotations[0]?.message).toContain(`${mirror}${HELM} is not the helm 4.9.9`);
  expect(asked).toEqual([HELM]);
  expect(ran()).toEqual([]);
  expect(existsSync(join(folder, 'tools'))).toBe(false);
  expect(result.leftovers).toEqual([]);
}, 60_000);

test('a version without a checksum is refused before anything is asked', async () => {
  const result = await deploy({ 'helm-version': '4.9.9', 'kubectl-version': 'latest' });
  const said = result.annotations.map(({ message }) => message);
  expect(said).toEqual([
    expect.stringContaining('Input kubectl-version: "latest" is not allowed'),
    expect.stringContaining('https://get.helm.sh/helm-v4.9.9-linux-amd64.tar.gz.sha256sum'),
  ]);
  expect(asked).toEqual([]);
}, 60_000);

test('when nobody has it, everything that was tried is named', async () => {
  const result = await deploy({ 'kubectl-version': `1.99.1@sha256:${'a'.repeat(64)}` });
  const [{ title, message } = { title: '', message: '' }] = result.annotations;
  const path = KUBECTL.replace('1.99.0', '1.99.1');
  expect(title).toBe('command-missing');
  expect(message).toContain(`${mirror}${path}: answered 404`);
  expect(message).toContain(`https://dl.k8s.io${path}: `);
  expect(message).toContain(`https://cdn.dl.k8s.io${path}: `);
  expect(asked).toEqual([path]);
}, 60_000);
