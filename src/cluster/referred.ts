import { keysOf } from '../domain/coming-objects.ts';
import type { KubeObject } from '../domain/manifest.ts';
import type { LiveReferred } from '../domain/reference-findings.ts';
import type { ReferredKind } from '../domain/references.ts';
import { type Cluster, statusMessage } from './connect.ts';

const PLURALS: Readonly<Record<ReferredKind, string>> = {
  Secret: 'secrets',
  ConfigMap: 'configmaps',
  ServiceAccount: 'serviceaccounts',
  PersistentVolumeClaim: 'persistentvolumeclaims',
};

/** Something that pods need beside their images. */
export interface Referred {
  readonly kind: ReferredKind;
  readonly namespace: string;
  readonly name: string;
}

/** Whether something that pods refer to is there, and which keys it holds. */
export async function readReferred(
  referred: Referred,
  cluster: Pick<Cluster, 'call'>,
): Promise<LiveReferred> {
  const answer = await cluster.call({ path: pathOf(referred) });
  if (answer.status === 200) return { state: 'there', keys: keysOf(answer.body as KubeObject) };
  if (answer.status === 404) return { state: 'absent' };
  return { state: 'not-checked', why: statusMessage(answer) };
}

export const isReferredKind = (kind: string): kind is ReferredKind => kind in PLURALS;

const pathOf = ({ kind, namespace, name }: Referred): string =>
  `/api/v1/namespaces/${encodeURIComponent(namespace)}/${PLURALS[kind]}/${encodeURIComponent(name)}`;
