import type { CheckFinding } from '../domain/check-finding.ts';
import { type Coming, keysOf } from '../domain/coming-objects.ts';
import type { KubeObject } from '../domain/manifest.ts';
import {
  judgeReferences,
  type LiveReferred,
  openReferences,
} from '../domain/reference-findings.ts';
import type { Reference, ReferredKind } from '../domain/references.ts';
import { describeError } from '../errors.ts';
import { atOnce } from './at-once.ts';
import { type Cluster, statusMessage } from './connect.ts';

const AT_ONCE = 8;

const PLURALS: Readonly<Record<ReferredKind, string>> = {
  Secret: 'secrets',
  ConfigMap: 'configmaps',
  ServiceAccount: 'serviceaccounts',
  PersistentVolumeClaim: 'persistentvolumeclaims',
};

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
  const wanted = new Map(open.map(({ reference }) => [pathOf(reference), reference] as const));
  const answers = await atOnce([...wanted.keys()], AT_ONCE, async (path) => {
    const read = readReferred(path, cluster);
    const live = await read.catch((error: unknown) => notChecked(describeError(error)));
    return [path, live] as const;
  });
  const live = new Map(answers);
  return judgeReferences(
    open,
    (reference) => live.get(pathOf(reference)) ?? notChecked('nobody asked'),
    coming,
  );
}

async function readReferred(path: string, cluster: Pick<Cluster, 'call'>): Promise<LiveReferred> {
  const answer = await cluster.call({ path });
  if (answer.status === 200) return { state: 'there', keys: keysOf(answer.body as KubeObject) };
  if (answer.status === 404) return { state: 'absent' };
  return notChecked(statusMessage(answer));
}

const notChecked = (why: string): LiveReferred => ({ state: 'not-checked', why });

const pathOf = ({ kind, namespace, name }: Reference): string =>
  `/api/v1/namespaces/${encodeURIComponent(namespace)}/${PLURALS[kind]}/${encodeURIComponent(name)}`;
