import { createSign, generateKeyPairSync } from 'node:crypto';
import type { RegisteredApp } from '../../sandbox/github/apps.ts';
import { type EmulatorBench, emulatorBench, refusalOf } from '../support/github-emulator.ts';

let bench: EmulatorBench;
let app: RegisteredApp;
let time: Date;

beforeAll(async () => {
  time = new Date('2026-11-21T12:00:00Z');
  bench = await emulatorBench({ now: () => time });
  await bench.github.createRepository('acme/other');
  app = bench.github.registerApp('deployer', 'acme', {
    contents: 'write',
    pull_requests: 'write',
  });
});
afterAll(async () => {
  expect(bench.github.violations).toEqual([]);
  await bench.close();
});

/** A JWT as an App makes it; `times` are seconds from now. */
function jwt(times = { iat: -60, exp: 540 }, key = app.privateKey): string {
  const now = Math.floor(time.getTime() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: String(app.id), iat: now + times.iat, exp: now + times.exp };
  const head = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`;
}

describe('an App', () => {
  test('finds its installation and mints a token that may what the App may', async () => {
    const { apps } = bench.client(jwt());
    const installation = await apps.getRepoInstallation(bench.shop);
    expect(installation.data).toMatchObject({ id: app.installationId, app_slug: 'deployer' });
    const { data } = await apps.createInstallationAccessToken({
      installation_id: installation.data.id,
    });
    expect(data).toMatchObject({
      repository_selection: 'all',
      permissions: { metadata: 'read', contents: 'write', pull_requests: 'write' },
      expires_at: '2026-11-21T13:00:00Z',
    });
    const machine = bench.client(data.token);
    const repositories = await machine.apps.listReposAccessibleToInstallation();
    expect(repositories.data.total_count).toBe(2);
    expect((await machine.repos.get(bench.shop)).status).toBe(200);
    expect((await refusalOf(machine.repos.listDeployments(bench.shop))).status).toBe(403);
  });

  test('mints a token for less, never for more', async () => {
    const { apps } = bench.client(jwt());
    const installation_id = app.installationId;
    const { data } = await apps.createInstallationAccessToken({
      installation_id,
      repositories: ['shop'],
      permissions: { contents: 'read' },
    });
    expect(data.repositories?.map(({ name }) => name)).toEqual(['shop']);
    const machine = bench.client(data.token);
    const other = machine.repos.get({ owner: 'acme', repo: 'other' });
    expect((await refusalOf(other)).status).toBe(404);
    const more = { installation_id, permissions: { deployments: 'write' as const } };
    expect((await refusalOf(apps.createInstallationAccessToken(more))).status).toBe(422);
    const ghost = { installation_id, repositories: ['ghost'] };
    expect((await refusalOf(apps.createInstallationAccessToken(ghost))).status).toBe(422);
  });

  test('is refused with a foreign key, an old, a far or an unsigned JWT', async () => {
    const { privateKey: foreign } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const unsigned = `${jwt().split('.').slice(0, 2).join('.')}.`;
    for (const token of [
      jwt({ iat: -60, exp: 540 }, foreign),
      jwt({ iat: -900, exp: -300 }),
      jwt({ iat: -60, exp: 3600 }),
      unsigned,
    ]) {
      const refusal = await refusalOf(bench.client(token).apps.getRepoInstallation(bench.shop));
      expect(refusal.status).toBe(401);
    }
  });

  test('its JWT opens nothing of a repository', async () => {
    expect((await refusalOf(bench.client(jwt()).repos.get(bench.shop))).status).toBe(403);
  });

  test('its token ends after an hour, or when it is given back', async () => {
    const first = bench.client(bench.github.installationToken(app));
    const second = bench.client(bench.github.installationToken(app));
    await first.apps.revokeInstallationAccessToken();
    expect((await refusalOf(first.repos.get(bench.shop))).status).toBe(401);
    expect((await second.repos.get(bench.shop)).status).toBe(200);
    time = new Date(time.getTime() + 3_600_000);
    expect((await refusalOf(second.repos.get(bench.shop))).status).toBe(401);
  });
});
