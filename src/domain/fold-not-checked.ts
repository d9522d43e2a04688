import type { CheckFinding } from './check-finding.ts';

/**
 * Findings `not-checked` with the same reason as one: who lacks one right would else be told of
 * each object. All other findings stay as they are.
 */
export function foldNotChecked(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const groups = Map.groupBy(findings, (finding, index) =>
    finding.outcome === 'not-checked' ? `${finding.check} ${reasonOf(finding)}` : index,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    if (others.length === 0) return [first];
    return [{ ...first, message: `${first.message} (the same for ${others.length} more)` }];
  });
}

/** A message without the names in it. */
const reasonOf = ({ message }: CheckFinding): string =>
  message.replace(/"[^"]*"|\S+\/\S+/g, '').slice(0, 200);
