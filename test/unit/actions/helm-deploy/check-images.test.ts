import { findImageProblems } from '../../../../actions/helm-deploy/check-images.ts';
import type { Cluster } from '../../../../src/cluster/connect.ts';
import type { ReleaseRecord } from '../../../../src/domain/release-record.ts';
import type { HttpRequest, HttpResponse } from '../../../../src/http/request.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const TOKEN = 'ghs_of_the_job';

/** As ghcr.io does for a private package; `lets` are the tokens that may pull. */
function ghcr(lets: readonly string[], has: readonly string[] = [digest]) {
  const logins: string[] = [];
  const answer = (status: number, headers: HttpResponse['headers'], body: object = {}) => ({
    ...{ status, headers },
    body: Buffer.from(JSON.stringify(body)),
  });
  const send = async ({ url, headers = {} }: HttpRequest): Promise<HttpResponse> => {
    const { host, pathname } = new URL(url);
    if (pathname === '/token') {
      const login = Buffer.from(headers.authorization?.slice(6) ?? '', 'base64').toString();
      logins.push(login);
      if (!lets.includes(login.split(':')[1] ?? '')) {
        return answer(403, {}, { errors: [{ code: 'DENIED', message: 'access is denied' }] });
      }
      return answer(200, {}, { token: 'pull' });
    }
    if (headers.authorization !== 'Bearer pull') {
      const realm = `Bearer realm="https://${host}/token",service="${host}"`;
      return answer(401, { 'www-authenticate': `${realm},scope="repository:acme/api:pull"` });
    }
    if (!has.some((one) => pathname.endsWith(one))) return answer(404, {});
    return answer(200, {
      'docker-content-digest': digest,
      'content-length': '500',
      'content-type': 'application/vnd.oci.image.manifest.v1+json',
    });
  };
  return { send, logins };
}

async function findings(registry: ReturnType<typeof ghcr>, host: string, githubToken: string) {
  const image = `${host}/acme/api@${digest}`;
  const template = { spec: { containers: [{ name: 'api', image }] } };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' } };
  const record = { manifest: [{ ...deployment, spec: { template } }], hooks: [] };
  const cluster = { call: async () => ({ status: 403, body: {} }) };
  const found = await findImageProblems(
    cluster as unknown as Cluster,
    record as unknown as ReleaseRecord,
    {
      own: [{ name: 'api', repository: `${host}/acme/api`, digest, tag: undefined }],
      rest: Promise.resolve(),
    },
    { githubToken },
    {
      send: registry.send,
      env: { DOCKER_CONFIG: '/nowhere' },
      exec: () => Promise.reject(new Error('no helper is asked')),
      sleep: () => new Promise(() => {}),
    } as unknown as Parameters<typeof findImageProblems>[4],
  );
  return found.map(({ outcome, message }) => `${outcome} ${message}`);
}

test('an image that ghcr.io hides from strangers is found by the token of the job', async () => {
  const registry = ghcr([TOKEN]);
  expect(await findings(registry, 'ghcr.io', TOKEN)).toEqual([]);
  expect(registry.logins).toEqual(['', `github-token:${TOKEN}`]);
});

test('what the token of the job may not see is not known: it never refuses', async () => {
  const denied = `not-checked ghcr.io/acme/api@${digest}: `;
  expect(await findings(ghcr([]), 'ghcr.io', TOKEN)).toEqual([expect.stringContaining(denied)]);
  expect(await findings(ghcr([TOKEN], []), 'ghcr.io', TOKEN)).toEqual([
    expect.stringContaining(denied),
  ]);
});

test('no other registry gets the token of the job', async () => {
  for (const [host, token] of [
    ['ghcr.io.example.com', TOKEN],
    ['ghcr.io', ''],
  ] as const) {
    const registry = ghcr([TOKEN]);
    expect(await findings(registry, host, token)).toHaveLength(1);
    expect(new Set(registry.logins)).toEqual(new Set(['']));
  }
});
