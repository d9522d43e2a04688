import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../../sandbox/issuer/answer.ts';
import { exampleJob, type Job } from '../../sandbox/issuer/job.ts';
import { openKeys, signRequestToken } from '../../sandbox/issuer/keys.ts';
import { testCertificate } from './tls.ts';

/** A server on loopback that plays GitHub's token endpoint, well or badly. */
export interface TestIssuer {
  readonly url: string;
  /** What the runner gives a job, with the trust in this server's certificate. */
  readonly environment: (job?: Job) => Readonly<Record<string, string>>;
  /** Requests it has got. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

/** Without `misbehave` it is the sandbox's issuer, at an address of its own. */
export async function startTestIssuer(misbehave?: RequestListener): Promise<TestIssuer> {
  const folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  const certificate = testCertificate(folder);
  const keys = await openKeys(join(folder, 'keys'));
  const state = { asked: 0 };
  const server = createServer(certificate, (request, response) => {
    state.asked++;
    if (misbehave) return misbehave(request, response);
    const { method = '', url: path = '', headers } = request;
    const question = { method, url: path, authorization: headers.authorization };
    const { status, body } = answer(question, url, keys, Math.floor(Date.now() / 1000));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: (job = exampleJob()) => ({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/idtoken/${job.runId}/job?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: signRequestToken(keys, { job, exp: 4_000_000_000 }),
      NODE_EXTRA_CA_CERTS: certificate.file,
    }),
    asked: () => state.asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
