import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerCredentials } from '../../../../src/http/registry/credentials.ts';
import type { Exec } from '../../../../src/tools/exec.ts';

const auth = (text: string): string => Buffer.from(text).toString('base64');
const noExec: Exec = () => Promise.reject(new Error('no helper expected'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docker-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function find(config: unknown, host: string, exec = noExec) {
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  return dockerCredentials(folder, exec)(host);
}

test('without a config everything is anonymous', async () => {
  expect(await dockerCredentials(folder, noExec)('ghcr.io')).toBeUndefined();
});

test.each([
  ['its host', { 'ghcr.io': { auth: auth('me:pass:word') } }, 'ghcr.io', 'pass:word'],
  ['an address', { 'https://ghcr.io/v1/': { auth: auth('me:x') } }, 'ghcr.io', 'x'],
  ['Docker Hub', { 'https://index.docker.io/v1/': { auth: auth('me:x') } }, 'docker.io', 'x'],
  ['host and port', { 'localhost:5000': { username: 'me', password: 'x' } }, 'localhost:5000', 'x'],
])('a login is found by %s', async (_, auths, host, password) => {
  expect(await find({ auths }, host)).toEqual({ username: 'me', password });
});

test('a login is for its host only', async () => {
  const auths = {
    'ghcr.io': { auth: auth('me:x') },
    'ghcr.io.example.com': { auth: auth('me:y') },
  };
  expect(await find({ auths }, 'example.com')).toBeUndefined();
  expect(await find({ auths: { 'ghcr.io': {} } }, 'ghcr.io')).toBeUndefined();
});

test('an identity token is kept apart', async () => {
  const auths = { 'acme.azurecr.io': { auth: auth('x:'), identitytoken: 'refresh' } };
  expect(await find({ auths }, 'acme.azurecr.io')).toEqual({ identityToken: 'refresh' });
});

test('the helper of the host goes before the general store and the file', async () => {
  const calls: unknown[] = [];
  const exec: Exec = async (command, args, options) => {
    calls.push([command, args, options?.input]);
    return { code: 0, stdout: '{"Username":"u","Secret":"s"}', stderr: '' };
  };
  const config = {
    auths: { 'ghcr.io': { auth: auth('me:x') } },
    credsStore: 'desktop',
    credHelpers: { 'ghcr.io': 'own' },
  };
  expect(await find(config, 'ghcr.io', exec)).toEqual({ username: 'u', password: 's' });
  await find(config, 'docker.io', exec);
  expect(calls).toEqual([
    ['docker-credential-own', ['get'], 'ghcr.io'],
    ['docker-credential-desktop', ['get'], 'https://index.docker.io/v1/'],
  ]);
});

test('a helper without a login means anonymous; one that fails is told', async () => {
  const says =
    (stdout: string): Exec =>
    async () => ({ code: 1, stdout, stderr: '' });
  const config = { credsStore: 'pass' };
  const missing = says('credentials not found in native keychain\n');
  expect(await find(config, 'ghcr.io', missing)).toBeUndefined();
  await expect(find(config, 'ghcr.io', says('locked'))).rejects.toMatchObject({
    code: 'registry-refused',
    message: 'docker-credential-pass gave no login for ghcr.io',
  });
});

test('a broken config is refused without showing it', async () => {
  await writeFile(join(folder, 'config.json'), '{"auths": {"ghcr.io": {"auth": "geheim"');
  const error = await dockerCredentials(folder, noExec)('ghcr.io').catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'registry-refused' });
  expect(String(error)).not.toContain('geheim');
});
