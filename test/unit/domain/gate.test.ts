import { decideGate, type GateFacts, type GateRules } from '../../../src/domain/gate.ts';
import type { Approval } from '../../../src/domain/gate-approvals.ts';
import { decidingRecord, type ProofRecord } from '../../../src/domain/gate-pass.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const BUNDLE = 'bdl-0123456789abcdef';
const OTHER = 'bdl-fedcba9876543210';
const RULES: GateRules = { pass: ['staging'], checks: ['quality'], approvals: 1 };

const record = (change: Partial<ProofRecord> = {}): ProofRecord => ({
  environment: 'staging',
  bundle: BUNDLE,
  verdict: 'pass',
  code: '',
  at: NOW - 60 * MINUTE,
  id: 1,
  run: '100.1',
  job: '7',
  ...change,
});
const { verdict: _, ...DEPLOYED_ONLY } = record();
const approval = (change: Partial<Approval> = {}): Approval => ({
  user: 'octocat',
  state: 'approved',
  ...change,
});
const GOOD: GateFacts = {
  environment: 'production',
  bundle: BUNDLE,
  now: NOW,
  records: [record()],
  trust: { staging: { state: 'proven' } },
  order: 'newer',
  running: OTHER,
  checks: { quality: 'success' },
  approvals: [approval()],
  notices: { rejects: [] },
};
const HOLD = { reason: 'error rate', by: 'octocat', at: '2026-11-20T10:00:00Z', run: '99.1' };
const REJECT = { bundle: BUNDLE, reason: 'e2e-failed', at: '2026-11-20T10:00:00Z', run: '99.1' };
const { approvals: _approvals, ...BEFORE_APPROVAL } = GOOD;
const { notices: _notices, ...WITHOUT_BOARD } = GOOD;

const codes = (rules: Partial<GateRules>, facts: Partial<GateFacts>): string[] => {
  const decision = decideGate({ ...RULES, ...rules }, { ...GOOD, ...facts });
  return decision.allowed ? [] : decision.refusals.map((refusal) => refusal.code);
};

