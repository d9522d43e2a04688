/**
 * The environment for a child process: ours without the inputs (INPUT_* may hold secret values) and
 * without the runner's own service tokens. What the exec credential plugin needs to mint a token
 * (ACTIONS_ID_TOKEN_REQUEST_*) stays: helm and kubectl start the plugin.
 */
export function childEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_CACHE_)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...more };
}
