import type { Functions, Scope } from '../language/evaluate.ts';
import type { Value } from '../language/value.ts';
import { hashFiles } from './hash-files.ts';
import type { JobState, StepScope } from './job-state.ts';

/** Contexts a composite action's steps do not have. */
const NOT_IN_COMPOSITE = ['vars', 'secrets', 'needs'];

/** What expressions of a step see. @param env of the step, over the job's */
export function stepExpressions(
  job: JobState,
  scope: StepScope,
  env: Readonly<Record<string, string>>,
  github: Readonly<Record<string, Value>>,
): Scope {
  const own = scope.action && { inputs: scope.action.inputs };
  const contexts = {
    ...job.contexts,
    job: { ...(job.contexts.job as Record<string, Value>), status: job.status },
    github,
    env: { ...env },
    // Copied: expressions keep what they have seen of a value.
    steps: { ...scope.steps } as unknown as Value,
    ...own,
  };
  return {
    contexts: scope.action
      ? Object.fromEntries(
          Object.entries(contexts).filter(([name]) => !NOT_IN_COMPOSITE.includes(name)),
        )
      : contexts,
    functions: { ...statusFunctions(job, scope), hashFiles: hashing(job) },
  };
}

/** Inside a composite action, success and failure speak of its own steps. */
const statusFunctions = (job: JobState, scope: StepScope): Functions => ({
  always: () => true,
  cancelled: () => job.status === 'cancelled',
  success: () =>
    scope.action ? !scope.failed && job.status !== 'cancelled' : job.status === 'success',
  failure: () => (scope.action ? scope.failed : job.status === 'failure'),
});

const hashing =
  (job: JobState) =>
  (...patterns: readonly Value[]): string =>
    hashFiles(job.workspace, patterns.map(String));
