import type { StepDefinition } from '../language/step.ts';
import { resolveText } from '../language/template.ts';
import { checkoutStep } from './checkout.ts';
import type { JobState, StepScope } from './job-state.ts';
import { isCheckout, isLocal, loadAction } from './load-action.ts';
import { runScript } from './run-script.ts';
import type { ActionStep, Executed, Execution } from './run-step.ts';
import { runAction, runPre } from './run-uses.ts';

/** What a step of a file becomes: its own run, and one before all steps where its action has it. */
export interface PlannedStep {
  readonly pre: ActionStep | undefined;
  readonly main: ActionStep;
}

/**
 * Makes a step ready to run; the action it uses is fetched now, unless it is a local one.
 * @throws {Error} where the action is not there or cannot be run here
 */
export async function planStep(
  job: JobState,
  scope: StepScope,
  definition: StepDefinition,
): Promise<PlannedStep> {
  const { uses } = definition;
  const main = (execute: (execution: Execution) => Promise<Executed>): ActionStep => ({
    id: definition.id,
    title: (expressions) =>
      resolveText(definition.name, expressions) ||
      `Run ${uses ?? resolveText(definition.run, expressions).trimStart().split('\n')[0]}`,
    condition: definition.condition,
    env: definition.env,
    timeout: definition.timeout,
    continueOnError: definition.continueOnError,
    scope,
    execute,
    remembered: true,
  });
  if (uses === undefined) {
    return { pre: undefined, main: main((execution) => runScript(job, definition, execution)) };
  }
  if (isCheckout(uses)) {
    return {
      pre: undefined,
      main: main((execution) => checkoutStep(job, scope, definition, execution)),
    };
  }
  const use = { job, scope, definition, state: {}, postRegistered: false };
  if (isLocal(uses)) {
    return {
      pre: undefined,
      main: main(async (execution) =>
        runAction(use, await loadAction(job, scope.origin, uses), execution),
      ),
    };
  }
  const loaded = await loadAction(job, scope.origin, uses);
  return {
    pre: runPre(use, loaded, main),
    main: main((execution) => runAction(use, loaded, execution)),
  };
}
