import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { bot, findAccount, organisation } from './accounts.ts';
import type { App, Permissions, State } from './state.ts';

export interface RegisteredApp {
  readonly id: number;
  readonly slug: string;
  /** PEM, as GitHub gives it out once. */
  readonly privateKey: string;
  readonly installationId: number;
  /** `deployer[bot]` */
  readonly login: string;
}

/** Registers an App and installs it on all repositories of its owner. */
export function registerApp(
  state: State,
  slug: string,
  owner: string,
  permissions: Permissions,
): RegisteredApp {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const app: App = {
    id: state.nextId(),
    installationId: state.nextId(),
    slug,
    owner: findAccount(state, owner) ?? organisation(state, owner),
    bot: bot(state, `${slug}[bot]`),
    publicKey,
    permissions,
    createdAt: state.now(),
  };
  state.apps.set(app.id, app);
  const { id, installationId } = app;
  return { id, slug, privateKey, installationId, login: app.bot.login };
}

const HOUR = 3_600_000;

/** An installation token: an hour, these permissions, all repositories unless named. */
export function mintInstallationToken(
  state: State,
  app: App,
  wanted: { readonly permissions: Permissions; readonly repositories?: readonly string[] },
): { readonly token: string; readonly expiresAt: Date } {
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  const expiresAt = new Date(state.now().getTime() + HOUR);
  const { permissions, repositories } = wanted;
  state.tokens.set(token, {
    kind: 'installation',
    account: app.bot,
    app,
    permissions,
    expiresAt,
    ...(repositories ? { repositories: repositories.map((name) => name.toLowerCase()) } : {}),
  });
  return { token, expiresAt };
}
