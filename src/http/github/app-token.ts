import { createSign } from 'node:crypto';
import { ActionError } from '../../errors.ts';
import { type ApiOptions, createApi } from './api.ts';

/** A GitHub App as its settings page gives it. */
export interface AppKey {
  /** App id, or client id. */
  readonly id: string;
  /** PEM of its private key. */
  readonly key: string;
}

/** Mints a token of an App for one repository. */
export type MintAppToken = (app: AppKey) => Promise<string>;

/**
 * An App's key lives long, its tokens an hour: the key is the one stored secret, the token is made
 * in the job that needs it, for this repository only. What it may do was granted to the App.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app
 * @throws {ActionError} `invalid-input` for a key that is none; `github-refused`
 */
export const appTokens =
  (
    env: Readonly<Record<string, string | undefined>>,
    ports: Omit<ApiOptions, 'token' | 'url'>,
  ): MintAppToken =>
  async (app) => {
    const url = env.GITHUB_API_URL ?? 'https://api.github.com';
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const api = createApi({ ...ports, url, token: appJwt(app, ports.now()) });
    const rules = { needs: `the App installed on ${owner}/${repo}`, repeatable: true };
    const installation = await api.call('find the installation of the App', rules, (octokit) =>
      octokit.rest.apps.getRepoInstallation({ owner, repo }),
    );
    const { token } = await api.call('mint a token of the App', rules, (octokit) =>
      octokit.rest.apps.createInstallationAccessToken({
        installation_id: installation.id,
        repositories: [repo],
      }),
    );
    return token;
  };

/** GitHub allows 10 minutes, and clocks that run a minute ahead. */
const LIVES_SECONDS = 540;
const AHEAD_SECONDS = 60;

function appJwt({ id, key }: AppKey, nowMs: number): string {
  const now = Math.floor(nowMs / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iat: now - AHEAD_SECONDS, exp: now + LIVES_SECONDS, iss: id };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  try {
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  } catch (cause) {
    // The cause may quote the key: only its kind is kept.
    const code = (cause as NodeJS.ErrnoException).code ?? 'not a key';
    throw new ActionError('invalid-input', `app-key is not a private key in PEM (${code})`, {
      hint: 'Give the whole file that GitHub let you download, with its BEGIN and END lines.',
    });
  }
}
