import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { describeError } from '../../../src/errors.ts';
import { createSend, parseJson, sendWithRetry } from '../../../src/http/request.ts';
import { stall } from '../../support/stall.ts';

// Against real servers in this process.

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that gives one answer after the other, the last one for ever; counts the requests. */
async function serveInTurn(...answers: ((response: ServerResponse) => void)[]) {
  const seen: number[] = [];
  const url = await serve((_request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    seen.push(Date.now());
    answer?.(response);
  });
  return { url, seen };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end(`${code}`);

const send = createSend({});
const failure = async (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => 'it was answered',
    (error: unknown) => describeError(error),
  );

describe('one request', () => {
  test.each([
    ['a string', () => 'héllo'],
    ['bytes', () => Buffer.from('héllo')],
    ['a stream', () => Readable.from(['hé', 'llo'])],
  ])('sends %s and returns status, headers and body', async (_, body) => {
    const url = await serve((request, response) => {
      response.writeHead(201, {
        'x-method': request.method ?? '',
        'x-own': request.headers['x-own'],
      });
      request.pipe(response);
    });
    const answer = await send({ url, method: 'PUT', body: body(), headers: { 'x-own': 'yes' } });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-method': 'PUT', 'x-own': 'yes' } });
    expect(answer.body.toString()).toBe('héllo');
  });

  test('goes to a Unix socket', async () => {
    const socketPath = join(tmpdir(), `request-${process.pid}.sock`);
    const server = createServer((request, response) => response.end(request.url)).listen(
      socketPath,
    );
    open.push(server);
    await once(server, 'listening');
    const answer = await send({ url: 'http://localhost/api/v1', socketPath });
    expect(answer.body.toString()).toBe('/api/v1');
  });

  test('any status is an answer, a redirect is not followed', async () => {
    const { url, seen } = await serveInTurn(status(307, { location: '/elsewhere' }));
    expect((await send({ url })).status).toBe(307);
    expect(seen).toHaveLength(1);
  });

  test.each([
    ['a silent server', () => {}],
    [
      'a body that stalls',
      (response: ServerResponse) => void response.writeHead(200).write('half'),
    ],
  ])('%s ends in time', async (_, answer) => {
    const { url } = await serveInTurn(answer);
    expect(await failure(send({ url, timeoutMs: 120 }))).toContain('no whole answer within 0.12 s');
  });

  test('an answer that came in time is one, however long we stood still before it was read', async () => {
    const { url, seen } = await serveInTurn(
      (response) => void response.end('in time', () => stall(400)),
    );
    const answer = await sendWithRetry(send, { url, timeoutMs: 200 });
    expect([answer.body.toString(), seen.length]).toEqual(['in time', 1]);
  });

  test('an answer that came in time is one, also where we stood still before we had asked', async () => {
    const { url } = await serveInTurn(status(200));
    const sent = send({ url, timeoutMs: 200 });
    stall(400);
    expect((await sent).status).toBe(200);
  });

  test('an answer that is too large is cut off', async () => {
    const { url } = await serveInTurn((response) => void response.end('x'.repeat(100_000)));
    expect(await failure(send({ url, maxBytes: 1000 }))).toMatch(/the answer is larger than \d+/);
  });

  test.each([
    ['before the answer', (response: ServerResponse) => void response.socket?.resetAndDestroy()],
    [
      'in the middle of it',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' }).write('half');
        setTimeout(() => response.socket?.destroy(), 20);
      },
    ],
  ])('a connection that is lost %s is a failure', async (_, answer) => {
    const { url } = await serveInTurn(answer);
    expect(await failure(send({ url }))).toContain(`GET ${url}/ failed`);
  });

  test('something that is not HTTP is a failure', async () => {
    const server = createTcpServer((socket) => socket.end('SSH-2.0-nope\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await failure(send({ url: `http://127.0.0.1:${port}/` }))).toContain('failed');
    server.close();
  });

  test('a failure names method and place, never the query: it may hold a token', async () => {
    const said = await failure(
      send({ url: 'http://127.0.0.1:1/blob?token=hunter2', method: 'POST', body: 'secret' }),
    );
    expect(said).toContain('POST http://127.0.0.1:1/blob failed');
    expect(said).not.toMatch(/hunter2|secret/);
  });
});

describe('a proxy', () => {
  test('of HTTP_PROXY gets the request, but not for a host of NO_PROXY', async () => {
    const proxy = await serve((request, response) => response.end(`proxied ${request.url}`));
    const direct = await serve((_request, response) => response.end('direct'));
    const through = createSend({ HTTP_PROXY: proxy });
    const around = createSend({ HTTP_PROXY: proxy, NO_PROXY: '127.0.0.1' });
    expect((await through({ url: `${direct}/a` })).body.toString()).toBe(`proxied ${direct}/a`);
    expect((await around({ url: `${direct}/a` })).body.toString()).toBe('direct');
  });

  test('of HTTPS_PROXY is asked for a tunnel to the host', async () => {
    const asked: string[] = [];
    const server = createServer().listen(0, '127.0.0.1');
    open.push(server);
    server.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const through = createSend({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
    await failure(through({ url: 'https://registry.example.com/v2/' }));
    expect(asked).toEqual(['registry.example.com:443']);
  });
});

describe('a request with retries', () => {
  const budget = { tries: 3, totalMs: 60_000 };

  test.each([408, 429, 500, 502, 503, 504])('is sent again after %d', async (code) => {
    const { url, seen } = await serveInTurn(status(code), status(200));
    expect((await sendWithRetry(send, { url }, budget)).status).toBe(200);
    expect(seen).toHaveLength(2);
  });

  test.each([200, 301, 400, 401, 403, 404, 409, 501])(
    'is not sent again after %d',
    async (code) => {
      const { url, seen } = await serveInTurn(status(code));
      expect((await sendWithRetry(send, { url }, budget)).status).toBe(code);
      expect(seen).toHaveLength(1);
    },
  );

  test('is sent again after a lost connection', async () => {
    const { url, seen } = await serveInTurn((response) => response.socket?.destroy(), status(200));
    expect((await sendWithRetry(send, { url }, budget)).status).toBe(200);
    expect(seen).toHaveLength(2);
  });

  test('waits as long as Retry-After says', async () => {
    const { url, seen } = await serveInTurn(status(429, { 'retry-after': '1' }), status(200));
    await sendWithRetry(send, { url }, budget);
    expect((seen[1] ?? 0) - (seen[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test('waits until the date that Retry-After names', async () => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000);
    const headers = { 'retry-after': date.toUTCString() };
    const { url, seen } = await serveInTurn(status(503, headers), status(200));
    await sendWithRetry(send, { url }, budget);
    expect(seen[1] ?? 0).toBeGreaterThanOrEqual(date.getTime() - 10);
  });

  test('gives up at once when Retry-After is beyond the budget, with that answer', async () => {
    const { url, seen } = await serveInTurn(status(503, { 'retry-after': '3600' }));
    const started = Date.now();
    expect((await sendWithRetry(send, { url }, budget)).status).toBe(503);
    expect(seen).toHaveLength(1);
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  test('ends with the last answer when all tries are used', async () => {
    const { url, seen } = await serveInTurn(status(500), status(500), status(502));
    expect((await sendWithRetry(send, { url }, budget)).status).toBe(502);
    expect(seen).toHaveLength(3);
  });

  test('ends with the failure when no try was answered', async () => {
    const { url, seen } = await serveInTurn((response) => response.socket?.destroy());
    const said = await failure(sendWithRetry(send, { url }, { ...budget, tries: 2 }));
    expect(said).toContain(`GET ${url}/ failed`);
    expect(seen).toHaveLength(2);
  });

  test('is sent again where the caller knows the answer to be transient', async () => {
    const { url, seen } = await serveInTurn(status(404), status(200));
    const alsoRetry = (response: { status: number }): boolean => response.status === 404;
    const answer = await sendWithRetry(send, { url }, { ...budget, alsoRetry });
    expect([answer.status, seen.length]).toEqual([200, 2]);
  });
});

describe('an answer as JSON', () => {
  const answered = (body: string) => ({ status: 200, headers: {}, body: Buffer.from(body) });

  test('is parsed', () => {
    expect(parseJson(answered('{"a":[1]}'), 'GitHub')).toEqual({ a: [1] });
  });

  test.each(['<html>\n<title>Sign in</title>', '', '{"cut'])(
    'that is %j is shown as it came',
    (body) => {
      expect(() => parseJson(answered(body), 'The token endpoint')).toThrow(
        `The token endpoint answered 200 with something that is not JSON: ${body.replace('\n', ' ')}`,
      );
    },
  );
});

describe('a stream', () => {
  const streamed = (
    url: string,
    more: { signal?: AbortSignal; idleMs?: number; heard?: () => void } = {},
  ) => {
    const lines: string[] = [];
    const { heard, signal = new AbortController().signal, ...limits } = more;
    const onLine = (line: string): void => {
      lines.push(line);
      heard?.();
    };
    const stream = { ...limits, signal, onLine };
    const sent = send({ url, timeoutMs: 200, maxBytes: 10, stream });
    return { lines, sent };
  };

  test('gives each line as it comes, however long, and outlives the time limit', async () => {
    const long = 'x'.repeat(100_000);
    const url = await serve(async (_, response) => {
      response.write(`one\n${long}`);
      await delay(300);
      response.end('\nlast');
    });
    const { lines, sent } = streamed(url);
    expect(await sent).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(lines).toEqual(['one', long, 'last']);
  });

  test('that is refused is an answer like any other', async () => {
    const url = await serve((_, response) => void response.writeHead(403).end('no'));
    const { lines, sent } = streamed(url);
    expect(await sent).toMatchObject({ status: 403, body: Buffer.from('no') });
    expect(lines).toEqual([]);
  });

  test.each([
    ['breaks', {}, /ECONNRESET|aborted/],
    ['falls silent', { idleMs: 1000 }, /fell silent/],
    ['is not wanted any more', {}, /abort/i],
  ])('that %s has failed; what came before was given', async (how, limits, message) => {
    const url = await serve((request, response) => {
      response.write('one\n');
      if (how === 'breaks') setTimeout(() => request.socket.destroy(), 50);
    });
    const ends = new AbortController();
    const heard = (): void => {
      if (how === 'is not wanted any more') setTimeout(() => ends.abort(), 50);
    };
    const { lines, sent } = streamed(url, { ...limits, signal: ends.signal, heard });
    expect(await failure(sent)).toMatch(message);
    expect(lines).toEqual(['one']);
  });

  test('that is ended from within its last line fails, and throws nothing elsewhere', async () => {
    const url = await serve((_, response) => void response.end('last\n'));
    const ends = new AbortController();
    const stream = { signal: ends.signal, onLine: () => ends.abort() };
    expect(await failure(send({ url, stream }))).toMatch(/aborted/);
    await delay(50);
  });

  test('that nobody wants is not asked for', async () => {
    const asked: string[] = [];
    const url = await serve(({ url: path = '' }) => void asked.push(path));
    expect(await failure(streamed(url, { signal: AbortSignal.abort() }).sent)).toMatch(/aborted/);
    await delay(50);
    expect(asked).toEqual([]);
  });
});
