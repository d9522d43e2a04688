import { holds, type Scope } from '../language/evaluate.ts';
import { resolve, resolveTexts, type Token } from '../language/template.ts';
import { type ObjectValue, toText } from '../language/value.ts';
import type { JobResult } from '../result.ts';
import { fail, type JobState, type StepScope } from './job-state.ts';
import { stepExpressions } from './step-expressions.ts';

/** A step that can be run: of a file, or one that an action registered for the end. */
export interface ActionStep {
  readonly id: string;
  /** What the page shows, once its expressions are known. */
  readonly title: (expressions: Scope) => string;
  readonly condition: string;
  readonly env: Token | undefined;
  readonly timeout: Token | undefined;
  readonly continueOnError: Token | undefined;
  readonly scope: StepScope;
  readonly execute: (execution: Execution) => Promise<Executed>;
  /** Whether `steps.<id>` tells of it: not for pre and post. */
  readonly remembered: boolean;
}

/** What a step gets to run with. */
export interface Execution {
  readonly expressions: Scope;
  /** The job's `env`, GITHUB_ENV and its own. */
  readonly env: Readonly<Record<string, string>>;
  readonly github: ObjectValue;
  /** Aborted when the step is to end: cancel or timeout. */
  readonly stop: AbortSignal;
  readonly title: string;
}

export interface Executed {
  readonly failed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface StepEnd {
  readonly outcome: JobResult;
  readonly conclusion: JobResult;
}

/**
 * Runs one step by the runner's rules: `env`, then `if`, then the step under its timeout; a cancel
 * asks `if` again and ends the step where it no longer holds.
 * Source: actions/runner 2.336, `StepsRunner.cs`.
 * @param announce called with its title once it is known whether the step runs
 */
export async function runStep(
  job: JobState,
  step: ActionStep,
  announce: (title: string, runs: boolean) => void,
): Promise<StepEnd> {
  const { scope } = step;
  const github = {
    ...(job.contexts.github as ObjectValue),
    action: step.id,
    ...scope.action?.github,
  };
  const shared = { ...job.env, ...scope.action?.env };
  let env: Readonly<Record<string, string>> = shared;
  let title = step.id;
  const expressions = (): Scope => stepExpressions(job, scope, env, github);
  const remember = (end: StepEnd, outputs: Executed['outputs'] = {}): StepEnd => {
    if (step.remembered) scope.steps[step.id] = { ...end, outputs };
    return end;
  };
  const broken = (error: unknown): StepEnd => {
    announce(title, true);
    fail(job, messageOf(error));
    return remember({ outcome: 'failure', conclusion: 'failure' });
  };
  try {
    env = { ...shared, ...resolveTexts(step.env, expressions()) };
    title = titleOf(step, expressions());
    if (!holds(step.condition, expressions())) {
      announce(title, false);
      return remember({ outcome: 'skipped', conclusion: 'skipped' });
    }
  } catch (error) {
    return broken(error);
  }
  announce(title, true);
  const minutes = await timeoutOf(job, step, expressions());
  const limit = startLimit(job, step, minutes, () => holds(step.condition, expressions()));
  let executed: Executed = { failed: true, outputs: {} };
  try {
    executed = await step.execute({
      expressions: expressions(),
      env,
      github,
      stop: limit.stop,
      title,
    });
  } catch (error) {
    fail(job, messageOf(error));
  } finally {
    limit.clear();
  }
  const outcome = outcomeOf(job, limit, executed.failed, title, minutes);
  return remember(
    { outcome, conclusion: concludeOf(job, step, outcome, expressions()) },
    executed.outputs,
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** A title that cannot be evaluated does not stop the step. */
function titleOf(step: ActionStep, expressions: Scope): string {
  try {
    return step.title(expressions);
  } catch {
    return step.id;
  }
}

async function timeoutOf(job: JobState, step: ActionStep, expressions: Scope): Promise<number> {
  if (step.timeout === undefined) return 0;
  try {
    return Number(resolve(step.timeout, expressions));
  } catch (error) {
    fail(job, 'An error occurred when attempting to determine the step timeout.');
    fail(job, messageOf(error));
    return 0;
  }
}

interface Limit {
  readonly stop: AbortSignal;
  readonly timedOut: () => boolean;
  readonly clear: () => void;
}

/** Ends the step at its timeout, with the step above, or on cancel unless `if` still holds. */
function startLimit(
  job: JobState,
  step: ActionStep,
  minutes: number,
  stillHolds: () => boolean,
): Limit {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  let timedOut = false;
  const timer =
    minutes > 0
      ? setTimeout(
          () => {
            timedOut = true;
            end();
          },
          minutes * (job.run.settings.minute ?? 60_000),
        )
      : undefined;
  const onCancel = (): void => {
    try {
      if (!stillHolds()) end();
    } catch {
      end();
    }
  };
  job.cancelled.addEventListener('abort', onCancel);
  const hard = [job.ended, step.scope.stop].filter((signal) => signal !== undefined);
  for (const signal of hard) {
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  }
  return {
    stop: stop.signal,
    timedOut: () => timedOut,
    clear: () => {
      clearTimeout(timer);
      job.cancelled.removeEventListener('abort', onCancel);
      for (const signal of hard) signal.removeEventListener('abort', end);
    },
  };
}

function outcomeOf(
  job: JobState,
  limit: Limit,
  failed: boolean,
  title: string,
  minutes: number,
): JobResult {
  if (limit.timedOut()) {
    fail(job, `The action '${title}' has timed out after ${minutes} minutes.`);
    return 'failure';
  }
  if (limit.stop.aborted) {
    fail(job, 'The operation was canceled.');
    return 'cancelled';
  }
  return failed ? 'failure' : 'success';
}

function concludeOf(
  job: JobState,
  step: ActionStep,
  outcome: JobResult,
  expressions: Scope,
): JobResult {
  if (outcome !== 'failure' || step.continueOnError === undefined) return outcome;
  try {
    return toText(resolve(step.continueOnError, expressions)) === 'true' ? 'success' : outcome;
  } catch (error) {
    fail(job, messageOf(error));
    return outcome;
  }
}
