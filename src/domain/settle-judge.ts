import type { Diagnosis } from './diagnosis.ts';

/** What seems wrong after helm said done, and when it may be told. */
export interface SettleProblem {
  readonly diagnosis: Diagnosis;
  /** It counts only if it is still so when the time to settle is over. */
  readonly mayPass: boolean;
  /** How long it must have stood, ms: what ends it, or explains it better, may be on its way. */
  readonly stands: number;
}

/** @returns the first problem to tell now, of those that are seen now */
export type SettleJudge = (
  problems: readonly SettleProblem[],
  now: number,
  over: boolean,
) => SettleProblem | undefined;

/** Remembers since when each problem stands without a break; to be asked at every look. */
export function createSettleJudge(): SettleJudge {
  let since: ReadonlyMap<string, number> = new Map();
  return (problems, now, over) => {
    since = new Map(problems.map(keyOf).map((key) => [key, since.get(key) ?? now]));
    const stood = (problem: SettleProblem): number => now - (since.get(keyOf(problem)) ?? now);
    return problems.find(
      (problem) => (over || !problem.mayPass) && stood(problem) >= problem.stands,
    );
  };
}

const keyOf = ({ diagnosis: { code, namespace, object, container } }: SettleProblem): string =>
  `${code} ${namespace}/${object}/${container}`;
