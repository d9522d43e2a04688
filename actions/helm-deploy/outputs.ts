import type { HelmDeployResult } from './helm-deploy.ts';
import type { outputs } from './inputs.ts';

/** The action's outputs: always all of them, `''` where there is nothing to say. */
export function outputsOf(result: HelmDeployResult): Record<keyof typeof outputs, string> {
  return {
    status: result.status,
    revision: String(result.revision ?? ''),
    'previous-revision': String(result.previousRevision ?? ''),
    images: JSON.stringify({ schema: 1, images: result.images }),
    bundle: result.bundle?.id ?? '',
    'deployment-id': String(result.deploymentId ?? ''),
    identity: result.identity,
    timings: JSON.stringify(result.timings),
  };
}
