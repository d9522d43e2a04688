import { ActionError, describeError } from '../../src/errors.ts';
import type { HelmDeployResult } from './course.ts';
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
    url: result.url,
    manifest: result.difference?.manifestFile ?? '',
    diff: result.difference?.diffFile ?? '',
    diagnosis: diagnosisOf(result),
    evidence: result.testimony?.evidence ?? '',
    identity: result.identity,
    timings: JSON.stringify(result.timings),
  };
}

/** What the cluster told, else what we threw; the first of several. */
function diagnosisOf({ testimony, failure }: HelmDeployResult): string {
  const diagnosis = testimony?.diagnosis;
  if (diagnosis) return JSON.stringify({ schema: 1, ...diagnosis });
  if (failure === undefined) return '';
  const first: unknown = failure instanceof AggregateError ? failure.errors[0] : failure;
  const { code, hint = '' } = first instanceof ActionError ? first : { code: 'error' };
  return JSON.stringify({ schema: 1, code, message: describeError(first), hint });
}
