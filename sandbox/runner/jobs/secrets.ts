import type { RunContext } from './run-context.ts';

/** Which secrets a workflow file sees. */
export type SecretSource =
  /** Those of the repository: the run's own file, and what it calls with `secrets: inherit`. */
  | { readonly kind: 'repository' }
  /** What a call passes by name. */
  | { readonly kind: 'named'; readonly values: Readonly<Record<string, string>> };

/**
 * The `secrets` context of a job, without GITHUB_TOKEN. An environment's value wins over the
 * repository's; in a called workflow only for names the call passes (a missing one is empty, no
 * error). Source: docs, "Reuse workflows"; actions/runner#1490, #4453.
 * @param environment the one the job entered
 */
export function jobSecrets(
  run: RunContext,
  source: SecretSource,
  environment: string | undefined,
): Readonly<Record<string, string>> {
  if (run.event.fork) return {};
  const { backend } = run.settings;
  const { fullName } = run.repository;
  const all = backend.secrets(fullName, environment);
  if (source.kind === 'repository') return all;
  const outside = backend.secrets(fullName);
  return Object.fromEntries(
    Object.entries(source.values).map(([name, passed]) => {
      const own = all[name];
      return [name, own !== undefined && own !== outside[name] ? own : passed];
    }),
  );
}
