import type { Functions } from '../language/evaluate.ts';
import type { JobResult } from '../result.ts';

/**
 * The status functions of a job's `if`. They look at all jobs above it, not only at those it names
 * in `needs`: one that was skipped far up skips everything below that asks for `success()`.
 * Source: docs, "Evaluate expressions", status check functions; actions/runner#491.
 */
export const jobStatusFunctions = (
  ancestors: readonly JobResult[],
  runCancelled: boolean,
): Functions => ({
  always: () => true,
  cancelled: () => runCancelled,
  failure: () => ancestors.includes('failure'),
  success: () => !runCancelled && ancestors.every((result) => result === 'success'),
});
