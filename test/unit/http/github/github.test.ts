import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGitHub, type GitHub } from '../../../../src/http/github/github.ts';
import { createSend } from '../../../../src/http/request.ts';

// The real client against a server of this process that answers as GitHub's documentation has it.

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Cut the connection instead of answering. */
  readonly cut?: true;
}
type Handler = (request: { method: string; url: string; body: string; count: number }) => Answer;

let server: Server;
let handler: Handler;
let asked: { method: string; url: string; body: string; auth: string }[];
let slept: number[];
let github: GitHub;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { method = '', url = '' } = request;
    asked.push({ method, url, body, auth: request.headers.authorization ?? '' });
    const answer = handler({ method, url, body, count: asked.length });
    if (answer.cut) {
      request.socket.destroy();
      return;
    }
    const type = { 'content-type': 'application/json; charset=utf-8' };
    response.writeHead(answer.status ?? 200, { ...type, ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
  slept = [];
  const { port } = server.address() as AddressInfo;
  github = createGitHub({
    token: 'ghs_example',
    url: `http://127.0.0.1:${port}/api/v3`,
    repository: 'acme/shop',
    send: createSend({}),
    sleep: async (ms) => void slept.push(ms),
    now: () => 1_700_000_000_000,
  });
});

const deployment = (id: number) => ({
  id,
  sha: 'a'.repeat(40),
  task: 'deploy-actions:x',
  environment: 'staging',
  payload: {},
  created_at: '2026-11-21T12:00:00Z',
});

test('asks below GITHUB_API_URL with the token, and counts requests and what is left', async () => {
  handler = () => ({ headers: { 'x-ratelimit-remaining': '4321' }, body: [deployment(1)] });
  const found = await github.deployments({ task: 'deploy-actions:x' }, 300);
  expect(found.map((it) => it.id)).toEqual([1]);
  expect(asked[0]).toMatchObject({
    url: '/api/v3/repos/acme/shop/deployments?task=deploy-actions%3Ax&per_page=100&page=1',
    auth: 'token ghs_example',
  });
  expect([github.requests(), github.left()]).toEqual([1, 4321]);
});

test('reads page after page, and refuses to answer by a part', async () => {
  const page = (url: string): number => Number(/[?&]page=(\d+)/.exec(url)?.[1]);
  const full = Array.from({ length: 100 }, (_, index) => deployment(index));
  handler = ({ url }) => ({ body: page(url) < 3 ? full : [deployment(1)] });
  expect(await github.deployments({}, 300)).toHaveLength(201);
  handler = () => ({ body: full });
  await expect(github.deployments({}, 300)).rejects.toThrow(/lists more than 300 entries/);
});

test('a server error is asked again with growing pauses, three times at most', async () => {
  handler = ({ count }) => (count < 3 ? { status: 502, body: {} } : { body: [] });
  expect(await github.deployments({}, 300)).toEqual([]);
  expect(slept).toEqual([500, 1000]);
  asked = [];
  handler = () => ({ status: 500, body: { message: 'Server Error' } });
  await expect(github.deployments({}, 300)).rejects.toMatchObject({
    code: 'github-refused',
    message: expect.stringContaining('500 Server Error'),
  });
  expect(asked).toHaveLength(4);
});

test('a lost connection is asked again for reading, never for creating', async () => {
  handler = ({ count }) => (count < 2 ? { cut: true } : { body: [] });
  expect(await github.deployments({}, 300)).toEqual([]);
  asked = [];
  handler = () => ({ cut: true });
  const create = github.createDeployment({
    ref: 'a'.repeat(40),
    task: 't',
    environment: 'staging',
    description: '',
    payload: {},
    production_environment: false,
    transient_environment: false,
  });
  await expect(create).rejects.toMatchObject({ code: 'request-failed' });
  expect(asked).toHaveLength(1);
});

test('a deployment is created without checks and merges; a status leaves others alone', async () => {
  handler = () => ({ status: 201, body: { id: 7 } });
  const id = await github.createDeployment({
    ref: 'a'.repeat(40),
    task: 'deploy-actions:x',
    environment: 'production',
    description: 'd',
    payload: { schema: 1 },
    production_environment: true,
    transient_environment: false,
  });
  expect(id).toBe(7);
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    required_contexts: [],
    auto_merge: false,
    production_environment: true,
    transient_environment: false,
    payload: { schema: 1 },
  });
  await github.addStatus(7, { state: 'success', description: 'verdict=pass' });
  expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({
    auto_inactive: false,
    state: 'success',
  });
});

