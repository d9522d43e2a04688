import type { Scope } from '../language/evaluate.ts';
import type { StepDefinition } from '../language/step.ts';
import { resolveText, resolveTexts } from '../language/template.ts';
import type { ObjectValue } from '../language/value.ts';
import { type JobState, type StepScope, warn } from './job-state.ts';
import type { LoadedAction } from './load-action.ts';
import { runComposite } from './run-composite.ts';
import { runProcess } from './run-process.ts';
import type { ActionStep, Executed, Execution } from './run-step.ts';

/** One use of an action: what its parts share. */
export interface ActionUse {
  readonly job: JobState;
  readonly scope: StepScope;
  readonly definition: StepDefinition;
  /** GITHUB_STATE of its parts so far. */
  readonly state: Record<string, string>;
  postRegistered: boolean;
}

/** Runs `main` of a JavaScript action, or the steps of a composite one. */
export async function runAction(
  use: ActionUse,
  loaded: LoadedAction,
  execution: Execution,
): Promise<Executed> {
  const { job } = use;
  const inputs = inputsOf(use, loaded, execution.expressions);
  job.log(`##[group]Run ${use.definition.uses}`);
  for (const [name, value] of Object.entries(inputs)) {
    if (value !== '') job.log(job.reader.mask(`  ${name}: ${value}`));
  }
  job.log('##[endgroup]');
  const { runs } = loaded.action;
  if (runs.using === 'composite') return runComposite(use, loaded, runs.steps, inputs, execution);
  if (runs.pre !== undefined && loaded.named === undefined) {
    warn(job, `\`pre\` execution is not supported for local action from '${use.definition.uses}'`);
  }
  registerPost(use, loaded, execution.title);
  return runNode(use, loaded, runs.main, inputs, execution);
}

/** The step that runs an action's `pre` before all steps of the job. */
export function runPre(
  use: ActionUse,
  loaded: LoadedAction,
  main: (execute: ActionStep['execute']) => ActionStep,
): ActionStep | undefined {
  const { runs } = loaded.action;
  if (runs.using === 'composite' || runs.pre === undefined) return undefined;
  const { script, condition } = runs.pre;
  const own = main((execution) => {
    registerPost(use, loaded, execution.title.replace(/^Pre /, ''));
    return runNode(use, loaded, script, inputsOf(use, loaded, execution.expressions), execution);
  });
  return {
    ...own,
    title: (expressions) => `Pre ${own.title(expressions)}`,
    condition,
    remembered: false,
  };
}

/** Posts run after all steps, the last registered first. */
function registerPost(use: ActionUse, loaded: LoadedAction, title: string): void {
  const { runs } = loaded.action;
  if (runs.using === 'composite' || runs.post === undefined || use.postRegistered) return;
  use.postRegistered = true;
  const { script, condition } = runs.post;
  use.job.posts.push({
    id: use.definition.id,
    title: () => `Post ${title}`,
    condition,
    env: use.definition.env,
    timeout: undefined,
    continueOnError: use.definition.continueOnError,
    // The list it stood in ended: only the job can stop it now.
    scope: { ...use.scope, stop: undefined },
    remembered: false,
    execute: (execution) =>
      runNode(use, loaded, script, inputsOf(use, loaded, execution.expressions), execution),
  });
}

async function runNode(
  use: ActionUse,
  loaded: LoadedAction,
  script: string,
  inputs: Readonly<Record<string, string>>,
  execution: Execution,
): Promise<Executed> {
  const { job, state } = use;
  const ended = await runProcess(job, {
    // Node 20 is out of support: the runner runs its actions on 24 as well.
    argv: [process.execPath, script],
    cwd: job.workspace,
    env: execution.env,
    extra: {
      ...job.service,
      ...job.idToken,
      ...prefixed('INPUT_', inputs, (name) => name.replaceAll(' ', '_').toUpperCase()),
      ...prefixed('STATE_', state, (name) => name),
    },
    github: { ...execution.github, ...actionFacts(loaded) },
    stop: execution.stop,
  });
  Object.assign(state, ended.state);
  return { failed: ended.code !== 0 || ended.refused, outputs: ended.outputs };
}

/** GITHUB_ACTION_REPOSITORY and GITHUB_ACTION_REF. */
export const actionFacts = ({ named }: LoadedAction): ObjectValue =>
  named === undefined ? {} : { action_repository: named.repository, action_ref: named.ref };

const prefixed = (
  prefix: string,
  values: Readonly<Record<string, string>>,
  rename: (name: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${rename(name)}`, value]),
  );

/** `with:` over the defaults of action.yml. `required` is not enforced, as on GitHub. */
function inputsOf(
  { job, definition }: ActionUse,
  { action }: LoadedAction,
  expressions: Scope,
): Readonly<Record<string, string>> {
  const given = resolveTexts(definition.with, expressions);
  const names = [...action.inputs.keys()];
  const canonical = (name: string): string =>
    names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
  const defaults = [...action.inputs].map(
    ([name, input]) => [name, resolveText(input.default, expressions)] as const,
  );
  const unexpected = Object.keys(given).filter((name) => !action.inputs.has(canonical(name)));
  if (unexpected.length > 0) {
    warn(
      job,
      `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${names.join("', '")}']`,
    );
  }
  for (const name of Object.keys(given)) {
    const message = action.inputs.get(canonical(name))?.deprecation;
    if (message !== undefined) {
      warn(job, `Input '${name}' has been deprecated with message: ${message}`);
    }
  }
  return {
    ...Object.fromEntries(defaults),
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [canonical(name), value])),
  };
}
