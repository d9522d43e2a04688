import { InputError, type InputProblem } from '../errors.ts';
import { type FileInput, fileInputs } from './config/file-inputs.ts';
import { ENVIRONMENT, inputKeys } from './config/input-keys.ts';
import { CONFIG_PATH, loadConfig } from './config/load-config.ts';
import type { Config } from './config/read-config.ts';
import { didYouMean } from './config/shape.ts';
import {
  type InputSet,
  type InputSource,
  type Rule,
  readInputs,
  type Settings,
  text,
} from './define.ts';

/** The inputs that choose what the file gives: spread into the `defineInputs` of an action. */
export const configInputs = {
  environment: text({
    description:
      'Environment to work on: a key of `environments` in `config`, and the name of the GitHub Environment. Inputs that are given win over the file.',
  }),
  config: text({
    description:
      'Path of the service’s deploy.yml (see docs/deploy-yml.md). Read when it is there.',
    default: CONFIG_PATH,
  }),
};

/** Ways to the cluster that exclude each other: given one of these, the file's are not used. */
const OWN_ACCESS = ['kubeconfig', 'kube-context'];
const FILE_ACCESS = ['cluster', 'audience', 'server-ca'];

/**
 * Reads inputs and file into one readonly value. Each value is parsed by the action's own
 * definition, whether it was typed as an input or written in the file.
 * @throws {InputError} with every problem; those of the file at their line and column
 */
export function settle<Set extends InputSet>(
  inputs: Set,
  source: InputSource,
  rules: readonly Rule<Set>[] = [],
  load: (path: string) => Config | undefined = loadConfig,
): Settings<Set> {
  const environment = source.read('environment').trim();
  if (environment === '') return readInputs(inputs, source, rules);
  const config = loadGiven(source.read('config').trim(), load);
  if (!config) return readInputs(inputs, source, rules);
  requireEnvironment(config, environment);

  const explicit = (name: string): boolean => source.read(name).trim() !== '';
  const fromFile = new Map(fileInputs(config, environment));
  if (OWN_ACCESS.some(explicit)) for (const name of FILE_ACCESS) fromFile.delete(name);
  for (const name of [...fromFile.keys()]) if (explicit(name)) fromFile.delete(name);
  const read = (name: string): string => fromFile.get(name)?.text ?? source.read(name);
  try {
    return readInputs(inputs, { ...source, read }, rules);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const about = { config, environment, fromFile, explicit };
    throw new InputError(error.problems.map((problem) => traced(problem, about)));
  }
}

function loadGiven(path: string, load: (path: string) => Config | undefined): Config | undefined {
  const config = load(path === '' ? CONFIG_PATH : path);
  if (config || path === '' || path === CONFIG_PATH) return config;
  const hint = 'The path is relative to the workspace; is actions/checkout an earlier step?';
  throw new InputError([{ input: 'config', message: `${path} is not there`, hint }]);
}

function requireEnvironment(config: Config, environment: string): void {
  const known = Object.keys(config.value.environments);
  if (known.includes(environment)) return;
  const hint = didYouMean(environment, known);
  const message = `"${environment}" is no environment of ${config.file}`;
  throw new InputError([{ input: 'environment', message, hint }]);
}

interface Origin {
  readonly config: Config;
  readonly environment: string;
  readonly fromFile: ReadonlyMap<string, FileInput>;
  readonly explicit: (input: string) => boolean;
}

/** The problem with the key and place it came from, or the key it could have come from. */
function traced(problem: InputProblem, origin: Origin): InputProblem {
  const { config, environment, fromFile, explicit } = origin;
  const source = fromFile.get(problem.input);
  if (source) return { ...problem, input: source.key, place: source.place };
  const key = inputKeys().findLast(({ input }) => input === problem.input);
  if (!key || explicit(problem.input)) return problem;
  const path = key.path.map((part) => (part === ENVIRONMENT ? environment : part)).join('.');
  const or = `Or write ${path} in ${config.file}.`;
  return { ...problem, hint: problem.hint === undefined ? or : `${problem.hint} ${or}` };
}
