import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ActionError } from '../../errors.ts';
import type { Exec } from '../../tools/exec.ts';

/** How to log in to a registry: a user, or a token to be exchanged at the token service. */
export type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly identityToken: string };

/** The credentials for a registry's host, undefined for anonymous. */
export type FindCredentials = (host: string) => Promise<Credentials | undefined>;

interface DockerConfig {
  readonly auths?: Readonly<Record<string, AuthEntry>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

interface AuthEntry {
  /** base64 of `user:password`. */
  readonly auth?: string;
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}

const HUB_KEY = 'https://index.docker.io/v1/';

/** The name docker stores a registry's login under. */
export const loginKey = (host: string): string => (host === 'docker.io' ? HUB_KEY : host);

/** Where docker keeps its logins. */
export const dockerConfigFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  env.DOCKER_CONFIG || join(env.HOME ?? homedir(), '.docker');

/**
 * Finds the login that `docker login` (or docker/login-action) left in a docker config folder:
 * a helper of the host, else the general credential store, else `auths`, in docker's own order.
 * @throws {ActionError} `registry-refused` (config not readable), `command-missing` (no helper)
 */
export function dockerCredentials(configFolder: string, exec: Exec): FindCredentials {
  return async (host) => {
    const config = await readConfig(join(configFolder, 'config.json'));
    const helper = config.credHelpers?.[loginKey(host)] ?? config.credsStore;
    return helper ? askHelper(helper, host, exec) : fromAuths(config.auths ?? {}, host);
  };
}

async function readConfig(file: string): Promise<DockerConfig> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as DockerConfig;
  } catch {
    // The parser's message quotes the text, which may be a password.
    throw new ActionError('registry-refused', `${file} is not JSON`, {
      hint: 'Log in again with docker login, or give registry-username and registry-password.',
    });
  }
}

/** https://github.com/docker/docker-credential-helpers#development */
async function askHelper(
  helper: string,
  host: string,
  exec: Exec,
): Promise<Credentials | undefined> {
  const command = `docker-credential-${helper}`;
  const answer = await exec(command, ['get'], { input: loginKey(host), allowFailure: true });
  if (answer.code !== 0) {
    if (/credentials not found/i.test(answer.stdout + answer.stderr)) return undefined;
    throw new ActionError('registry-refused', `${command} gave no login for ${host}`, {
      hint: `Run "${command} get" on the runner with ${host} on stdin to see why.`,
    });
  }
  const { Username: username = '', Secret: secret = '' } = JSON.parse(answer.stdout) as {
    Username?: string;
    Secret?: string;
  };
  // How identity tokens are stored by helpers.
  if (username === '<token>') return { identityToken: secret };
  return { username, password: secret };
}

function fromAuths(
  auths: Readonly<Record<string, AuthEntry>>,
  host: string,
): Credentials | undefined {
  const entry =
    auths[loginKey(host)] ??
    Object.entries(auths).find(([key]) => hostOfKey(key) === hostOfKey(loginKey(host)))?.[1];
  if (entry === undefined) return undefined;
  if (entry.identitytoken) return { identityToken: entry.identitytoken };
  const decoded = Buffer.from(entry.auth ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const username = entry.username ?? decoded.slice(0, Math.max(colon, 0));
  const password = entry.password ?? decoded.slice(colon + 1);
  return username === '' ? undefined : { username, password };
}

/** Old tools wrote `https://host/v1/` and the like. */
const hostOfKey = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