test('202 for a deployment is no deployment', async () => {
  handler = () => ({ status: 202, body: { message: 'Auto-merged master into topic' } });
  const create = github.createDeployment({
    ...{ ref: 'x', task: 't', environment: 'e', description: '', payload: {} },
    ...{ production_environment: false, transient_environment: false },
  });
  await expect(create).rejects.toThrow(/made no deployment: Auto-merged/);
});

test('a missing permission is named, in the words of the workflow', async () => {
  handler = () => ({
    status: 403,
    headers: { 'x-accepted-github-permissions': 'deployments=write' },
    body: { message: 'Resource not accessible by integration' },
  });
  await expect(github.addStatus(1, { state: 'success', description: '' })).rejects.toMatchObject({
    code: 'github-refused',
    message:
      'Cannot add a deployment status: GitHub said 403 Resource not accessible by integration',
    hint: 'Give the job the permission `deployments: write` (GitHub asks for deployments=write).',
  });
  expect(asked).toHaveLength(1);
});

test('a used-up limit ends the call at once and says when it is over', async () => {
  handler = () => ({
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(1_700_000_000 + 600) },
    body: { message: 'API rate limit exceeded for installation' },
  });
  await expect(github.commit('a'.repeat(40))).rejects.toMatchObject({
    code: 'rate-limited',
    hint: expect.stringContaining('in 10 min'),
  });
  expect(asked).toHaveLength(1);
});

test('a secondary limit is waited out as long as it asks, also for what is not repeatable', async () => {
  handler = ({ count }) =>
    count === 1
      ? {
          status: 403,
          headers: { 'retry-after': '7' },
          body: { message: 'You have exceeded a secondary rate limit' },
        }
      : { status: 204 };
  await github.dispatch('deploy.yml', 'main');
  expect(slept).toEqual([7000]);
  expect(asked.map((it) => `${it.method} ${it.url}`)).toEqual([
    'POST /api/v3/repos/acme/shop/actions/workflows/deploy.yml/dispatches',
    'POST /api/v3/repos/acme/shop/actions/workflows/deploy.yml/dispatches',
  ]);
});

test('a secondary limit that asks for ten minutes is not waited out', async () => {
  handler = () => ({ status: 429, headers: { 'retry-after': '600' }, body: { message: 'slow' } });
  await expect(github.branch('main')).rejects.toMatchObject({ code: 'rate-limited' });
  expect(slept).toEqual([]);
});

test('what is not there is an answer', async () => {
  handler = () => ({ status: 404, body: { message: 'Not Found' } });
  expect(await github.environment('staging')).toBeUndefined();
  expect(await github.run(1)).toBeUndefined();
  expect(await github.compare('a', 'b')).toBeUndefined();
});

test('a renamed repository is followed on the same host, and nowhere else', async () => {
  handler = ({ url }) =>
    url.startsWith('/api/v3/repos/acme/shop')
      ? {
          status: 301,
          headers: { location: '/api/v3/repositories/1/git/ref/heads/main' },
          body: {},
        }
      : { body: { ref: 'refs/heads/main', object: { sha: 'b'.repeat(40) } } };
  expect(await github.branch('main')).toBe('b'.repeat(40));
  handler = () => ({
    status: 301,
    headers: { location: 'http://elsewhere.example.com/' },
    body: {},
  });
  await expect(github.branch('main')).rejects.toMatchObject({ code: 'github-refused' });
});

test('reviewers of an environment are people and teams', async () => {
  const rule = {
    id: 1,
    node_id: 'x',
    type: 'required_reviewers',
    prevent_self_review: true,
    reviewers: [
      { type: 'User', reviewer: { login: 'octocat' } },
      { type: 'Team', reviewer: { slug: 'ops' } },
    ],
  };
  handler = () => ({
    body: { name: 'production', protection_rules: [{ type: 'wait_timer' }, rule] },
  });
  expect(await github.environment('production')).toEqual({
    name: 'production',
    reviewers: ['octocat', '@ops'],
    preventSelfReview: true,
  });
});
