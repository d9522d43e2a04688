import { conditions, features, workflows } from './parser.ts';
import { entries, isMapping, type Token } from './template.ts';

/** One step of a job or of a composite action, as written. */
export interface StepDefinition {
  /** Its own, or the runner's: `__run`, `__run_2`, `__acme_tools`. */
  readonly id: string;
  readonly name: Token | undefined;
  /** With `success() &&` where it names no status function. */
  readonly condition: string;
  readonly run: Token | undefined;
  readonly uses: string | undefined;
  readonly with: Token | undefined;
  readonly env: Token | undefined;
  readonly shell: Token | undefined;
  readonly workingDirectory: Token | undefined;
  readonly timeout: Token | undefined;
  readonly continueOnError: Token | undefined;
}

/** Reads steps that passed GitHub's schema. */
export function readSteps(tokens: readonly Token[]): readonly StepDefinition[] {
  const taken = new Set(tokens.map((token) => entries(token).get('id')?.toString()));
  const ownId = (base: string): string => {
    for (let count = 1; ; count++) {
      const id = count === 1 ? base : `${base}_${count}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
  return tokens.filter(isMapping).map((token) => {
    const step = entries(token);
    const uses = step.get('uses')?.toString();
    return {
      id: step.get('id')?.toString() ?? ownId(`__${uses === undefined ? 'run' : slug(uses)}`),
      name: step.get('name'),
      condition: readCondition(step.get('if')),
      run: step.get('run'),
      uses,
      with: step.get('with'),
      env: step.get('env'),
      shell: step.get('shell'),
      workingDirectory: step.get('working-directory'),
      timeout: step.get('timeout-minutes'),
      continueOnError: step.get('continue-on-error'),
    };
  });
}

/** `acme/tools/lint@v1` → `acme_tools_lint`; a local action is `self`, as on GitHub. */
const slug = (uses: string): string =>
  /^[.$]\//.test(uses) ? 'self' : uses.replace(/@.*$/, '').replaceAll(/[^A-Za-z0-9_-]/g, '_');

function readCondition(token: Token | undefined): string {
  if (token === undefined) return 'success()';
  const context = contextForErrors();
  const condition = conditions.convertToIfCondition(context, token);
  const [error] = context.errors.getErrors();
  if (condition === undefined || error !== undefined) throw new Error(error?.message ?? 'bad if');
  return condition.expression;
}

/** The converter reports into a context; an empty file gives one. */
function contextForErrors() {
  const trace = new workflows.NoOperationTraceWriter();
  const { context } = workflows.parseWorkflow({ name: 'if', content: '{}' }, trace);
  context.errors.clear();
  context.state.featureFlags = features;
  return context;
}
