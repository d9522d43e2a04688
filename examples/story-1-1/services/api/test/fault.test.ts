import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFault } from '../src/fault.ts';

test('without FAIL nothing fails', () => {
  const fault = createFault({ kind: 'none', afterSeconds: 0 }, () => 100);
  assert.equal(fault.failsRequest() || fault.failsRequest(), false);
  assert.equal(fault.failsHealth() || fault.losesViews(), false);
});

test('FAIL=errors fails every second request, from FAIL_AFTER_SECONDS on', () => {
  let uptime = 29;
  const fault = createFault({ kind: 'errors', afterSeconds: 30 }, () => uptime);
  assert.deepEqual([fault.failsRequest(), fault.failsRequest()], [false, false]);
  uptime = 30;
  assert.deepEqual([fault.failsRequest(), fault.failsRequest()], [false, true]);
  assert.equal(fault.failsHealth(), false);
});
