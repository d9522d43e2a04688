import { ActionError, describeError } from '../errors.ts';
import { quoted, sentences } from './markdown.ts';

/** Why it failed and what to do next, as lines of markdown; none when nothing failed. */
export function cause(failure: unknown): string[] {
  if (failure === undefined) return [];
  if (failure instanceof AggregateError) return failure.errors.flatMap(cause);
  const hint =
    failure instanceof ActionError && failure.hint
      ? ['', `**Next:** ${sentences(failure.hint)}`]
      : [];
  return ['', quoted(describeError(failure)), ...hint];
}
