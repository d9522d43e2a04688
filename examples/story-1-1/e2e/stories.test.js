// Proves a deployment from outside: DEPLOY_URL=https://… npm run e2e
// Optional: EXPECT_VERSION (what must answer), READY_SECONDS (longest wait for it, 30).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './ask.js';

const { DEPLOY_URL, EXPECT_VERSION, READY_SECONDS = '30' } = process.env;

const at = (path) => {
  assert.ok(DEPLOY_URL, 'DEPLOY_URL is missing: set it to the address of the deployed service');
  return new URL(path, DEPLOY_URL);
};

/** Asks and expects `status`; the message of a failure shows what was answered instead. */
const expect = async (status, method, path, body) => {
  const answer = await ask(method, at(path), body);
  const shown = `${method} ${path} must answer ${status}, not ${answer.status}: ${answer.text}`;
  assert.equal(answer.status, status, shown);
  return answer;
};

const write = async (story) =>
  (await expect(201, 'POST', '/stories', JSON.stringify(story))).json();

const askVersion = async () => {
  const answer = await expect(200, 'GET', '/version');
  return { version: answer.json().version, by: answer.headers['x-served-by'] };
};

const end = Date.now() + Number(READY_SECONDS) * 1_000;

/** One look: `''`, or what is in the way of a test. */
const trouble = async () => {
  const ready = await ask('GET', at('/health/ready'));
  if (ready.status !== 200) return `/health/ready answered ${ready.status} ${ready.text}`;
  const { version, by } = await askVersion();
  const isExpected = !EXPECT_VERSION || version === EXPECT_VERSION;
  return isExpected ? '' : `${by} answers as ${version}, not ${EXPECT_VERSION}`;
};

/**
 * After a rollout old replicas answer for some seconds, and one that was without its databases may
 * answer well once before it is taken out for a moment: only good looks in a row count.
 */
const untilSettled = async () => {
  for (let inARow = 0; inARow < 10; ) {
    const seen = await trouble().catch((error) => error.message);
    inARow = seen === '' ? inARow + 1 : 0;
    if (seen === '') continue;
    assert.ok(Date.now() < end, `not ready after ${READY_SECONDS} s: ${seen}`);
    await sleep(500);
  }
};

describe(`stories at ${DEPLOY_URL}`, { timeout: 120_000 }, () => {
  before(untilSettled);

  test('the service is alive and reaches Postgres and Redis', async () => {
    await expect(200, 'GET', '/health/live');
    const { checks } = (await expect(200, 'GET', '/health/ready')).json();
    assert.deepEqual(checks, { postgres: 'ok', redis: 'ok' });
  });

  const unknown = EXPECT_VERSION ? false : 'EXPECT_VERSION is not set';
  test('only the expected version answers', { skip: unknown }, async () => {
    for (let i = 0; i < 10; i += 1) {
      const { version, by } = await askVersion();
      assert.equal(version, EXPECT_VERSION, `${by} answers as ${version}, not ${EXPECT_VERSION}`);
    }
  });

  test('a story that was written is read back, alone and in the list', async () => {
    const written = await write({ title: `E2E ${randomUUID()}`, body: 'Zażółć gęślą jaźń 🐢\n' });
    const { views, ...read } = (await expect(200, 'GET', `/stories/${written.id}`)).json();
    assert.deepEqual(read, written);
    assert.equal(views, 1);
    const { stories } = (await expect(200, 'GET', '/stories?limit=100')).json();
    assert.deepEqual(
      stories.find(({ id }) => id === written.id),
      written,
      'the list holds the story as it was written',
    );
  });

  test('views of all replicas add up in Redis', async () => {
    const { id } = await write({ title: `E2E ${randomUUID()}`, body: 'Read me ten times.' });
    const seen = [];
    for (let i = 0; i < 10; i += 1) {
      seen.push((await expect(200, 'GET', `/stories/${id}`)).json().views);
    }
    assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'each read adds one view');
  });

  test('a story is in Postgres, not in a replica: whoever answers has it', async (context) => {
    const written = await write({ title: `E2E ${randomUUID()}`, body: 'Kept.' });
    const replicas = new Set();
    for (let i = 0; i < 20; i += 1) {
      const answer = await expect(200, 'GET', `/stories/${written.id}`);
      assert.equal(answer.json().createdAt, written.createdAt);
      replicas.add(answer.headers['x-served-by']);
    }
    context.diagnostic(`answered by ${[...replicas].join(', ')}`);
  });

  test('wrong requests are refused with a reason', async () => {
    const wrong = [
      [400, 'POST', '/stories', 'no JSON'],
      [400, 'POST', '/stories', '{"title":""}'],
      [404, 'GET', '/stories/0'],
      [404, 'GET', '/nothing'],
      [405, 'DELETE', '/stories'],
    ];
    for (const [status, ...request] of wrong) {
      const answer = await expect(status, ...request);
      assert.equal(typeof answer.json().error, 'string');
    }
  });
});
