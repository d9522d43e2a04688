import type { Exec } from '../../src/tools/exec.ts';
import type { NamedValue } from './records.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const OCI = 'org.opencontainers.image.';

/**
 * The image's labels: where it came from, and over that what the user gave. `created` is the time
 * of the commit, so that the same commit gives the same labels; it is left out without git.
 * https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md
 */
export async function imageLabels(
  given: readonly NamedValue[],
  env: Environment,
  exec: Exec,
): Promise<readonly NamedValue[]> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: revision } = env;
  const created = revision && (await commitTime(revision, env, exec));
  const own = {
    ...(server && repository && { [`${OCI}source`]: `${server}/${repository}` }),
    ...(revision && { [`${OCI}revision`]: revision }),
    ...(created && { [`${OCI}created`]: created }),
  };
  const labels = new Map<string, string | undefined>(Object.entries(own));
  for (const { name, value } of given) labels.set(name, value);
  return [...labels].map(([name, value]) => ({ name, value }));
}

async function commitTime(
  commit: string,
  env: Environment,
  exec: Exec,
): Promise<string | undefined> {
  const args = ['show', '--no-patch', '--format=%ct', commit, '--'];
  const cwd = env.GITHUB_WORKSPACE;
  const options = { allowFailure: true, ...(cwd && { cwd }) };
  const answer = await exec('git', args, options).catch(() => undefined);
  const seconds = Number(answer?.stdout.trim());
  return answer?.code === 0 && seconds > 0
    ? new Date(seconds * 1000).toISOString().replace('.000', '')
    : undefined;
}
