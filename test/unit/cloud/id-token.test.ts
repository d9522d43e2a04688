import { type IdToken, mintIdToken } from '../../../src/cloud/id-token.ts';
import type { ActionError } from '../../../src/errors.ts';
import type { HttpRequest, HttpResponse } from '../../../src/http/request.ts';
import { exampleClaims, unsignedToken } from './example-claims.ts';

const token = unsignedToken(exampleClaims());
const now = Date.parse('2026-11-21T12:00:00.500Z');
const runner = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://issuer.example.com/idtoken/1/job?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};

const ok = (headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status: 200,
  headers,
  body: Buffer.from(JSON.stringify({ value: token })),
});
const says = (status: number, body: string): HttpResponse => ({
  status,
  headers: {},
  body: Buffer.from(body),
});

async function mint(
  answers: readonly HttpResponse[],
  env: Readonly<Record<string, string>> = runner,
): Promise<{ idToken: IdToken; requests: readonly HttpRequest[] }> {
  const requests: HttpRequest[] = [];
  const left = [...answers];
  const idToken = await mintIdToken('https://k8s.example.com/a b', {
    env,
    now: () => now,
    send: async (request) => {
      requests.push(request);
      const answer = left.shift();
      if (!answer) throw new Error('asked too often');
      return answer;
    },
  });
  return { idToken, requests };
}

const failure = (promise: Promise<unknown>): Promise<ActionError> =>
  promise.then(
    () => {
      throw new Error('a token came');
    },
    (error: ActionError) => error,
  );

describe('an ID token', () => {
  it('is asked for as the toolkit does', async () => {
    const { idToken, requests } = await mint([ok()]);
    expect(idToken.token).toBe(token);
    expect(idToken.claims.environment).toBe('production');
    expect(requests[0]?.url).toBe(
      'https://issuer.example.com/idtoken/1/job?api-version=2.0&audience=https%3A%2F%2Fk8s.example.com%2Fa+b',
    );
    expect(requests[0]?.headers).toMatchObject({ authorization: 'bearer request-token' });
  });

  it('is asked for again after a 503', async () => {
    const { requests } = await mint([says(503, ''), ok()]);
    expect(requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404])('is not asked for again after %i', async (status) => {
    const error = await failure(mint([says(status, '{"message":"because"}')]));
    expect(error.code).toBe('login-refused');
    expect(error.message).toBe(`GitHub refused an ID token (${status}): because`);
  });

  it('is not asked for where a redirect points', async () => {
    const error = await failure(mint([says(302, '')]));
    expect(error.message).toContain('redirects are not followed');
  });

  it.each([
    ['HTML', '<html><body>Sign in</body></html>', 'HTML'],
    ['half an answer', `{"value": "${token.slice(0, 90)}`, 'bytes'],
    ['another object', '{"token": "x"}', 'bytes'],
    ['null', 'null', 'bytes'],
    ['an empty value', '{"value": ""}', 'bytes'],
    ['a value that is no JWT', '{"value": "abc"}', 'not a JWT'],
  ])('is refused when %s comes, and what came is not shown', async (_, body, message) => {
    const error = await failure(mint([says(200, body)]));
    expect(error.code).toBe('login-refused');
    expect(error.message).toContain(message);
    expect(JSON.stringify([error.message, error.hint, String(error.cause)])).not.toContain('eyJ');
  });

  it('is cut out of an error message that echoes it', async () => {
    const error = await failure(mint([says(400, JSON.stringify({ message: `bad ${token} !` }))]));
    expect(error.message).toBe('GitHub refused an ID token (400): bad *** !');
  });
});

describe('without the runner’s variables', () => {
  it.each([
    [{}, '`permissions: id-token: write`'],
    [{ GITHUB_EVENT_NAME: 'pull_request' }, 'from a fork never gets one'],
    [{ GITHUB_ACTOR: 'dependabot[bot]' }, 'Dependabot started this run'],
  ])('%j, the hint says: %s', async (env, hint) => {
    const error = await failure(mint([], env));
    expect(error.message).toContain('ACTIONS_ID_TOKEN_REQUEST_URL is not set');
    expect(error.hint).toContain(hint);
  });

  it('an address that is not https gets no request token', async () => {
    const env = { ...runner, ACTIONS_ID_TOKEN_REQUEST_URL: 'http://issuer.example.com/' };
    const error = await failure(mint([], env));
    expect(error.message).toContain('is not an https address');
  });
});

describe('the clock of the issuer', () => {
  it.each([
    ['Sat, 21 Nov 2026 12:00:00 GMT', 0],
    ['Sat, 21 Nov 2026 12:00:01 GMT', 0],
    ['Sat, 21 Nov 2026 12:05:00 GMT', 300_000],
    ['Sat, 21 Nov 2026 11:58:00 GMT', -120_000],
    ['yesterday', 0],
  ])('with Date %s is ahead by %i ms', async (date, ahead) => {
    const { idToken } = await mint([ok({ date })]);
    expect(idToken.clockAheadMs).toBe(ahead);
  });
});
