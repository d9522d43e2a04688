import type { IdToken } from './id-token.ts';

/** What an API server accepts as `Authorization: bearer`. */
export interface Credential {
  readonly token: string;
  /** Real end, in ms since 1970 by our own clock. */
  readonly expiresAt: number;
  /** How long it lives from now, in ms. */
  readonly livesMs: number;
}

/** The part of the exec plugin's configuration that a provider needs; nothing in it is secret. */
export interface ProviderConfig {
  readonly provider: 'direct';
  /** Audience of GitHub's ID token. */
  readonly audience: string;
}

/**
 * The way from GitHub's ID token to a credential of the cluster. `direct` needs no exchange; a
 * cloud's provider calls its token endpoints here and brings its own ports.
 */
export type Exchange = (idToken: IdToken, now: number) => Promise<Credential>;

/** The API server trusts GitHub itself: the ID token is the credential. */
const direct: Exchange = async ({ token, claims, clockAheadMs }, now) => {
  const expiresAt = claims.exp * 1000 - clockAheadMs;
  return { token, expiresAt, livesMs: expiresAt - now };
};

export const EXCHANGES: Readonly<Record<ProviderConfig['provider'], Exchange>> = { direct };