type Case = [string, string[], Partial<GateFacts>, Partial<GateRules>?];
const CASES: Case[] = [
  ['everything holds', [], {}],
  // Evidence.
  ['never deployed there', ['missing-evidence'], { records: [] }],
  [
    'deployed elsewhere only',
    ['missing-evidence'],
    { records: [record({ environment: 'develop' })] },
  ],
  [
    'another bundle of the same tree passed',
    ['other-bundle'],
    { records: [record({ bundle: OTHER })] },
  ],
  ['deployed, not proven', ['empty-evidence'], { records: [DEPLOYED_ONLY] }],
  ['failed', ['not-passed'], { records: [record({ verdict: 'fail', code: 'e2e-failed' })] }],
  ['inconclusive', ['not-passed'], { records: [record({ verdict: 'inconclusive' })] }],
  ['error', ['not-passed'], { records: [record({ verdict: 'error' })] }],
  [
    'passed, then failed',
    ['revoked'],
    { records: [record(), record({ verdict: 'fail', at: NOW - MINUTE })] },
  ],
  [
    'passed, then inconclusive',
    ['revoked'],
    { records: [record(), record({ verdict: 'inconclusive', at: NOW - MINUTE })] },
  ],
  [
    'failed, then passed',
    [],
    { records: [record({ verdict: 'fail', at: NOW - 90 * MINUTE }), record()] },
  ],
  [
    'passed and failed in the same second: the later written counts',
    ['revoked'],
    { records: [record({ verdict: 'fail', id: 2 }), record()] },
  ],
  [
    'failed and passed in the same second: the later written counts',
    [],
    { records: [record({ id: 2 }), record({ verdict: 'fail' })] },
  ],
  [
    'passed, and deployed again without a proof',
    [],
    { records: [record(), { ...DEPLOYED_ONLY, at: NOW }] },
  ],
  [
    'a fail elsewhere is none here',
    [],
    { records: [record(), record({ environment: 'develop', verdict: 'fail' })] },
  ],
  ['the run was not re-read', ['unproven-record'], { trust: {} }],
  [
    'the run does not back it',
    ['unproven-record'],
    { trust: { staging: { state: 'unproven', why: 'no such run' } } },
  ],
  [
    'the job was skipped',
    ['skipped-evidence'],
    { trust: { staging: { state: 'skipped', why: 'skipped' } } },
  ],
  ['too old', ['stale-evidence'], {}, { maxAge: 30 * MINUTE }],
  ['old enough for max-age', [], {}, { maxAge: 60 * MINUTE }],
  ['too young', ['too-young'], {}, { minAge: 90 * MINUTE }],
  ['old enough', [], {}, { minAge: 60 * MINUTE }],
  [
    'from the future: not old enough for any min-age',
    ['too-young'],
    { records: [record({ at: NOW + MINUTE })] },
    { minAge: 1 },
  ],
  ['two environments, one missing', ['missing-evidence'], {}, { pass: ['staging', 'develop'] }],
  ['no evidence is asked for', [], { records: [], trust: {} }, { pass: [] }],
  // Order.
  ['first deploy', [], { order: 'first' }],
  ['the same again', [], { order: 'same' }],
  ['older', ['older-bundle'], { order: 'older' }],
  ['diverged', ['diverged'], { order: 'diverged' }],
  ['unknown order', ['unknown-order'], { order: 'unknown' }],
  // Board.
  ['on hold', ['held'], { notices: { hold: HOLD, rejects: [] } }],
  ['rejected', ['rejected'], { notices: { rejects: [REJECT] } }],
  ['another bundle is rejected', [], { notices: { rejects: [{ ...REJECT, bundle: OTHER }] } }],
  // Checks.
  ['a check is missing', ['check-missing'], { checks: {} }],
  ['a check failed', ['check-red'], { checks: { quality: 'failure' } }],
  ['a check was cancelled', ['check-red'], { checks: { quality: 'cancelled' } }],
  ['a check was skipped', ['check-skipped'], { checks: { quality: 'skipped' } }],
  ['a check is neutral', ['check-skipped'], { checks: { quality: 'neutral' } }],
  ['a check runs', ['check-pending'], { checks: { quality: 'pending' } }],
  // Approvals.
  ['nobody approved', ['approval-missing'], { approvals: [] }],
  [
    'somebody rejected',
    ['approval-rejected'],
    { approvals: [approval(), approval({ user: 'mona', state: 'rejected' })] },
  ],
  [
    'the author approved',
    ['self-approval'],
    { approvals: [approval({ involved: 'wrote commit 1f0c2d3' })] },
  ],
  [
    'the author and another approved',
    [],
    { approvals: [approval({ user: 'mona', involved: 'x' }), approval()] },
  ],
  [
    'one approved twice, two are asked for',
    ['approval-missing'],
    { approvals: [approval(), approval()] },
    { approvals: 2 },
  ],
  ['no approval is asked for', [], { approvals: [] }, { approvals: 0 }],
  // All at once.
  [
    'everything is in the way',
    ['held', 'older-bundle', 'missing-evidence', 'check-missing', 'approval-missing'],
    {
      notices: { hold: HOLD, rejects: [] },
      order: 'older',
      records: [],
      checks: {},
      approvals: [],
    },
  ],
];

test.each(CASES)('%s', (_name, expected, facts, rules = {}) => {
  expect(codes(rules, facts)).toEqual(expected);
});

test('before people were asked, missing approvals are not in the way', () => {
  expect(decideGate(RULES, BEFORE_APPROVAL)).toEqual({ allowed: true });
});

test('without the board the rest is judged; whoever holds the lock asks the board', () => {
  expect(decideGate(RULES, WITHOUT_BOARD)).toEqual({ allowed: true });
});

test('every refusal says what to do', () => {
  const all = CASES.flatMap(([, , facts, rules = {}]) => {
    const decision = decideGate({ ...RULES, ...rules }, { ...GOOD, ...facts });
    return decision.allowed ? [] : decision.refusals;
  });
  for (const refusal of all) {
    expect(refusal.fix).toMatch(/\S{2,}/);
    expect(refusal.message).not.toMatch(/undefined|NaN/);
  }
});

test('every combination of present, absent, foreign and revoked evidence has one answer', () => {
  const options: (readonly ProofRecord[])[] = [
    [record()],
    [record({ bundle: OTHER })],
    [DEPLOYED_ONLY],
    [record({ verdict: 'fail', at: NOW - MINUTE })],
    [record({ environment: 'develop' })],
  ];
  for (let mask = 0; mask < 2 ** options.length; mask++) {
    const records = options.filter((_, index) => mask & (2 ** index)).flat();
    const passed = (mask & 1) === 1 && (mask & 8) === 0;
    expect({ mask, allowed: codes({}, { records }).length === 0 }).toEqual({
      mask,
      allowed: passed,
    });
  }
});

test('the deciding record is the newest with a verdict', () => {
  const later = record({ verdict: 'fail', at: NOW });
  expect(decidingRecord([later, record()], 'staging', BUNDLE)).toBe(later);
  expect(decidingRecord([DEPLOYED_ONLY], 'staging', BUNDLE)).toBeUndefined();
});
