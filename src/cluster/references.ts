import type { CheckFinding } from '../domain/check-finding.ts';
import type { Coming } from '../domain/coming-objects.ts';
import {
  judgeReferences,
  type LiveReferred,
  openReferences,
} from '../domain/reference-findings.ts';
import type { Reference } from '../domain/references.ts';
import { describeError } from '../errors.ts';
import { atOnce } from './at-once.ts';
import type { Cluster } from './connect.ts';
import { readReferred } from './referred.ts';

const AT_ONCE = 8;

/**
 * Whether everything that the pods of a release refer to is there, comes with it, or may be made by
 * something of it. Only what the release itself leaves open is asked for, each object once. Never
 * throws: what could not be read is a finding `not-checked`.
 */
export async function checkReferences(
  coming: Coming,
  cluster: Pick<Cluster, 'call'>,
): Promise<readonly CheckFinding[]> {
  const open = openReferences(coming);
  const wanted = new Map(open.map(({ reference }) => [keyOf(reference), reference] as const));
  const answers = await atOnce([...wanted], AT_ONCE, async ([key, reference]) => {
    const read = readReferred(reference, cluster);
    const live = await read.catch((error: unknown) => notChecked(describeError(error)));
    return [key, live] as const;
  });
  const live = new Map(answers);
  return judgeReferences(
    open,
    (reference) => live.get(keyOf(reference)) ?? notChecked('nobody asked'),
    coming,
  );
}

const notChecked = (why: string): LiveReferred => ({ state: 'not-checked', why });

const keyOf = ({ kind, namespace, name }: Reference): string => `${kind}/${namespace}/${name}`;
