import type {
  E2eAttempt,
  Evidence,
  IdentityCheck,
  ProbeTick,
} from '../../../src/domain/evidence.ts';
import { isWorse, judge, type ProofRules, type Verdict } from '../../../src/domain/verdict.ts';

const RULES: ProofRules = {
  e2e: true,
  maxFlaky: 2,
  probes: ['/health'],
  minSuccess: 0.99,
  soakMs: 60_000,
  proof: 'required',
};
const identity = (state: IdentityCheck['state']): IdentityCheck => ({
  at: '2026-11-21T12:00:00Z',
  state,
  problems: state === 'verified' ? [] : [`it is ${state}`],
});
const attempt = (change: Partial<E2eAttempt> = {}): E2eAttempt => ({
  ended: 'exit',
  code: 0,
  ms: 1000,
  lastLines: ['last words'],
  ...change,
});
const report = (passed: number, failed: readonly string[] = [], skipped = 0) => ({
  tests: passed + failed.length + skipped,
  passed,
  skipped,
  failed: failed.map((name) => ({ name, message: 'expected 2' })),
});
const ticks = (letters: string): ProbeTick[] =>
  [...letters].map((letter, index) => ({
    at: index * 1000,
    result: ({ g: 'good', b: 'bad', e: 'error' } as const)[letter as 'g'],
    message: letter === 'g' ? '200' : '503 not ready',
  }));
const GOOD: Evidence = {
  schema: 1,
  bundle: 'bdl-0123456789abcdef',
  environment: 'staging',
  run: '1.1',
  first: identity('verified'),
  last: identity('verified'),
  e2e: [attempt({ report: report(4) })],
  probes: [{ name: '/health', ticks: ticks('ggg') }],
  watched: 60_000,
  cancelled: false,
};
const { first: _first, ...WITHOUT_FIRST } = GOOD;
const { last: _last, ...WITHOUT_LAST } = GOOD;

const e2e = (...attempts: E2eAttempt[]): Evidence => ({ ...GOOD, e2e: attempts });
const probe = (letters: string): Evidence => ({
  ...GOOD,
  probes: [{ name: '/health', ticks: ticks(letters) }],
});
const failing = attempt({ code: 1, report: report(3, ['a']) });

