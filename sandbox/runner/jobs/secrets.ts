import type { RunContext } from './run-context.ts';

/** Which secrets a workflow file sees. */
export type SecretSource =
  /** Those of the repository: the run's own file, and what it calls with `secrets: inherit`. */
  | { readonly kind: 'repository' }
  /** What a call passes by name. */
  | { readonly kind: 'named'; readonly values: Readonly<Record<string, string>> };

/**
 * Stands for the token in secrets that a call passes on: each job has a token of its own, made only
 * when it starts. No secret can hold this character.
 */
const TOKEN_OF_THE_JOB = '\0GITHUB_TOKEN';

interface Holder {
  /** The environment the job entered. */
  readonly environment: string | undefined;
  readonly token: string;
}

/**
 * The `secrets` context of a job. An environment's value wins over the repository's; in a called
 * workflow only for names the call passes (a missing one is empty, no error).
 * Source: docs, "Reuse workflows"; actions/runner#1490, #4453.
 */
export function jobSecrets(
  run: RunContext,
  source: SecretSource,
  { environment, token }: Holder,
): Readonly<Record<string, string>> {
  if (run.event.fork) return { GITHUB_TOKEN: token };
  const { backend } = run.settings;
  const { fullName } = run.repository;
  const all = backend.secrets(fullName, environment);
  if (source.kind === 'repository') return { ...all, GITHUB_TOKEN: token };
  const outside = backend.secrets(fullName);
  const named = Object.entries(source.values).map(([name, passed]) => {
    const own = all[name];
    const value = own !== undefined && own !== outside[name] ? own : passed;
    return [name, value.replaceAll(TOKEN_OF_THE_JOB, token)];
  });
  return { ...Object.fromEntries(named), GITHUB_TOKEN: token };
}

/** What `secrets:` of a call sees: no environment yet, and no token yet. */
export const secretsToPass = (
  run: RunContext,
  source: SecretSource,
): Readonly<Record<string, string>> =>
  jobSecrets(run, source, { environment: undefined, token: TOKEN_OF_THE_JOB });
