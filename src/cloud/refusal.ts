import { ActionError } from '../errors.ts';
import { explain } from './explain.ts';
import type { ClusterAccess } from './login.ts';

/**
 * Adds to a refusal of the cluster what it can have compared. Any other error, and every error with
 * a kubeconfig that was there, is returned as it is.
 */
export function explainRefusal(access: ClusterAccess, error: unknown, now = Date.now()): unknown {
  if (!(error instanceof ActionError) || error.code !== 'cluster-refused') return error;
  if (!access.claims || access.provider === 'kubeconfig') return error;
  const { code, message, cause, status } = error;
  if (status !== 401 && status !== 403) return error;
  const hint = explain(access.claims, access.provider, { status, now }).join('\n');
  return new ActionError(code, message, { hint, cause, status });
}
