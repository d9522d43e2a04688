import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { json } from 'node:stream/consumers';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { issuerEnvironment } from '../../sandbox/issuer/issuer.ts';
import { exampleJob, type Job, withoutEnvironment } from '../../sandbox/issuer/job.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
}, 900_000);

/** GET over TLS with the sandbox's authority; the parsed answer. */
async function ask<T>(url: string, headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number; body: T }>((resolve, reject) => {
    const ca = readFileSync(caFile(sandbox.world));
    get(url, { ca, headers, agent: false }, (response) => {
      json(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, body: body as T }),
        reject,
      );
    }).on('error', reject);
  });
}

/** What the toolkit's getIDToken does. */
async function askToken(job: Job, audience?: string) {
  const env = await issuerEnvironment(sandbox.world, job);
  const query = audience === undefined ? '' : `&audience=${encodeURIComponent(audience)}`;
  return ask<{ value: string }>(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}${query}`, {
    authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`,
  });
}

const part = (token: string, index: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'));

async function claimsOf(job: Job, audience?: string): Promise<Record<string, unknown>> {
  return part((await askToken(job, audience)).body.value, 1);
}

describe('the sandbox’s OIDC issuer', () => {
  it('signs tokens that its published keys verify', async () => {
    const { issuer } = sandbox.world;
    const { body: discovery } = await ask<{ issuer: string; jwks_uri: string }>(
      `${issuer}/.well-known/openid-configuration`,
    );
    expect(discovery.issuer).toBe(issuer);
    const { body: keySet } = await ask<{ keys: { kid: string; kty: string }[] }>(
      discovery.jwks_uri,
    );
    const { value } = (await askToken(exampleJob(), 'a')).body;
    const { kid, alg } = part(value, 0);
    const key = keySet.keys.find((jwk) => jwk.kid === kid);
    expect(alg).toBe('RS256');
    expect(key).toBeDefined();
    const [head, payload, signature = ''] = value.split('.');
    const signed = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${payload}`),
      createPublicKey({ key: { ...key }, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    );
    expect(signed).toBe(true);
  });

  it('writes GitHub’s claims', async () => {
    const claims = await claimsOf(exampleJob(), 'https://k8s.example.com');
    expect(claims).toMatchObject({
      iss: sandbox.world.issuer,
      aud: 'https://k8s.example.com',
      sub: 'repo:acme@1/shop@456:environment:staging',
      repository: 'acme/shop',
      repository_owner_id: '1',
      environment: 'staging',
      event_name: 'push',
      ref_type: 'branch',
      job_workflow_ref: 'acme/deploy-actions/.github/workflows/deploy.yml@refs/tags/v1.0.0',
      runner_environment: 'github-hosted',
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
    expect(Number(claims.iat) - Number(claims.nbf)).toBe(600);
  });

  it.each<[string, Job, string]>([
    ['a branch', withoutEnvironment(exampleJob()), 'repo:acme@1/shop@456:ref:refs/heads/main'],
    [
      'a pull request',
      withoutEnvironment(exampleJob({ eventName: 'pull_request', ref: 'refs/pull/1/merge' })),
      'repo:acme@1/shop@456:pull_request',
    ],
    [
      'an environment in a pull request',
      exampleJob({ eventName: 'pull_request' }),
      'repo:acme@1/shop@456:environment:staging',
    ],
    [
      'an environment with a colon',
      exampleJob({ environment: 'eu:prod' }),
      'repo:acme@1/shop@456:environment:eu%3Aprod',
    ],
    ['the old form', exampleJob({ subject: 'old' }), 'repo:acme/shop:environment:staging'],
  ])('writes the subject of %s', async (_, job, subject) => {
    expect((await claimsOf(job)).sub).toBe(subject);
  });

  it('leaves the environment out where the job names none, and takes the owner as audience', async () => {
    const claims = await claimsOf(withoutEnvironment(exampleJob()));
    expect(claims).not.toHaveProperty('environment');
    expect(claims.aud).toBe('https://github.com/acme');
  });

  it('refuses a forged request token and one of another run', async () => {
    const env = await issuerEnvironment(sandbox.world, exampleJob());
    const url = env.ACTIONS_ID_TOKEN_REQUEST_URL;
    const [head, payload = '', signature] = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN.split('.');
    const grant = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    grant.job.environment = 'production';
    const changed = Buffer.from(JSON.stringify(grant)).toString('base64url');
    const forged = `bearer ${head}.${changed}.${signature}`;
    expect((await ask(url, { authorization: forged })).status).toBe(401);
    expect((await ask(url)).status).toBe(401);
    const other = url.replace('/1000000001/', '/1000000002/');
    const authorization = `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
    expect((await ask(other, { authorization })).status).toBe(403);
  });
});
