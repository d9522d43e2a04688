import type { Hook } from './assessment.ts';
import type { KubeObject } from './manifest.ts';

const SUFFIX = '-dry-run';

/**
 * A hook as it is tried out: helm deletes the one that is there and makes it anew, so that a dry run
 * under its own name would tell of immutable fields that nobody changes.
 */
export function asFreshHook({ object }: Hook): KubeObject {
  const policy = object.metadata.annotations?.['helm.sh/hook-delete-policy'];
  if (policy !== undefined && !policy.includes('before-hook-creation')) return object;
  const name = `${object.metadata.name.slice(0, 63 - SUFFIX.length)}${SUFFIX}`;
  return { ...object, metadata: { ...object.metadata, name } };
}
