import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { caBundleFile, caFile } from '../../sandbox/cluster/pki.ts';
import { clusterAudience } from '../../sandbox/issuer/authentication.ts';
import { issuerEnvironment } from '../../sandbox/issuer/issuer.ts';
import { exampleJob } from '../../sandbox/issuer/job.ts';
import { readActionManifest } from '../../sandbox/runner/action-manifest.ts';
import { fileCommands } from '../../sandbox/runner/file-commands.ts';
import { runPhase } from '../../sandbox/runner/run-phase.ts';
import {
  inputEnvironment,
  makeWorkspace,
  runnerEnvironment,
} from '../../sandbox/runner/runner-environment.ts';
import { logFile } from '../../sandbox/world/daemons.ts';
import { run } from '../../sandbox/world/run.ts';
import { connect } from '../../src/cluster/connect.ts';
import { createSend } from '../../src/http/request.ts';
import { startProcess } from '../../src/tools/process.ts';
import { watchCommandLines } from '../support/command-lines.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

// What later steps of a job do with the kubeconfig, between main and post of cluster-login.

const manifest = readActionManifest(join(import.meta.dirname, '../../cluster-login'));

let sandbox: TestSandbox;
let home = '';
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'renewal-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs main alone. @returns the kubeconfig, and the environment of the steps after it */
async function logIn(lifetime?: number) {
  const { world, environment } = sandbox;
  const runId = String(4_000_000_000 + Math.floor(Math.random() * 1e9));
  const job = exampleJob({ runId, ...(lifetime !== undefined && { lifetime }) });
  const inputs = {
    cluster: world.apiServer,
    audience: clusterAudience(world),
    'server-ca': caFile(world),
  };
  const workspace = makeWorkspace(home, {});
  const env = {
    ...runnerEnvironment(home, workspace, `renewal-${runId}`),
    PATH: environment.env.PATH ?? '',
    NODE_EXTRA_CA_CERTS: caBundleFile(world),
    ...(await issuerEnvironment(world, job)),
  };
  const files = fileCommands(join(home, 'commands'));

  const phase = await runPhase({
    argv: [process.execPath, manifest.main],
    cwd: workspace,
    env: { ...env, ...files.env, ...inputEnvironment(manifest, inputs, 'ghs_unused') },
    onLine: () => {},
    cancelled: new Promise(() => {}),
    grace: [7500, 2500],
    timeoutMs: 30_000,
  });
  expect(phase.code).toBe(0);
  const { kubeconfig = '' } = files.collect().outputs;
  const minted = (): number =>
    readFileSync(logFile(world, 'issuer'), 'utf8').split(`/idtoken/${runId}/`).length - 1;
  return { kubeconfig, env, minted };
}

/** `kubectl auth whoami`, as a step of the user's would call it. */
const whoAmI = (kubeconfig: string, env: Readonly<Record<string, string>>): Promise<string> =>
  run(
    [
      'kubectl',
      '--kubeconfig',
      kubeconfig,
      'auth',
      'whoami',
      '-o',
      'jsonpath={.status.userInfo.username}',
    ],
    {
      env,
    },
  );

describe('the kubeconfig of cluster-login', () => {
  it('holds no token, and what does is private', async () => {
    const { kubeconfig } = await logIn();
    const text = readFileSync(kubeconfig, 'utf8');
    expect(text).not.toMatch(/eyJ/);
    const { exec } = JSON.parse(text).users[0].user;
    expect(exec.command).toBe(process.execPath);
    expect(exec.args).toHaveLength(2);
    const folder = dirname(kubeconfig);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(folder)) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('uses the one token of the login for parallel calls', async () => {
    const { kubeconfig, env, minted } = await logIn();
    const calls = Promise.all(Array.from({ length: 6 }, () => whoAmI(kubeconfig, env)));
    const [own, withToken] = await Promise.all([
      watchCommandLines(kubeconfig, calls),
      watchCommandLines(/eyJ[\w-]{20}/, calls),
    ]);
    expect(await calls).toEqual(Array(6).fill('gha:456:staging'));
    expect(own).not.toEqual([]);
    expect(withToken).toEqual([]);
    expect(minted()).toBe(1);
  });

  it('outlives its tokens: in a process that stays and in those that come later', async () => {
    const { kubeconfig, env, minted } = await logIn(30);
    const cluster = await connect(
      { kubeconfig, env, folder: mkdtempSync(join(home, 'k-')) },
      { send: createSend({}), startProcess },
    );
    const stays = () =>
      cluster.call({
        method: 'POST',
        path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
      });
    try {
      expect(await whoAmI(kubeconfig, env)).toBe('gha:456:staging');
      expect(minted()).toBe(1);
      await sleep(16_000);
      const [answer, ...later] = await Promise.all([
        stays(),
        ...Array.from({ length: 4 }, () => whoAmI(kubeconfig, env)),
      ]);
      expect(answer.status).toBe(201);
      expect(later).toEqual(Array(4).fill('gha:456:staging'));
      expect(minted()).toBe(2);
      // The first token is long dead by now.
      await sleep(16_000);
      expect((await stays()).status).toBe(201);
      expect(await whoAmI(kubeconfig, env)).toBe('gha:456:staging');
      expect(minted()).toBe(3);
    } finally {
      await cluster.close();
    }
  }, 90_000);

  it('tells kubectl why, when GitHub gives no token any more', async () => {
    // As long as a login on a busy machine may take, and no longer than one waits gladly.
    const { kubeconfig, env } = await logIn(5);
    await sleep(5000);
    const withoutPermission = { ...env, ACTIONS_ID_TOKEN_REQUEST_URL: '' };
    await expect(whoAmI(kubeconfig, withoutPermission)).rejects.toThrow(
      /deploy-actions credential: GitHub gives this job no ID token/,
    );
  });
});
