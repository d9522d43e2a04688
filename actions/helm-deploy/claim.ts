import { randomUUID } from 'node:crypto';
import { ensureNamespace } from '../../src/cluster/namespace.ts';
import { describeError } from '../../src/errors.ts';
import { takeLock } from '../../src/release/lock.ts';
import { runOf } from './run-facts.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import type { Target } from './target.ts';

interface Claim {
  readonly target: Target;
  readonly phase: <T>(name: string, body: () => Promise<T>) => Promise<T>;
  readonly deadline: number;
}

/**
 * Runs `body` while this run alone works on the release. The signal it gets is aborted when the
 * user cancels or another run (a rollback) asks us to stop.
 */
export async function withLock(
  { target, phase, deadline }: Claim,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
  body: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const lock = await phase('claim', async () => {
    await ensureNamespace(target.cluster, settings.namespace, settings.createNamespace);
    const holder = { run: runOf(ports.env), action: 'helm-deploy', token: randomUUID() };
    return takeLock({ holder, deadline }, { ...ports, board: target.board });
  });
  try {
    await body(AbortSignal.any([ports.cancelled, lock.stop]));
  } finally {
    await lock.release().catch((error: unknown) => {
      ports.warn(`The lock was not given back, it ends by itself: ${describeError(error)}`);
    });
  }
}
