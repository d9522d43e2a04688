import type { Outcome } from './outcome.ts';

/** A skip that CI accepts: the test's path begins so, and it gives this reason. */
export interface AllowedSkip {
  readonly test: string;
  readonly reason: string;
}

const name = (outcome: Outcome): string => outcome.path.join(' › ');
const count = (outcomes: readonly Outcome[], status: Outcome['status']): number =>
  outcomes.filter((outcome) => outcome.status === status).length;

/** The skips that CI does not accept. */
export function unexpectedSkips(
  outcomes: readonly Outcome[],
  allowed: readonly AllowedSkip[],
): readonly Outcome[] {
  return outcomes.filter(
    (outcome) =>
      outcome.status === 'skipped' &&
      !allowed.some((it) => name(outcome).startsWith(it.test) && it.reason === outcome.reason),
  );
}

/** The end of a run's output: slow tests, skipped ones by reason, failures, and the closing line. */
export function closing(outcomes: readonly Outcome[]): readonly string[] {
  const slow = outcomes
    .filter((outcome) => outcome.suite !== 'check' && outcome.ms >= 100)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 10)
    .map((outcome) => `  ${(outcome.ms / 1000).toFixed(1).padStart(6)} s  ${name(outcome)}`);
  const skipped = outcomes.filter((outcome) => outcome.status === 'skipped');
  const reasons = Map.groupBy(skipped, (outcome) => outcome.reason || 'no reason was given');
  const failed = outcomes.filter((outcome) => outcome.status === 'failed');
  return [
    ...section('Slowest', slow),
    ...section(
      'Skipped',
      [...reasons].flatMap(([reason, of]) => [`  ${reason}`, ...of.map((o) => `    ○ ${name(o)}`)]),
    ),
    ...section(
      'Failed',
      failed.flatMap((outcome) => [
        `  ✘ ${outcome.suite === 'check' ? 'check › ' : ''}${name(outcome)}`,
        ...beginning(outcome.reason).map((line) => `      ${line}`.trimEnd()),
      ]),
    ),
    '',
    `${count(outcomes, 'passed')} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ];
}

/** Who sees the end of a long log alone must see why: what failed stands there once more. */
function beginning(reason: string): readonly string[] {
  const lines = reason.split('\n').filter((line, index) => line !== '' || index > 0);
  return lines.length > 25 ? [...lines.slice(0, 25), '…'] : lines;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];
