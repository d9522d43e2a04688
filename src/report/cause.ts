import { ActionError, describeError } from '../errors.ts';

/** Why it failed and what to do next, as lines of markdown; none when nothing failed. */
export function cause(failure: unknown): string[] {
  if (failure === undefined) return [];
  if (failure instanceof AggregateError) return failure.errors.flatMap(cause);
  const quoted = describeError(failure)
    .split('\n')
    .map((line) => `> ${line}`);
  const hint =
    failure instanceof ActionError && failure.hint ? ['', `**Next:** ${failure.hint}`] : [];
  return ['', ...quoted, ...hint];
}
