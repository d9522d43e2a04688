import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions, workflows } from './parser.ts';
import { readSteps, type StepDefinition } from './step.ts';
import { entries, items, literal, type Token } from './template.ts';

/** An action.yml as the runner runs it. */
export interface Action {
  /** Where action.yml lies. */
  readonly folder: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  /** The values of a composite action's outputs. */
  readonly outputs: ReadonlyMap<string, Token>;
  readonly runs: CompositeRuns | NodeRuns;
}

interface ActionInput {
  readonly default: Token | undefined;
  readonly deprecation: string | undefined;
}

interface CompositeRuns {
  readonly using: 'composite';
  readonly steps: readonly StepDefinition[];
}

export interface NodeRuns {
  readonly using: 'node20' | 'node24';
  /** Absolute paths. */
  readonly main: string;
  readonly pre: Hook | undefined;
  readonly post: Hook | undefined;
}

interface Hook {
  readonly script: string;
  readonly condition: string;
}

/**
 * Reads `action.yml` or `action.yaml` of a folder by GitHub's schema.
 * @param shown how messages name the folder
 * @throws {Error} where there is none, it is not valid, or it is of a kind the sandbox cannot run
 */
export function readAction(folder: string, shown: string): Action {
  const name = ['action.yml', 'action.yaml'].find((one) => existsSync(join(folder, one)));
  if (name === undefined) {
    throw new Error(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${shown}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  const content = readFileSync(join(folder, name), 'utf8');
  const trace = new workflows.NoOperationTraceWriter();
  const { context, value } = actions.parseAction({ name: `${shown}/${name}`, content }, trace);
  const errors = context.errors.getErrors();
  if (value === undefined || errors.length > 0) {
    throw new Error(errors.map((error) => error.message).join('\n'));
  }
  const root = entries(value);
  return {
    folder,
    inputs: new Map(
      [...entries(root.get('inputs'))].map(([input, spec]) => [input, readInput(entries(spec))]),
    ),
    outputs: new Map(
      [...entries(root.get('outputs'))].flatMap(([output, spec]) => {
        const token = entries(spec).get('value');
        return token === undefined ? [] : [[output, token] as const];
      }),
    ),
    runs: readRuns(entries(root.get('runs')), folder, shown),
  };
}

const readInput = (spec: ReadonlyMap<string, Token>): ActionInput => ({
  default: spec.get('default'),
  deprecation: spec.get('deprecationMessage')?.toString(),
});

function readRuns(runs: ReadonlyMap<string, Token>, folder: string, shown: string): Action['runs'] {
  const using = String(literal(runs.get('using')));
  if (using === 'composite') return { using, steps: readSteps(items(runs.get('steps'))) };
  if (using !== 'node20' && using !== 'node24') {
    throw new Error(`${shown}: runs.using ${using} is not known to the sandbox's runner`);
  }
  const script = (key: string): string | undefined => {
    const path = runs.get(key)?.toString();
    if (path === undefined) return undefined;
    const file = join(folder, path);
    if (!existsSync(file)) throw new Error(`File not found: '${file}'`);
    return file;
  };
  const hook = (key: 'pre' | 'post'): Hook | undefined => {
    const file = script(key);
    const condition = runs.get(`${key}-if`)?.toString() ?? 'always()';
    return file === undefined ? undefined : { script: file, condition: bare(condition) };
  };
  return { using, main: script('main') ?? '', pre: hook('pre'), post: hook('post') };
}

/** `${{ success() }}` → `success()` */
const bare = (condition: string): string => condition.replace(/^\$\{\{(.*)\}\}$/s, '$1').trim();
