import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { createFault } from '../src/fault.ts';
import { healthRoutes } from '../src/health-routes.ts';
import { createMetrics } from '../src/metrics.ts';
import { type Server, startServer } from '../src/server.ts';
import type { NewStory, Stories } from '../src/stories.ts';
import { storyRoutes } from '../src/story-routes.ts';

/** Stories in an array: the real ones are proven by the E2E test. */
function storiesInMemory(): Stories {
  const all: (NewStory & { id: number; createdAt: string })[] = [];
  return {
    add: async (story) => {
      const added = { ...story, id: all.length + 1, createdAt: '2025-01-01T00:00:00.000Z' };
      all.unshift(added);
      return added;
    },
    find: async (id) => all.find((story) => story.id === id),
    list: async (limit) => all.slice(0, limit),
  };
}

interface Options {
  readonly redisAway?: boolean;
  readonly fault?: 'none' | 'errors' | 'health' | 'views';
}

async function withServer(
  options: Options,
  body: (address: string, server: Server, lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const lines: string[] = [];
  const log = (_level: string, message: string): void => {
    lines.push(message);
  };
  const fault = createFault({ kind: options.fault ?? 'none', afterSeconds: 0 }, () => 1);
  const metrics = createMetrics('1.2.3', 'abc');
  let views = 0;
  const redis = async (): Promise<number> => {
    if (options.redisAway) throw new Error('connection refused');
    views += 1;
    return views;
  };
  const checks = { postgres: async () => {}, redis };
  const routes = [
    ...healthRoutes({
      checks,
      away: () => undefined,
      fault,
      metrics,
      version: '1.2.3',
      commit: 'abc',
    }),
    ...storyRoutes({ stories: storiesInMemory(), views: { count: redis }, fault, log }),
  ];
  const server = await startServer(0, { routes, metrics, log, instance: 'test' });
  try {
    await body(`http://127.0.0.1:${server.port}`, server, lines);
  } finally {
    if (!server.stopping()) await server.stop(0, 1);
  }
}

const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

const post = (address: string, body: string): Promise<Response> =>
  fetch(`${address}/stories`, { method: 'POST', body });

test('a story that was written is read back, and each read counts', async () => {
  await withServer({}, async (address) => {
    const created = await post(address, '{"title":"a","body":"b"}');
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('location'), '/stories/1');
    const first = await json(await fetch(`${address}/stories/1`));
    const second = await json(await fetch(`${address}/stories/1`));
    assert.deepEqual([first.title, first.views, second.views], ['a', 1, 2]);
  });
});

test('without Redis a story is readable, its count is null and the instance not ready', async () => {
  await withServer({ redisAway: true }, async (address, _server, lines) => {
    await post(address, '{"title":"a","body":"b"}');
    const read = await fetch(`${address}/stories/1`);
    assert.equal(read.status, 200);
    assert.equal((await json(read)).views, null);
    assert.ok(lines.includes('a view was not counted'));
    const ready = await fetch(`${address}/health/ready`);
    assert.equal(ready.status, 503);
    assert.deepEqual((await json(ready)).checks, { postgres: 'ok', redis: 'connection refused' });
    assert.equal((await fetch(`${address}/health/live`)).status, 200);
  });
});

for (const [what, path, status] of [
  ['an id that is no number', '/stories/abc', 404],
  ['an id beyond the type of the column', '/stories/99999999999', 404],
  ['a limit of 0', '/stories?limit=0', 400],
  ['a path that is no URL', '//', 404],
  ['an unknown path', '/nothing', 404],
] as const) {
  test(`${what} is ${status}`, async () => {
    await withServer({}, async (address) => {
      assert.equal((await fetch(address + path)).status, status);
    });
  });
}

test('a body beyond 64 KiB is 413', async () => {
  await withServer({}, async (address) => {
    const body = JSON.stringify({ title: 'a', body: 'b'.repeat(70_000) });
    assert.equal((await post(address, body)).status, 413);
  });
});

test('metrics count answers by route and code, and name the version', async () => {
  await withServer({}, async (address) => {
    await fetch(`${address}/stories/7`);
    await fetch(`${address}/stories/8`);
    const text = await (await fetch(`${address}/metrics`)).text();
    assert.match(text, /http_requests_total\{method="GET",route="\/stories\/:id",code="404"\} 2/);
    assert.match(text, /story_build_info\{version="1\.2\.3",commit="abc"\} 1/);
    assert.match(
      text,
      /http_request_duration_seconds_count\{method="GET",route="\/stories\/:id"\} 2/,
    );
  });
});

test('FAIL=health keeps the process alive but not ready', async () => {
  await withServer({ fault: 'health' }, async (address) => {
    assert.equal((await fetch(`${address}/health/live`)).status, 200);
    assert.equal((await fetch(`${address}/health/ready`)).status, 503);
  });
});

test('while it stops it finishes requests and asks clients to close their connections', async () => {
  await withServer({}, async (address, server) => {
    const written = Promise.withResolvers<number | undefined>();
    const slow = request(`${address}/stories`, { method: 'POST' }, (response) => {
      response.resume();
      written.resolve(response.statusCode);
    });
    slow.on('error', written.reject);
    slow.write('{"title":"a",');
    await fetch(`${address}/health/live`);
    const stopped = server.stop(0.3, 5);
    const during = await fetch(`${address}/health/live`);
    assert.equal(during.status, 200);
    assert.equal(during.headers.get('connection'), 'close');
    setTimeout(() => slow.end('"body":"b"}'), 500);
    assert.equal(await written.promise, 201);
    const before = performance.now();
    await stopped;
    assert.ok(performance.now() - before < 2_000, 'it waited for a connection without a request');
    await assert.rejects(fetch(`${address}/health/live`));
  });
});
