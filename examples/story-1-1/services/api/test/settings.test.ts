import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../src/settings.ts';

const LEAST = { POSTGRES_USER: 'story', POSTGRES_PASSWORD: 'secret', POSTGRES_DB: 'story' };

test('the rest has defaults for a laptop', () => {
  const settings = readSettings(LEAST, '1.2.3');
  assert.equal(settings.port, 8080);
  assert.equal(settings.postgres.host, 'localhost');
  assert.deepEqual(settings.redis, { host: 'localhost', port: 6379, password: '' });
  assert.equal(settings.version, '1.2.3');
  assert.equal(settings.fault.kind, 'none');
});

test('VERSION goes before the version in package.json, unless it is empty', () => {
  assert.equal(readSettings({ ...LEAST, VERSION: '2.0.0' }, '1.2.3').version, '2.0.0');
  assert.equal(readSettings({ ...LEAST, VERSION: '' }, '1.2.3').version, '1.2.3');
});

test('one error names every variable that is missing or wrong', () => {
  const env = { PORT: '80a', REDIS_ADDR: 'redis', FAIL: 'everything', DRAIN_SECONDS: '-1' };
  const names = [...Object.keys(env), 'POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB'];
  assert.throws(
    () => readSettings(env, '1.2.3'),
    (error: Error) => names.every((name) => error.message.includes(name)),
  );
});

test('an error never shows the password', () => {
  assert.throws(
    () => readSettings({ ...LEAST, REDIS_PASSWORD: 'hunter2-redis', PORT: '0' }, '1'),
    (error: Error) => !/secret|hunter2/.test(error.message),
  );
});
