/**
 * `npm test`: the checks, then unit, contract and integration tests; the last line is the sum.
 * `npm test -- unit contract`: only these. Further arguments go to jest: `npm test -- unit define`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingForSandbox, prepareMachine } from '../sandbox/machine.ts';
import { terminalProgress } from '../sandbox/world/progress.ts';
import { describeCheck, runChecks } from './check/checks.ts';
import { type AllowedSkip, closing, unexpectedSkips } from './test/closing.ts';
import { runJest } from './test/jest.ts';
import type { Outcome } from './test/outcome.ts';
import { withSandbox } from './test/sandbox.ts';

const SUITES = ['check', 'unit', 'contract', 'integration'];
const root = join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const named = given.filter((arg) => SUITES.includes(arg));
const suites = named.length > 0 ? named : SUITES;
const args = given.filter((arg) => !SUITES.includes(arg));

// Ctrl-C reaches jest and the sandbox by itself; this process stays to clean up and to sum up.
process.on('SIGINT', () => {});

const missing = missingForSandbox();
if (missing.length > 0 && suites.includes('integration')) {
  console.log(`Integration tests are skipped: the sandbox needs ${missing.join('; ')}.`);
  console.log('All other suites run.\n');
}

// A minimal Debian lacks commands that the contract tests and the sandbox use.
if (missing.length === 0) await prepareMachine(terminalProgress());

const outcomes: Outcome[] = [];
if (suites.includes('check')) outcomes.push(...(await checks()));
const fast = suites.filter((suite) => suite === 'unit' || suite === 'contract');
if (fast.length > 0)
  outcomes.push(...(await runJest({ root, projects: fast, args: patient(args) })));
if (suites.includes('integration')) outcomes.push(...(await integration()));

const unexpected = process.env.CI === 'true' ? unexpectedSkips(outcomes, allowedSkips()) : [];
const refusal =
  outcomes.length === 0
    ? 'No test ran: that is a failure.'
    : unexpected.length > 0
      ? `CI accepts only the skips of test/allowed-skips.json: ${unexpected.length} others.`
      : undefined;
if (refusal) console.log(`\n${refusal}`);
console.log(closing(outcomes).join('\n'));
const failed = outcomes.some((outcome) => outcome.status === 'failed');
process.exitCode = failed || refusal ? 1 : 0;

/** Jest's own limit is 5 s: a busy machine starts no program for longer. */
function patient(jest: readonly string[]): readonly string[] {
  return ['--testTimeout', '120000', ...jest];
}

async function checks(): Promise<readonly Outcome[]> {
  console.log('check');
  const results = await runChecks(root, (result) => console.log(describeCheck(result)));
  return results.map((result) => ({
    suite: 'check',
    path: [result.name],
    status: result.passed ? 'passed' : 'failed',
    ms: result.seconds * 1000,
    reason: result.passed ? '' : result.output,
  }));
}

async function integration(): Promise<readonly Outcome[]> {
  const run = { root, projects: ['integration'], args: patient(args) };
  if (missing.length > 0) {
    return runJest({ ...run, skipAll: `the sandbox needs ${missing.join('; ')}` });
  }
  console.log('sandbox');
  const ran = await withSandbox(root, () => runJest(run));
  const down: Outcome = {
    suite: 'integration',
    path: ['the sandbox did not come up'],
    status: 'failed',
    ms: 0,
    reason: '',
  };
  return ran ?? [down];
}

function allowedSkips(): readonly AllowedSkip[] {
  const file = join(root, 'test', 'allowed-skips.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AllowedSkip[]) : [];
}
