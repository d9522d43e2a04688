import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { exampleJob, type Job, withoutEnvironment } from '../../sandbox/issuer/job.ts';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const action = join(import.meta.dirname, '../../cluster-login');

/** Plays an API server that nobody may speak to. */
let apiServer: Server;
let connections = 0;
let cluster = '';

beforeAll(async () => {
  apiServer = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => apiServer.listen(0, '127.0.0.1', resolve));
  cluster = `https://127.0.0.1:${(apiServer.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => apiServer.close(resolve)));
beforeEach(() => {
  connections = 0;
});

const run = (
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> => runAction(action, { inputs, env });

const errorsOf = (result: RunResult): readonly string[] =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

/** Red, with one error; nothing written, nothing left, nobody at the API server. */
function expectRefused(result: RunResult, message: string): void {
  expect(errorsOf(result)).toEqual([expect.stringContaining(message)]);
  expect(result.conclusion).toBe('failure');
  expect(result.leftovers).toEqual([]);
  expect(result.state).toEqual({});
  expect(connections).toBe(0);
  expect([...result.lines, result.summary, JSON.stringify(result.outputs)].join('\n')).not.toMatch(
    /eyJ/,
  );
}

describe('cluster-login', () => {
  it('reports all bad inputs at once', async () => {
    const result = await run({
      cluster: 'eks:eu-central-1/prod',
      audience: 'two words',
      'server-ca': '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----',
      'expect-workflow-ref': 'a*b',
      mode: 'verify',
      'export-kubeconfig': 'maybe',
    });
    expect(result.conclusion).toBe('failure');
    expect(errorsOf(result).map((message) => message.split(':')[0])).toEqual([
      'Input cluster',
      'Input audience',
      'Input server-ca',
      'Input expect-workflow-ref',
      'Input mode',
      'Input export-kubeconfig',
    ]);
    expect(errorsOf(result)[0]).toContain('allowed: https://server, or empty');
    expect(result.leftovers).toEqual([]);
  });

  it.each([
    [{ cluster: 'https://k8s.example.com' }, 'Input audience: is required'],
    [{ 'expect-environment': 'staging', kubeconfig: '/dev/null' }, 'Input expect-environment'],
    [{ mode: 'verify-trust', kubeconfig: '/dev/null' }, 'Input mode: verify-trust needs cluster'],
    [{ kubeconfig: '/nowhere/config' }, 'Input kubeconfig: there is no file /nowhere/config'],
    [{}, 'Input cluster: is empty, and there is no kubeconfig at'],
    [
      { cluster: 'https://k8s.example.com', audience: 'a', 'server-ca': '/nowhere/ca.crt' },
      'Input server-ca: is neither PEM text nor a file',
    ],
  ])('refuses %j', async (inputs, message) => {
    expectRefused(await run(inputs as Record<string, string>), message);
  });

  it.each([
    [{}, 'permissions: id-token: write'],
    [{ GITHUB_EVENT_NAME: 'pull_request' }, 'A pull request from a fork never gets one'],
    [{ GITHUB_ACTOR: 'dependabot[bot]' }, 'Dependabot started this run'],
  ])('says why there is no ID token with %j', async (env, hint) => {
    expectRefused(await run({ cluster, audience: 'a' }, env as Record<string, string>), hint);
  });
});

describe('a job that is not the expected one', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await startTestIssuer();
  });
  afterAll(() => issuer.close());

  it.each<[Record<string, string>, Job, string]>([
    [{ 'expect-environment': 'production' }, exampleJob(), 'expect-environment'],
    [{ 'expect-environment': 'staging' }, withoutEnvironment(exampleJob()), 'is not set'],
    [{ 'expect-workflow-ref': 'acme/x*' }, exampleJob(), 'expect-workflow-ref'],
    [{ 'expect-event': 'release\nworkflow_dispatch' }, exampleJob(), 'expect-event'],
    [{}, exampleJob({ eventName: 'pull_request_target' }), 'name it in expect-event'],
    [{}, exampleJob({ eventName: 'workflow_run' }), 'name it in expect-event'],
    [{}, exampleJob({ eventName: 'issue_comment' }), 'name it in expect-event'],
  ])('with %j ends before its token leaves', async (inputs, job, message) => {
    const result = await run({ cluster, audience: 'a', ...inputs }, issuer.environment(job));
    expectRefused(result, message);
  });

  it('is told that its request token is not valid', async () => {
    const env = { ...issuer.environment(), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'forged' };
    const before = issuer.asked();
    expectRefused(await run({ cluster, audience: 'a' }, env), 'GitHub refused an ID token (401)');
    expect(issuer.asked() - before).toBe(1);
  });
});

describe('an issuer that does not answer well', () => {
  const plain = (status: number, body: string, headers = {}): RequestListener => {
    return (_, response) => void response.writeHead(status, headers).end(body);
  };

  it.each<[string, RequestListener, string, number]>([
    ['HTML of a login page', plain(200, '<html>Sign in</html>'), '200 with HTML', 1],
    ['half an answer', plain(200, '{"value": "eyJhbGciOi'), '200 with 21 bytes', 1],
    ['something else', plain(200, '{"value": "no token"}'), 'not a JWT', 1],
    ['a redirect to http', plain(302, '', { location: 'http://127.0.0.1/' }), 'redirects', 1],
    ['403', plain(403, '{"message": "no eyJhbGciOiJIUzI1NiJ9.e30.x"}'), '(403): no ***', 1],
    ['503 again and again', plain(503, '<html>'), 'GitHub refused an ID token (503)', 4],
    ['too much', plain(200, 'x'.repeat(300_000)), 'is larger than', 4],
    [
      'an answer that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"value": "eyJ');
        setTimeout(() => response.destroy(), 50);
      },
      'GET https://127.0.0.1',
      4,
    ],
  ])('but with %s', async (_, misbehave, message, asked) => {
    const issuer = await startTestIssuer(misbehave);
    try {
      const result = await run({ cluster, audience: 'a' }, issuer.environment());
      expectRefused(result, message);
      expect(issuer.asked()).toBe(asked);
    } finally {
      await issuer.close();
    }
  });

  it('but with silence is given up within 20 s', async () => {
    const issuer = await startTestIssuer(() => {});
    try {
      const result = await run({ cluster, audience: 'a' }, issuer.environment());
      expectRefused(result, 'no whole answer within 4 s');
      // So often 4 s, and less than 3 s of pauses; its own start may take a busy machine a while.
      expect(issuer.asked()).toBeLessThanOrEqual(4);
      expect(result.phases.main.ms).toBeLessThan(40_000);
    } finally {
      await issuer.close();
    }
  }, 90_000);
});
