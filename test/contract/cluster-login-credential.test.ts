import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const plugin = join(import.meta.dirname, '../../dist/credential/index.js');
const execInfo = (version: string): string =>
  JSON.stringify({
    apiVersion: `client.authentication.k8s.io/${version}`,
    kind: 'ExecCredential',
    spec: { interactive: false },
  });

let issuer: TestIssuer;
let folder = '';
let config = '';
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  config = join(folder, 'login.json');
  writeFileSync(config, JSON.stringify({ provider: 'direct', audience: 'https://k8s' }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the plugin as kubectl does: nothing on stdin, both streams read, no shell. */
async function start(env: Readonly<Record<string, string>> = {}, args = [config]) {
  const child = spawn(process.execPath, [plugin, ...args], {
    env: { ...issuer.environment(), KUBERNETES_EXEC_INFO: execInfo('v1'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, code: await code };
}

describe('the exec credential plugin', () => {
  it.each(['v1', 'v1beta1'])('answers client-go in %s', async (version) => {
    const started = Date.now();
    const { stdout, stderr, code } = await start({ KUBERNETES_EXEC_INFO: execInfo(version) });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      apiVersion: `client.authentication.k8s.io/${version}`,
      kind: 'ExecCredential',
      status: { token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/) },
    });
    const askAgain = Date.parse(answer.status.expirationTimestamp);
    expect(askAgain - started).toBeGreaterThan(260_000);
    expect(askAgain - Date.now()).toBeLessThanOrEqual(271_000);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  it('mints once for ten at the same time, and once for the next', async () => {
    const before = issuer.asked();
    const answers = await Promise.all(Array.from({ length: 10 }, () => start()));
    answers.push(await start());
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
    expect(issuer.asked() - before).toBe(1);
    const [cache, ...others] = readdirSync(folder).filter((name) => name !== 'login.json');
    expect(others).toEqual([]);
    expect(statSync(join(folder, cache ?? '')).mode & 0o777).toBe(0o600);
  });

  it.each([
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: '' }, 'GitHub gives this job no ID token'],
    [{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'forged' }, 'GitHub refused an ID token (401)'],
    [{ KUBERNETES_EXEC_INFO: execInfo('v1alpha1') }, 'KUBERNETES_EXEC_INFO asks for'],
  ])('fails with one line on stderr: %j', async (env, message) => {
    const { stdout, stderr, code } = await start(env as Record<string, string>);
    expect(stderr).toMatch(/^deploy-actions credential: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  });

  it('goes through HTTPS_PROXY, and around it where NO_PROXY says so', async () => {
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, client) => {
      tunnels.push(request.url ?? '');
      const { hostname, port } = new URL(`http://${request.url}`);
      const server = connect(Number(port), hostname, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      server.on('error', () => client.destroy());
      client.on('error', () => server.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = proxy.address() as AddressInfo;
      const HTTPS_PROXY = `http://127.0.0.1:${port}`;
      writeFileSync(config, JSON.stringify({ provider: 'direct', audience: 'around' }));
      expect((await start({ HTTPS_PROXY, NO_PROXY: '127.0.0.1' })).code).toBe(0);
      expect(tunnels).toEqual([]);
      writeFileSync(config, JSON.stringify({ provider: 'direct', audience: 'through' }));
      expect((await start({ HTTPS_PROXY })).code).toBe(0);
      expect(tunnels).toEqual([new URL(issuer.url).host]);
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  it.each([
    ['no configuration', []],
    ['a configuration that is gone', ['/nowhere/login.json']],
  ])('fails with one line on stderr for %s', async (_, args) => {
    const { stderr, code } = await start({}, args);
    expect(stderr).toMatch(/^deploy-actions credential: ENOENT[^\n]+\n$/);
    expect(code).toBe(1);
  });
});
