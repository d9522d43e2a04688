import { ActionError } from '../../src/errors.ts';
import { sendWithRetry } from '../../src/http/request.ts';
import type { Phase, Tools } from '../../src/session/session.ts';
import { installTool } from '../../src/tools/install.ts';
import type { ToolName } from '../../src/tools/pinned-tools.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** For each server; there may be another that answers. */
const RETRY = { tries: 2, totalMs: 20_000 };

/**
 * The programs that `helm-version` and `kubectl-version` ask for; what is not asked for is on PATH.
 * @throws {ActionError} `command-missing`, `cancelled`
 */
export async function bringTools(
  { helmVersion, kubectlVersion }: Pick<HelmDeploySettings, 'helmVersion' | 'kubectlVersion'>,
  phase: Phase,
  ports: HelmDeployPorts,
): Promise<Tools> {
  if (helmVersion === '' && kubectlVersion === '') return {};
  const outside = {
    ...ports,
    get: (request: { readonly url: string }) => sendWithRetry(ports.send, request, RETRY),
  };
  const bring = (tool: ToolName, wanted: string): Promise<string | undefined> =>
    wanted === '' ? Promise.resolve(undefined) : installTool(tool, wanted, outside);
  return phase('tools', () =>
    unlessCancelled(ports.cancelled, async () => {
      const [helm, kubectl] = await Promise.all([
        bring('helm', helmVersion),
        bring('kubectl', kubectlVersion),
      ]);
      return { helm, kubectl };
    }),
  );
}

/** A download is not waited for by somebody who wants to stop. */
async function unlessCancelled<T>(cancelled: AbortSignal, body: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void =>
      reject(new ActionError('cancelled', 'Cancelled while tools were downloaded'));
    if (cancelled.aborted) stop();
    cancelled.addEventListener('abort', stop, { signal: over.signal });
  });
  try {
    return await Promise.race([stopped, body()]);
  } finally {
    over.abort();
  }
}
