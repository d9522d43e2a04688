import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { InputError } from '../errors.ts';
import { Refusal } from '../settings/define.ts';
import type { Claims } from './claims.ts';
import { credentialCache } from './credential-cache.ts';
import { checkExpectations } from './expectations.ts';
import { type MintPorts, mintIdToken } from './id-token.ts';
import { execKubeconfig } from './kubeconfig.ts';
import {
  type CertificateSource,
  type ClusterAddress,
  checkLogin,
  checkPem,
  type LoginSettings,
} from './login-inputs.ts';
import { EXCHANGES, type ProviderConfig } from './provider.ts';

/** A way into the cluster, for kubectl and helm. */
export interface ClusterAccess {
  readonly provider: 'direct' | 'kubeconfig';
  /** Path of one file. */
  readonly kubeconfig: string;
  readonly context?: string;
  /** Of the ID token; the cluster has not judged them yet. */
  readonly claims?: Claims;
  /** End of the first credential, ms since 1970; it is renewed as long as the job runs. */
  readonly expiresAt?: number;
  /** Removes what the login wrote. `logout` in post does the same, also after a cancel. */
  readonly dispose: () => Promise<void>;
}

export interface LoginPorts extends MintPorts {
  /** RUNNER_TEMP. */
  readonly tempFolder: string;
  readonly mask: (secret: string) => void;
  readonly saveState: (name: string, value: string) => void;
  readonly warn: (line: string) => void;
  /** Absolute path of the node that runs the plugin: `process.execPath`. */
  readonly nodePath: string;
  /** Absolute path of `dist/credential/index.js`. */
  readonly credentialScript: string;
}

const STATE = 'login-folder';
const FOLDER_PREFIX = 'cluster-login-';

/**
 * Turns the inputs into a kubeconfig: the one that is there, or one of our own whose user is an exec
 * plugin. The first credential is minted here, so that a wrong job ends before a token leaves.
 * @throws {InputError}; {ActionError} `login-refused`, `request-failed`
 */
export async function login(settings: LoginSettings, ports: LoginPorts): Promise<ClusterAccess> {
  const problems = checkLogin(settings);
  if (problems.length > 0) throw new InputError(problems);
  return settings.cluster
    ? loginDirect(settings, settings.cluster, ports)
    : existingKubeconfig(settings, ports.env);
}

/** Removes what `login` wrote; for post, which runs also after a cancel. */
export async function logout(loadState: (name: string) => string): Promise<void> {
  const folder = loadState(STATE);
  // State comes from the environment of the job: never remove what is not ours by its name.
  if (!basename(folder).startsWith(FOLDER_PREFIX)) return;
  await rm(folder, { recursive: true, force: true });
}

async function loginDirect(
  settings: LoginSettings,
  cluster: ClusterAddress,
  ports: LoginPorts,
): Promise<ClusterAccess> {
  const serverCa = await readServerCa(settings.serverCa);
  const config: ProviderConfig = { provider: cluster.provider, audience: settings.audience };
  const idToken = await mintIdToken(settings.audience, ports);
  ports.mask(idToken.token);
  warnOfClock(idToken.clockAheadMs, ports.warn);
  checkExpectations(idToken.claims, {
    environment: settings.expectEnvironment,
    workflowRef: settings.expectWorkflowRef,
    events: settings.expectEvent,
  });
  const credential = await EXCHANGES[config.provider](idToken, ports.now());
  ports.mask(credential.token);

  const folder = join(ports.tempFolder, `${FOLDER_PREFIX}${randomUUID()}`);
  ports.saveState(STATE, folder);
  await mkdir(folder, { mode: 0o700 });
  await credentialCache(folder, config).write(credential);
  const write = async (name: string, text: string): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    return file;
  };
  const configFile = await write('login.json', JSON.stringify(config));
  const kubeconfig = await write(
    'kubeconfig',
    execKubeconfig({
      server: cluster.server,
      ...(serverCa && { serverCa }),
      nodePath: ports.nodePath,
      args: [ports.credentialScript, configFile],
    }),
  );
  return {
    provider: cluster.provider,
    kubeconfig,
    claims: idToken.claims,
    expiresAt: credential.expiresAt,
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function readServerCa(source: CertificateSource | undefined): Promise<string | undefined> {
  if (source === undefined || 'pem' in source) return source?.pem;
  try {
    return checkPem(await readFile(source.file, 'utf8'));
  } catch (error) {
    const message =
      error instanceof Refusal
        ? `the file ${source.file} ${error.message}`
        : `is neither PEM text nor a file that can be read (${(error as NodeJS.ErrnoException).code})`;
    throw new InputError([
      { input: 'server-ca', message, hint: 'PEM starts with -----BEGIN CERTIFICATE-----' },
    ]);
  }
}

function warnOfClock(aheadMs: number, warn: (line: string) => void): void {
  if (Math.abs(aheadMs) < 60_000) return;
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  const side = aheadMs > 0 ? 'behind' : 'ahead of';
  warn(`This runner's clock is ${seconds} s ${side} GitHub's; expiry times are corrected by that.`);
}

function existingKubeconfig(settings: LoginSettings, env: LoginPorts['env']): ClusterAccess {
  const from = settings.kubeconfig ? 'kubeconfig' : env.KUBECONFIG ? 'KUBECONFIG' : 'cluster';
  const file =
    settings.kubeconfig || env.KUBECONFIG || join(env.HOME ?? homedir(), '.kube', 'config');
  const hint = 'Give cluster: https://… to log in over OIDC, or kubeconfig: PATH.';
  if (existsSync(file)) {
    return {
      provider: 'kubeconfig',
      kubeconfig: file,
      ...(settings.kubeContext && { context: settings.kubeContext }),
      dispose: async () => {},
    };
  }
  if (from === 'KUBECONFIG' && file.includes(':')) {
    throw new InputError([
      {
        input: 'kubeconfig',
        message: 'KUBECONFIG names several files; one is needed',
        hint: 'Merge them in a step before: kubectl config view --flatten --raw > FILE',
      },
    ]);
  }
  const message = {
    kubeconfig: `there is no file ${file}`,
    KUBECONFIG: `KUBECONFIG names ${file}, which does not exist`,
    cluster: `is empty, and there is no kubeconfig at ${file}`,
  }[from];
  throw new InputError([{ input: from === 'cluster' ? 'cluster' : 'kubeconfig', message, hint }]);
}
