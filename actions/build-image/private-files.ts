import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../../src/errors.ts';
import { dockerConfigFolder, loginKey } from '../../src/http/registry/credentials.ts';
import type { BuildSecret } from './list-inputs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Writes each secret into a file of its own; named by number, since an id may be any word. */
export async function writeSecrets(
  folder: string,
  secrets: readonly BuildSecret[],
): Promise<readonly { readonly id: string; readonly path: string }[]> {
  return Promise.all(
    secrets.map(async ({ id, value }, index) => {
      const path = join(folder, `secret-${index}`);
      await writeFile(path, value, { mode: 0o600 });
      return { id, path };
    }),
  );
}

interface DockerConfig {
  readonly auths?: Readonly<Record<string, unknown>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly cliPluginsExtraDirs?: readonly string[];
}

/**
 * Writes a docker config of our own with this login over the user's, so that nothing goes through
 * a command line and nothing stays behind. Plug-ins, contexts and builders remain the user's.
 * @returns the environment that makes docker use it
 */
export async function writeDockerConfig(
  folder: string,
  login: { readonly host: string; readonly username: string; readonly password: string },
  env: Environment,
): Promise<Record<string, string>> {
  const users = dockerConfigFolder(env);
  const config = await readUsersConfig(join(users, 'config.json'));
  const key = loginKey(login.host);
  const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  const own = {
    ...config,
    auths: { ...config.auths, [key]: { auth } },
    // Without a name of a helper docker reads `auths`, also where a general store is set.
    credHelpers: { ...config.credHelpers, [key]: '' },
    cliPluginsExtraDirs: [...(config.cliPluginsExtraDirs ?? []), join(users, 'cli-plugins')],
  };
  const ours = join(folder, 'docker');
  await mkdir(ours, { mode: 0o700 });
  await writeFile(join(ours, 'config.json'), JSON.stringify(own), { mode: 0o600 });
  const contexts = join(users, 'contexts');
  if (existsSync(contexts)) await symlink(contexts, join(ours, 'contexts'));
  return { DOCKER_CONFIG: ours, BUILDX_CONFIG: env.BUILDX_CONFIG || join(users, 'buildx') };
}

async function readUsersConfig(file: string): Promise<DockerConfig> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DockerConfig;
  } catch {
    // The parser's message quotes the text, which may be a password.
    throw new ActionError('registry-refused', `${file} cannot be read as JSON`, {
      hint: 'Repair or remove it; docker would refuse it as well.',
    });
  }
}
