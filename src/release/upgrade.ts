import { ActionError } from '../errors.ts';
import { type Helm, helmError, type UpgradeInput } from '../tools/helm.ts';

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
  const said: string[] = [];
  const child = await helm.upgrade({
    ...input,
    onLine: (line) => {
      said.push(line);
      input.onLine(line);
    },
  });
  const forward = (): void => child.signal('SIGINT');
  cancelled.addEventListener('abort', forward, { once: true });
  if (cancelled.aborted) forward();
  const exit = await child.exited;
  cancelled.removeEventListener('abort', forward);
  if (exit.code === 0) return;
  if (cancelled.aborted) {
    throw new ActionError('cancelled', `The run was cancelled; helm stopped: ${helmError(said)}`);
  }
  throw new ActionError('helm-failed', helmError(said), {
    hint: 'The lines of helm above say what it did last; `kubectl get events` shows what the cluster said.',
  });
}
