import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApi } from '../../sandbox/cluster/cluster.ts';
import { caBundleFile, caFile, openPki } from '../../sandbox/cluster/pki.ts';
import { reset } from '../../sandbox/down.ts';
import {
  clusterAudience,
  sandboxTrust,
  writeAuthentication,
} from '../../sandbox/issuer/authentication.ts';
import { issuerEnvironment, startIssuer } from '../../sandbox/issuer/issuer.ts';
import { exampleJob, type Job } from '../../sandbox/issuer/job.ts';
import { openNetwork } from '../../sandbox/network/namespace.ts';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { prepareTools } from '../../sandbox/tools/tools.ts';
import { claim } from '../../sandbox/world/claim.ts';
import type { Progress } from '../../sandbox/world/progress.ts';
import { openWorld, type World } from '../../sandbox/world/world.ts';
import type { Claims } from '../../src/cloud/claims.ts';
import { leastTrust } from '../../src/cloud/least-trust.ts';

// What `verify-trust` prints is given to an API server of its own, so that no other suite loses its
// trust: a second sandbox, of which only network, issuer and API server are started.

const action = join(import.meta.dirname, '../../cluster-login');
const silent: Progress = { step: (_name, body) => body(), note: () => {} };

let world: World;
let path = '';
beforeAll(async () => {
  world = await openWorld('trust');
  const tools = await prepareTools(world, silent);
  path = `${dirname(tools.helm.v4.kubectl)}:${process.env.PATH}`;
  await claim(world);
  await openNetwork(world);
  await openPki(world);
  await startIssuer(world, silent);
  await writeAuthentication(world);
  await startApi(world, tools, silent);
}, 900_000);
afterAll(() => reset(world, silent), 300_000);

/** A job whose workflow file lies on a branch: the trust of released workflows keeps it out. */
const branch = exampleJob({
  jobWorkflowRef: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
  jobWorkflowSha: 'a'.repeat(40),
});

async function run(job: Job, mode = 'login'): Promise<RunResult> {
  return runAction(action, {
    inputs: {
      cluster: world.apiServer,
      audience: clusterAudience(world),
      'server-ca': caFile(world),
      mode,
    },
    env: {
      PATH: path,
      NODE_EXTRA_CA_CERTS: caBundleFile(world),
      ...(await issuerEnvironment(world, job)),
    },
  });
}

const identityOf = async (job: Job): Promise<string> => (await run(job)).outputs.identity ?? '';

/** The server reads a changed file again by itself; returns the seconds until it lets the job in. */
async function secondsUntilIn(job: Job): Promise<number> {
  const started = Date.now();
  while ((await identityOf(job)) === '') {
    if (Date.now() - started > 180_000)
      throw new Error('the changed trust is not used after 180 s');
    await sleep(250);
  }
  return (Date.now() - started) / 1000;
}

describe('the trust that verify-trust prints', () => {
  it('lets exactly this job and its rollback in, without a restart of the API server', async () => {
    const refused = await run(branch, 'verify-trust');
    expect(refused.conclusion).toBe('failure');
    const claims = JSON.parse(refused.outputs.claims ?? '') as Claims;
    const least = leastTrust(claims, clusterAudience(world));
    expect(refused.summary).toContain(least.authentication);

    const issuerCa = await readFile(caFile(world), 'utf8');
    await writeAuthentication(world, { ...least.trust, issuerCa });
    expect(await secondsUntilIn(branch)).toBeLessThan(180);

    const rollback = branch.jobWorkflowRef.replace('/deploy.yml@', '/rollback.yml@');
    expect(
      await identityOf({ ...branch, environment: 'staging-rollback', jobWorkflowRef: rollback }),
    ).toBe('gha:456:staging-rollback');
    const others: readonly Job[] = [
      { ...branch, repositoryId: '457', repository: 'acme/other' },
      { ...branch, environment: 'production' },
      // No way around the reviewers: deploy.yml in the rollback's environment, or the reverse.
      { ...branch, environment: 'staging-rollback' },
      { ...branch, jobWorkflowRef: rollback },
      { ...branch, jobWorkflowSha: 'b'.repeat(40) },
      { ...branch, jobWorkflowRef: 'acme/shop/.github/workflows/other.yml@refs/heads/main' },
      exampleJob(),
    ];
    expect(await Promise.all(others.map(identityOf))).toEqual(others.map(() => ''));

    await writeAuthentication(world, await sandboxTrust(world));
    await secondsUntilIn(exampleJob());
    expect(await identityOf(branch)).toBe('');
  }, 600_000);
});
