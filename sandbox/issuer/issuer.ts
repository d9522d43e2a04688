import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import { join } from 'node:path';
import { caFile, issueCertificate } from '../cluster/pki.ts';
import { startDaemon, waitReady } from '../world/daemons.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import type { Job } from './job.ts';
import { openKeys, signRequestToken } from './keys.ts';

const folderOf = (world: World): string => join(world.folder, 'issuer');

/** Starts the OIDC issuer that plays GitHub's, over TLS at `world.issuer`. `openPki` must have run. */
export async function startIssuer(world: World, progress: Progress): Promise<void> {
  await progress.step('OIDC issuer', async () => {
    const tls = await issueCertificate(world, { name: 'issuer', ips: [world.nodeIp] });
    const server = join(import.meta.dirname, 'server-main.ts');
    await startDaemon(world, {
      name: 'issuer',
      argv: [process.execPath, server, folderOf(world), world.issuer, tls.cert, tls.key],
    });
    const ca = await readFile(caFile(world));
    await waitReady(world, 'issuer', () => answers(`${world.issuer}/.well-known/jwks`, ca));
  });
}

const answers = (url: string, ca: Buffer): Promise<boolean> =>
  new Promise((resolve, reject) => {
    get(url, { ca, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', reject);
  });

/** GitHub's limit for a job, in seconds. */
const JOB_SECONDS = 6 * 3600;

/** The secret by which a job asks for its ID tokens (ACTIONS_ID_TOKEN_REQUEST_TOKEN). */
export async function requestToken(world: World, job: Job): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + JOB_SECONDS;
  return signRequestToken(await openKeys(folderOf(world)), { job, exp });
}

/** What the runner puts into the environment of a job with `permissions: id-token: write`. */
export async function issuerEnvironment(
  world: World,
  job: Job,
): Promise<{ ACTIONS_ID_TOKEN_REQUEST_URL: string; ACTIONS_ID_TOKEN_REQUEST_TOKEN: string }> {
  const path = `/idtoken/${job.runId}/${randomUUID()}?api-version=2.0`;
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${world.issuer}${path}`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: await requestToken(world, job),
  };
}
