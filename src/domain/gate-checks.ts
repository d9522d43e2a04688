import type { Refusal } from './gate.ts';

/** A check run's state in GitHub's words; `pending` stands for all that has not ended. */
export type CheckState =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'stale'
  | 'startup_failure'
  | 'pending';

export type ChecksByName = Readonly<Record<string, CheckState>>;

/** Only `success` is green: skipped and neutral checks have checked nothing. */
export function judgeChecks(wanted: readonly string[], found: ChecksByName): readonly Refusal[] {
  return wanted.flatMap((name) => {
    const state = found[name];
    if (state === 'success') return [];
    if (state === undefined) {
      const there = Object.keys(found).slice(0, 8).join(', ');
      return [
        {
          code: 'check-missing',
          message: `The commit has no check "${name}"; it has: ${there || 'none'}`,
          fix: 'Run it on this commit (on: push of the branch), or mend its name in require.checks.',
        },
      ];
    }
    const code =
      state === 'pending'
        ? 'check-pending'
        : state === 'skipped' || state === 'neutral'
          ? 'check-skipped'
          : 'check-red';
    return [
      {
        code,
        message: `The check "${name}" is ${state}`,
        fix: code === 'check-pending' ? 'Wait for it.' : 'Make it succeed on this commit.',
      },
    ];
  });
}
