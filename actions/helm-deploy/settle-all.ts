import { InputError } from '../../src/errors.ts';
import { CONFIG_PATH, loadConfig } from '../../src/settings/config/load-config.ts';
import type { InputSource } from '../../src/settings/define.ts';
import { settle } from '../../src/settings/settle.ts';
import { inputs, rules } from './inputs.ts';
import type { HelmDeploySettings } from './settings.ts';

/** `environment: all`, unless the file has an environment of that name. */
const ALL = 'all';

/** One environment, or with `mode: plan` all that the flow of the file deploys to, in its order. */
export interface Settled {
  readonly isAll: boolean;
  readonly each: readonly HelmDeploySettings[];
}

/** @throws {InputError} with every problem of every environment */
export function settleAll(source: InputSource): Settled {
  const environments = source.read('mode').trim() === 'plan' ? environmentsOf(source) : undefined;
  if (!environments) return { isAll: false, each: [settle(inputs, source, rules)] };
  const problems = new Map<string, InputError['problems'][number]>();
  const each = environments.flatMap((environment) => {
    const read = (name: string): string =>
      name === 'environment' ? environment : source.read(name);
    try {
      // What only a cluster can tell is known not to be told: no reason to refuse a pull request.
      return [{ ...settle(inputs, { ...source, read }, rules), strictChecks: false }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) problems.set(JSON.stringify(problem), problem);
      return [];
    }
  });
  if (problems.size > 0) throw new InputError([...problems.values()]);
  return { isAll: true, each };
}

/** Undefined where one environment is meant. */
function environmentsOf(source: InputSource): readonly string[] | undefined {
  if (source.read('environment').trim() !== ALL) return undefined;
  const path = source.read('config').trim() || CONFIG_PATH;
  const config = loadConfig(path);
  if (config && ALL in config.value.environments) return undefined;
  const found = new Set(config?.value.flow.flatMap(({ deploy }) => deploy) ?? []);
  if (found.size > 0) return [...found];
  const message = config ? `${path} has no flow` : `${path} is not there`;
  const hint = '`all` is every environment that the flow of deploy.yml deploys to.';
  throw new InputError([{ input: 'environment', message, hint }]);
}
