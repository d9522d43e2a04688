import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { caBundleFile, caFile } from '../../sandbox/cluster/pki.ts';
import { clusterAudience } from '../../sandbox/issuer/authentication.ts';
import { issuerEnvironment } from '../../sandbox/issuer/issuer.ts';
import { exampleJob, type Job, withoutEnvironment } from '../../sandbox/issuer/job.ts';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { logFile } from '../../sandbox/world/daemons.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

const action = join(import.meta.dirname, '../../cluster-login');

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});

async function run(
  job: Job,
  inputs: Readonly<Record<string, string>> = {},
  options: RunOptions = {},
): Promise<RunResult> {
  const { world, environment } = sandbox;
  return runAction(action, {
    inputs: {
      cluster: world.apiServer,
      audience: clusterAudience(world),
      'server-ca': readFileSync(caFile(world), 'utf8'),
      ...inputs,
    },
    env: {
      PATH: environment.env.PATH ?? '',
      NODE_EXTRA_CA_CERTS: caBundleFile(world),
      ...(await issuerEnvironment(world, job)),
    },
    ...options,
  });
}

/** Nothing that looks like a token, masked or not, in anything a person or a later step can read. */
function expectNoToken(result: RunResult): void {
  const read = [
    ...result.lines,
    ...result.annotations.map(({ message }) => message),
    result.summary,
    JSON.stringify([result.outputs, result.state, result.env, result.path]),
  ].join('\n');
  expect(read).not.toMatch(/eyJ|\*\*\*/);
  expect(result.masks.some((mask) => mask.startsWith('eyJ'))).toBe(true);
}

const errorOf = (result: RunResult): string =>
  result.annotations.find(({ level }) => level === 'error')?.message ?? '';

describe('cluster-login on an API server that trusts the issuer', () => {
  it('gets the right job in', async () => {
    const result = await run(exampleJob({ repositoryId: '77' }), {
      'expect-environment': 'staging',
      'expect-workflow-ref': 'acme/deploy-actions/.github/workflows/deploy.yml@refs/tags/*',
      'expect-event': 'push',
    });
    expect(result.conclusion).toBe('success');
    expect(result.outputs).toMatchObject({ identity: 'gha:77:staging', provider: 'direct' });
    expect(result.outputs.kubeconfig).toMatch(/\/cluster-login-[\w-]+\/kubeconfig$/);
    const left = Date.parse(result.outputs['expires-at'] ?? '') - Date.now();
    expect(left).toBeGreaterThan(280_000);
    expect(JSON.parse(result.outputs.claims ?? '')).toMatchObject({
      schema: 1,
      sub: 'repo:acme@1/shop@77:environment:staging',
    });
    expect(result.summary).toContain('`gha:77:staging`');
    expect(result.env).toEqual({});
    expectNoToken(result);
    expect({ leftovers: result.leftovers, orphans: result.orphans }).toEqual({
      leftovers: [],
      orphans: [],
    });
  });

  it('exports KUBECONFIG where that is asked for', async () => {
    const result = await run(exampleJob(), { 'export-kubeconfig': 'true' });
    expect(result.env).toEqual({ KUBECONFIG: result.outputs.kubeconfig });
  });

  it.each<[string, Job, Record<string, string>, readonly string[]]>([
    [
      'a token for another audience',
      exampleJob(),
      { audience: 'https://k8s.example.com/other' },
      ['aud = https://k8s.example.com/other', 'issuer.audiences with aud'],
    ],
    [
      'a repository of another owner',
      exampleJob({ repository: 'evil/shop', ownerId: '666' }),
      {},
      ['repository_owner_id = 666'],
    ],
    [
      'a job without environment',
      withoutEnvironment(exampleJob()),
      {},
      ['The job names no environment', 'sub = repo:acme@1/shop@456:ref:refs/heads/main'],
    ],
    [
      'an environment that may not deploy',
      exampleJob({ environment: 'Staging' }),
      {},
      ['environment = Staging', 'upper and lower case'],
    ],
    [
      'a pull request',
      exampleJob({ eventName: 'pull_request', ref: 'refs/pull/7/merge' }),
      {},
      ['The event is pull_request'],
    ],
    [
      'another workflow file',
      exampleJob({ jobWorkflowRef: 'acme/shop/.github/workflows/x.yml@refs/heads/main' }),
      {},
      ['job_workflow_ref is no tag'],
    ],
    [
      'a self-hosted runner',
      exampleJob({ runnerEnvironment: 'self-hosted' }),
      {},
      ['The runner is self-hosted'],
    ],
    ['an expired token', exampleJob({ lifetime: -20 }), {}, [/The token expired \d+ s ago/.source]],
    ['a token that lives too long', exampleJob({ lifetime: 3600 }), {}, ['401']],
  ])('keeps out %s and explains it', async (_, job, inputs, sentences) => {
    const result = await run(job, inputs);
    expect(result.conclusion).toBe('failure');
    expect(errorOf(result)).toContain('The cluster does not know us (401)');
    for (const sentence of sentences) expect(errorOf(result)).toMatch(new RegExp(sentence));
    expect(result.outputs).toMatchObject({ identity: '', kubeconfig: '', provider: 'direct' });
    expect(result.summary).toContain('**Not logged in**');
    expect(result.leftovers).toEqual([]);
    expectNoToken(result);
  });

  it('names a server whose certificate it does not trust', async () => {
    const result = await run(exampleJob(), { 'server-ca': '' });
    expect(errorOf(result)).toMatch(/certificate signed by unknown authority/);
    expectNoToken(result);
  });
});

describe('mode: verify-trust', () => {
  it('reports who we are and what this job needs, and leaves nothing', async () => {
    const result = await run(exampleJob(), { mode: 'verify-trust' });
    expect(result.conclusion).toBe('success');
    expect(result.outputs).toMatchObject({ identity: 'gha:456:staging', kubeconfig: '' });
    expect(result.summary).toContain(`audiences: ["${clusterAudience(sandbox.world)}"]`);
    expect(result.summary).toContain('claims.repository_id in ["456"]');
    expect(result.summary).toContain('"gha:456:staging-rollback"');
    expect(result.leftovers).toEqual([]);
    expectNoToken(result);
  });

  it('prints the trust also for a job that is refused', async () => {
    const result = await run(exampleJob({ ownerId: '2' }), { mode: 'verify-trust' });
    expect(result.conclusion).toBe('failure');
    expect(errorOf(result)).toContain('repository_owner_id = 2');
    expect(result.summary).toContain('claims.repository_owner_id == "2"');
    expect(result.lines.join('\n')).toContain('kind: AuthenticationConfiguration');
  });
});

describe('an API server that never answers', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
  });

  it('does not keep a cancelled step, and post removes everything', async () => {
    const { port } = server.address() as AddressInfo;
    const runId = String(3_000_000_000 + Math.floor(Math.random() * 1e9));
    const result = await run(
      exampleJob({ runId }),
      { cluster: `https://127.0.0.1:${port}` },
      { cancelAfter: once(server, 'connection') },
    );
    expect(readFileSync(logFile(sandbox.world, 'issuer'), 'utf8')).toContain(`/idtoken/${runId}/`);
    expect(Object.keys(result.state)).toContain('login-folder');
    expect(result.conclusion).toBe('cancelled');
    // The SIGTERM that comes 7.5 s later was not needed.
    expect(result.phases.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
    expect(errorOf(result)).toContain('Cancelled while connecting');
    expect({ leftovers: result.leftovers, orphans: result.orphans }).toEqual({
      leftovers: [],
      orphans: [],
    });
    expectNoToken(result);
  });
});