type Case = [string, Evidence, Verdict, string[], Partial<ProofRules>?];
const CASES: Case[] = [
  ['everything good', GOOD, 'pass', []],
  // What runs.
  ['nobody looked at what runs', WITHOUT_FIRST, 'inconclusive', ['not-checked']],
  ['nobody looked at the end', WITHOUT_LAST, 'inconclusive', ['not-checked']],
  [
    'another bundle from the start',
    { ...GOOD, first: identity('other') },
    'inconclusive',
    ['wrong-bundle'],
  ],
  [
    'not all pods ready at the start',
    { ...GOOD, first: identity('behind') },
    'inconclusive',
    ['rollout-not-verified'],
  ],
  [
    'another bundle at the end',
    { ...GOOD, last: identity('other') },
    'inconclusive',
    ['superseded'],
  ],
  ['pods lost at the end', { ...GOOD, last: identity('behind') }, 'inconclusive', ['not-ready']],
  [
    'E2E failed against another bundle: it proves nothing',
    { ...e2e(failing), last: identity('other') },
    'inconclusive',
    ['superseded'],
  ],
  [
    'E2E failed and pods are lost: bad all the same',
    { ...e2e(failing), last: identity('behind') },
    'fail',
    ['e2e-failed', 'not-ready'],
  ],
  ['cancelled, whatever was seen', { ...e2e(failing), cancelled: true }, 'error', ['cancelled']],
  // E2E.
  ['E2E did not run', e2e(), 'inconclusive', ['e2e-not-run']],
  ['E2E exit code 1 with failed specs', e2e(failing), 'fail', ['e2e-failed']],
  ['E2E exit code 1 without a report asked for', e2e(attempt({ code: 1 })), 'fail', ['e2e-failed']],
  [
    'E2E exit code 1 though all specs passed',
    e2e(attempt({ code: 1, report: report(3) })),
    'fail',
    ['e2e-failed'],
  ],
  [
    'E2E exit code 0 with failed specs',
    e2e(attempt({ report: report(3, ['a']) })),
    'fail',
    ['e2e-failed'],
  ],
  ['E2E command not found', e2e(attempt({ code: 127 })), 'inconclusive', ['e2e-not-started']],
  [
    'E2E shell not started',
    e2e(attempt({ ended: 'not-started' })),
    'inconclusive',
    ['e2e-not-started'],
  ],
  ['E2E hangs', e2e(attempt({ ended: 'timeout' })), 'inconclusive', ['e2e-timeout']],
  [
    'E2E hangs after a spec failed',
    e2e(attempt({ ended: 'timeout', report: report(1, ['a']) })),
    'fail',
    ['e2e-failed'],
  ],
  ['E2E was killed', e2e(attempt({ ended: 'signal' })), 'inconclusive', ['e2e-signal']],
  [
    'E2E report is missing',
    e2e(attempt({ report: { problem: 'missing', message: 'm' } })),
    'inconclusive',
    ['report-missing'],
  ],
  [
    'E2E report is missing, exit code 1',
    e2e(attempt({ code: 1, report: { problem: 'missing', message: 'm' } })),
    'inconclusive',
    ['report-missing'],
  ],
  [
    'E2E report is malformed',
    e2e(attempt({ report: { problem: 'malformed', message: 'm' } })),
    'inconclusive',
    ['report-malformed'],
  ],
  [
    'E2E report is too large',
    e2e(attempt({ report: { problem: 'too-large', message: 'm' } })),
    'inconclusive',
    ['report-too-large'],
  ],
  ['E2E report holds no test', e2e(attempt({ report: report(0) })), 'inconclusive', ['no-tests']],
  [
    'E2E skipped every test',
    e2e(attempt({ report: report(0, [], 5) })),
    'inconclusive',
    ['no-tests'],
  ],
  ['E2E passed on the retry', e2e(failing, attempt({ report: report(4) })), 'pass', ['flaky']],
  [
    'E2E hung, then passed',
    e2e(attempt({ ended: 'timeout' }), attempt({ report: report(4) })),
    'pass',
    ['flaky'],
  ],
  [
    'too many specs needed the retry',
    e2e(attempt({ code: 1, report: report(1, ['a', 'b', 'c']) }), attempt({ report: report(4) })),
    'inconclusive',
    ['too-flaky'],
  ],
  ['E2E failed twice', e2e(failing, failing), 'fail', ['e2e-failed']],
  [
    'E2E failed, then hung',
    e2e(failing, attempt({ ended: 'timeout' })),
    'inconclusive',
    ['e2e-timeout'],
  ],
  // Probes.
  ['a probe that was never asked', { ...GOOD, probes: [] }, 'inconclusive', ['no-samples']],
  ['two answers only', probe('gg'), 'inconclusive', ['no-samples']],
  ['three bad answers in a row', probe('gggbbb'), 'fail', ['probe-failed']],
  ['three bad answers in a row, then good ones', probe('bbbggggggg'), 'fail', ['probe-failed']],
  ['one bad answer of three', probe('ggb'), 'inconclusive', ['too-few-samples']],
  ['one bad answer of a hundred', probe(`b${'g'.repeat(99)}`), 'pass', []],
  ['two bad answers of a hundred', probe(`bgb${'g'.repeat(97)}`), 'fail', ['probe-failed']],
  ['five failures of our own in a row', probe('geeeee'), 'error', ['probe-error']],
  ['failures of our own now and then', probe('egegeg'), 'pass', []],
  ['only failures of our own', probe('eeee'), 'inconclusive', ['no-samples']],
  // Soak.
  ['the soak was cut', { ...GOOD, watched: 30_000 }, 'inconclusive', ['soak-cut']],
  ['the soak was cut by a failure', { ...e2e(failing), watched: 0 }, 'fail', ['e2e-failed']],
  // No rules.
  ['nothing was configured', GOOD, 'inconclusive', ['no-evidence'], { e2e: false, probes: [] }],
  [
    'the rollout is the proof',
    GOOD,
    'pass',
    ['rollout-only'],
    { e2e: false, probes: [], proof: 'rollout' },
  ],
  [
    'the rollout is the proof, and E2E failed',
    e2e(failing),
    'fail',
    ['e2e-failed'],
    { proof: 'rollout' },
  ],
  ['E2E alone', { ...GOOD, probes: [] }, 'pass', [], { probes: [] }],
  ['probes alone', e2e(), 'pass', [], { e2e: false }],
  // The worst wins.
  [
    'a bad probe and an inconclusive E2E',
    { ...probe('bbb'), e2e: [] },
    'fail',
    ['probe-failed', 'e2e-not-run'],
  ],
  [
    'our own failure and an inconclusive E2E',
    { ...probe('eeeee'), e2e: [] },
    'error',
    ['probe-error', 'e2e-not-run'],
  ],
];

test.each(CASES)('%s', (_name, evidence, verdict, codes, rules = {}) => {
  const judgement = judge(evidence, { ...RULES, ...rules });
  expect(judgement.verdict).toBe(verdict);
  expect(judgement.reasons.map((reason) => reason.code)).toEqual(codes);
});

test('nothing but evidence for every rule passes: each part taken away is never a pass', () => {
  const parts: Partial<Evidence>[] = [
    { e2e: [] },
    { probes: [] },
    { probes: [{ name: '/other', ticks: ticks('ggg') }] },
    { watched: 0 },
    { first: identity('other') },
    { first: identity('behind') },
    { last: identity('other') },
    { last: identity('behind') },
    { cancelled: true },
  ];
  for (let mask = 1; mask < 2 ** parts.length; mask++) {
    const taken = parts.filter((_, index) => mask & (2 ** index));
    const evidence = Object.assign({}, GOOD, ...taken) as Evidence;
    expect(judge(evidence, RULES).verdict).not.toBe('pass');
  }
  expect(judge({ ...WITHOUT_FIRST, e2e: [], probes: [] }, RULES).verdict).toBe('inconclusive');
});

test('pass < inconclusive < error < fail', () => {
  expect(isWorse('fail', 'error')).toBe(true);
  expect(isWorse('error', 'inconclusive')).toBe(true);
  expect(isWorse('inconclusive', 'pass')).toBe(true);
  expect(isWorse('pass', 'pass')).toBe(false);
});
