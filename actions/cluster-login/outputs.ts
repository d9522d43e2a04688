import type { ClusterLoginResult } from './cluster-login.ts';
import type { outputs } from './inputs.ts';

/** All outputs, also of a run that was refused. */
export function outputsOf(result: ClusterLoginResult): Record<keyof typeof outputs, string> {
  const { expiresAt, claims } = result;
  return {
    kubeconfig: result.kubeconfig ?? '',
    identity: result.identity?.username ?? '',
    provider: result.provider,
    'expires-at': expiresAt === undefined ? '' : new Date(expiresAt).toISOString(),
    claims: claims === undefined ? '' : JSON.stringify({ schema: 1, ...claims }),
  };
}
