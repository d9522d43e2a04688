/** Who works: `<run id>.<attempt>` on GitHub, the user elsewhere. */
export function runOf(env: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, USER: user } = env;
  return run ? `${run}.${attempt ?? '1'}` : `local.${user ?? 'unknown'}`;
}
