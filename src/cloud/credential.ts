import { ActionError } from '../errors.ts';
import type { CredentialCache } from './credential-cache.ts';
import { type MintPorts, mintIdToken } from './id-token.ts';
import { type Credential, EXCHANGES, type ProviderConfig } from './provider.ts';

/** A valid credential: from the cache, else minted by one caller while the others wait for it. */
export async function obtainCredential(
  config: ProviderConfig,
  cache: CredentialCache,
  ports: MintPorts,
): Promise<Credential> {
  const cached = await cache.read(ports.now());
  if (cached) return cached;
  return cache.alone(async () => {
    const madeMeanwhile = await cache.read(ports.now());
    if (madeMeanwhile) return madeMeanwhile;
    const idToken = await mintIdToken(config.audience, ports);
    const credential = await EXCHANGES[config.provider](idToken, ports.now());
    await cache.write(credential);
    return credential;
  });
}

/**
 * What the plugin prints for client-go. It asks again after `expirationTimestamp`, and never for the
 * request that met a 401: so the time given is earlier than the real end by 30 s or a tenth of the
 * life, whichever is more (half of a life that is shorter than a minute).
 * https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export function execCredential(apiVersion: string, credential: Credential): string {
  const { livesMs } = credential;
  const early = Math.min(Math.max(30_000, livesMs / 10), Math.max(0, livesMs / 2));
  return JSON.stringify({
    apiVersion,
    kind: 'ExecCredential',
    status: {
      expirationTimestamp: new Date(credential.expiresAt - early).toISOString(),
      token: credential.token,
    },
  });
}

const API_VERSIONS = [
  'client.authentication.k8s.io/v1',
  'client.authentication.k8s.io/v1beta1',
] as const;

/** The version to answer in: client-go refuses any other than the one it asked with. */
export function askedApiVersion(execInfo: string | undefined): string {
  if (!execInfo) return API_VERSIONS[0]; // Started by hand.
  const asked = parseApiVersion(execInfo);
  const known = API_VERSIONS.find((version) => version === asked);
  if (known) return known;
  throw new ActionError('login-refused', `KUBERNETES_EXEC_INFO asks for "${asked}"`, {
    hint: `known: ${API_VERSIONS.join(', ')}`,
  });
}

function parseApiVersion(execInfo: string): string {
  try {
    return String((JSON.parse(execInfo) as { apiVersion?: unknown }).apiVersion);
  } catch {
    return 'something that is not JSON';
  }
}
