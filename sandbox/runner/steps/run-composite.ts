import type { StepDefinition } from '../language/step.ts';
import { resolveText } from '../language/template.ts';
import { fail, type StepScope } from './job-state.ts';
import type { LoadedAction } from './load-action.ts';
import { planStep } from './plan-step.ts';
import { type Executed, type Execution, runStep } from './run-step.ts';
import { type ActionUse, actionFacts } from './run-uses.ts';
import { stepExpressions } from './step-expressions.ts';

/**
 * Runs the steps of a composite action inside the step that uses it. Its outputs are set whatever
 * became of its steps. Source: actions/runner 2.336, `CompositeActionHandler.cs`.
 */
export async function runComposite(
  { job, definition, scope: outer }: ActionUse,
  loaded: LoadedAction,
  steps: readonly StepDefinition[],
  inputs: Readonly<Record<string, string>>,
  execution: Execution,
): Promise<Executed> {
  const { action, origin } = loaded;
  const own = Object.keys(execution.env).filter((name) => execution.env[name] !== job.env[name]);
  const scope: StepScope = {
    action: {
      inputs,
      github: { action_path: action.folder, ...actionFacts(loaded) },
      // Only what the step set itself: GITHUB_ENV may change the rest under way.
      env: {
        ...outer.action?.env,
        ...Object.fromEntries(own.map((name) => [name, execution.env[name] ?? ''])),
      },
    },
    origin,
    steps: {},
    failed: false,
    stop: execution.stop,
  };
  for (const step of steps) {
    const { main, pre } = await planStep(job, scope, step);
    if (pre !== undefined) {
      throw new Error(`${step.uses}: pre inside a composite action is not known to the sandbox`);
    }
    const end = await runStep(job, main, (title, runs) => {
      if (runs) job.log(`##[group]${job.reader.mask(title)} (${definition.id})`);
      if (runs) job.log('##[endgroup]');
    });
    if (end.conclusion === 'failure' || end.conclusion === 'cancelled') scope.failed = true;
  }
  const github = { ...execution.github, ...scope.action?.github };
  const expressions = stepExpressions(job, scope, execution.env, github);
  const outputs: Record<string, string> = {};
  let broken = false;
  for (const [name, value] of action.outputs) {
    try {
      outputs[name] = resolveText(value, expressions);
    } catch (error) {
      fail(job, error instanceof Error ? error.message : String(error));
      broken = true;
    }
  }
  return { failed: scope.failed || broken, outputs };
}
