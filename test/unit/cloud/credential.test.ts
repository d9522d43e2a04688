import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  askedApiVersion,
  execCredential,
  obtainCredential,
} from '../../../src/cloud/credential.ts';
import { credentialCache } from '../../../src/cloud/credential-cache.ts';
import type { Credential, ProviderConfig } from '../../../src/cloud/provider.ts';
import { exampleClaims, unsignedToken } from './example-claims.ts';

const config: ProviderConfig = { provider: 'direct', audience: 'a' };
const start = 1_795_000_000_000;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credential-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const credential = (livesMs: number): Credential => ({
  token: 't',
  expiresAt: start + livesMs,
  livesMs,
});

/** An issuer whose tokens live 300 s; counts what it mints. */
function issuer() {
  const minted = { count: 0 };
  const obtain = (now: number, asked = config) =>
    obtainCredential(asked, credentialCache(folder, asked), {
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://issuer.example.com/',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r',
      },
      now: () => now,
      send: async () => {
        minted.count++;
        await sleep(20);
        const value = unsignedToken(exampleClaims({ exp: now / 1000 + 300, jti: minted.count }));
        return { status: 200, headers: {}, body: Buffer.from(JSON.stringify({ value })) };
      },
    });
  return { minted, obtain };
}

describe('a credential', () => {
  it('is minted once for callers at the same time', async () => {
    const { minted, obtain } = issuer();
    const all = await Promise.all(Array.from({ length: 8 }, () => obtain(start)));
    expect(minted.count).toBe(1);
    expect(new Set(all.map(({ token }) => token)).size).toBe(1);
  });

  it('comes from the cache until it has less than 60 s left', async () => {
    const { minted, obtain } = issuer();
    await obtain(start);
    await obtain(start + 239_000);
    expect(minted.count).toBe(1);
    await obtain(start + 241_000);
    expect(minted.count).toBe(2);
  });

  it('is cached by audience', async () => {
    const { minted, obtain } = issuer();
    await obtain(start);
    await obtain(start, { ...config, audience: 'b' });
    expect(minted.count).toBe(2);
  });

  it('is minted again when the cache is damaged', async () => {
    const { minted, obtain } = issuer();
    await obtain(start);
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, file), '{"token": "t');
    await obtain(start);
    expect(minted.count).toBe(2);
  });

  it('lies in one file that only its owner can read, and no lock stays', async () => {
    await issuer().obtain(start);
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    expect((await stat(join(folder, files[0] ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('is minted although a killed caller left its lock', async () => {
    const { obtain } = issuer();
    await obtain(start);
    const [file = ''] = await readdir(folder);
    await rm(join(folder, file));
    // No process has this number: /proc/sys/kernel/pid_max is at most 2^22.
    await writeFile(join(folder, `${file}.lock`), String(2 ** 22 + 1));
    await obtain(start);
    expect(await readdir(folder)).toEqual([file]);
  });
});

describe('what client-go is told', () => {
  it.each([
    [3_600_000, 3_240_000],
    [300_000, 270_000],
    [100_000, 70_000],
    [40_000, 20_000],
    [-20_000, -20_000],
  ])('of a credential that lives %i ms: ask again after %i ms', (livesMs, askAgainMs) => {
    const told = JSON.parse(execCredential('v1', credential(livesMs)));
    expect(Date.parse(told.status.expirationTimestamp) - start).toBe(askAgainMs);
    expect(told).toMatchObject({
      apiVersion: 'v1',
      kind: 'ExecCredential',
      status: { token: 't' },
    });
  });

  it.each(['v1', 'v1beta1'])('is in the version it asks for: %s', (version) => {
    const apiVersion = `client.authentication.k8s.io/${version}`;
    expect(askedApiVersion(JSON.stringify({ apiVersion, kind: 'ExecCredential' }))).toBe(
      apiVersion,
    );
  });

  it('is v1 when the plugin is started by hand', () => {
    expect(askedApiVersion(undefined)).toBe('client.authentication.k8s.io/v1');
  });

  it.each(['{"apiVersion":"client.authentication.k8s.io/v1alpha1"}', '{}', 'x'])(
    'is an error for %s',
    (info) => {
      expect(() => askedApiVersion(info)).toThrow('KUBERNETES_EXEC_INFO asks for');
    },
  );
});
