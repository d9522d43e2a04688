import type { E2eAttempt, E2eReport } from './evidence.ts';
import type { Reason } from './verdict.ts';

/**
 * What the attempts of the E2E command prove. A pass on a retry is a pass with the reason `flaky`,
 * as long as no more than `maxFlaky` specs needed the retry.
 */
export function judgeE2e(attempts: readonly E2eAttempt[], maxFlaky: number): readonly Reason[] {
  const last = attempts.at(-1);
  if (last === undefined)
    return [say('e2e-not-run', 'inconclusive', 'The E2E command did not run')];
  const outcome = judgeAttempt(last);
  if (outcome !== undefined) return [outcome];
  return attempts.length === 1 ? [] : [judgeRetry(attempts, maxFlaky)];
}

/** Whether another attempt could say more: a first one that was bad, or said nothing, may be flaky. */
export const wantsRetry = (attempt: E2eAttempt): boolean =>
  attempt.ended !== 'stopped' &&
  attempt.ended !== 'not-started' &&
  judgeAttempt(attempt) !== undefined;

function judgeAttempt(attempt: E2eAttempt): Reason | undefined {
  const { report } = attempt;
  if (report && 'failed' in report && report.failed.length > 0) return failed(report);
  if (attempt.ended === 'not-started') {
    return say('e2e-not-started', 'inconclusive', lastWords('The E2E command', attempt));
  }
  if (attempt.ended !== 'exit') {
    const how = {
      timeout: 'did not end in time',
      signal: 'was killed',
      stopped: 'was stopped',
    }[attempt.ended];
    return say(`e2e-${attempt.ended}`, 'inconclusive', lastWords(`E2E ${how}`, attempt));
  }
  if (report && 'problem' in report) {
    return say(`report-${report.problem}`, 'inconclusive', report.message);
  }
  if (attempt.code !== 0) {
    const end = `E2E ended with exit code ${attempt.code}`;
    // What the shell says when there is no such command or it may not be run (POSIX).
    if (attempt.code === 126 || attempt.code === 127) {
      return say('e2e-not-started', 'inconclusive', lastWords(end, attempt));
    }
    return say('e2e-failed', 'fail', lastWords(end, attempt));
  }
  if (report && report.passed === 0) {
    const what = report.tests === 0 ? 'holds no test' : `has ${report.skipped} tests, all skipped`;
    return say('no-tests', 'inconclusive', `The E2E report ${what}`);
  }
  return undefined;
}

function judgeRetry(attempts: readonly E2eAttempt[], maxFlaky: number): Reason {
  const specs = new Set(attempts.slice(0, -1).flatMap(failedNames));
  const names = [...specs].slice(0, 3).join(', ');
  const which = specs.size === 0 ? 'the command' : `${specs.size} specs (${names})`;
  const message = `E2E passed on attempt ${attempts.length} only: ${which} failed before`;
  return specs.size > maxFlaky
    ? say('too-flaky', 'inconclusive', `${message}; allowed are ${maxFlaky}`)
    : say('flaky', 'pass', message);
}

function failed(report: E2eReport): Reason {
  const [first] = report.failed;
  const count = `${report.failed.length} of ${report.tests} specs failed`;
  return say('e2e-failed', 'fail', `${count}: ${first?.name}: ${first?.message}`);
}

const failedNames = ({ report }: E2eAttempt): readonly string[] =>
  report && 'failed' in report ? report.failed.map((spec) => spec.name) : [];

const lastWords = (what: string, attempt: E2eAttempt): string => {
  const said = attempt.lastLines.at(-1);
  return said === undefined ? what : `${what}: ${said}`;
};

const say = (code: string, verdict: Reason['verdict'], message: string): Reason => ({
  code,
  verdict,
  message,
});
