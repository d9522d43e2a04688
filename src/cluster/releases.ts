import { type Revision, readHistory } from '../domain/history.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, type KubeAnswer, statusMessage } from './connect.ts';

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

interface MetadataList {
  /** `null` when there is none: the server's list of metadata, unlike its list of Secrets. */
  readonly items:
    | readonly { readonly metadata: { readonly labels?: Record<string, string> } }[]
    | null;
}

/**
 * The revisions of a release, oldest first, read from the metadata of Helm's Secrets: one request
 * of some 8 ms instead of `helm history` (177 ms), and no release body crosses the wire.
 * @throws {ActionError} `cluster-refused` without the right to list Secrets (Helm needs it too)
 */
export async function readReleaseHistory(
  cluster: Cluster,
  namespace: string,
  release: string,
): Promise<readonly Revision[]> {
  const selector = encodeURIComponent(`owner=helm,name=${release}`);
  const path = `/api/v1/namespaces/${namespace}/secrets?labelSelector=${selector}`;
  const answer = await cluster.call({ path, accept: METADATA_ONLY });
  if (answer.status !== 200) {
    throw new ActionError(
      'cluster-refused',
      `Cannot list the release's Secrets in namespace ${namespace}: ${statusMessage(answer)}`,
      { hint: `Grant ${cluster.identity.username} get, list, create, update, delete on secrets.` },
    );
  }
  const { items } = answer.body as MetadataList;
  return readHistory((items ?? []).map((item) => item.metadata));
}

/**
 * Writes labels on the Secret of one revision, `null` takes one away; Helm keeps them when the revision is superseded.
 * Without the right to patch Secrets, which Helm does not need, the whole Secret is put back.
 * @throws {ActionError} `cluster-refused` without the right to update Secrets
 */
export async function labelRevision(
  cluster: Cluster,
  at: { readonly namespace: string; readonly release: string; readonly revision: number },
  labels: Readonly<Record<string, string | null>>,
): Promise<void> {
  const path = `/api/v1/namespaces/${at.namespace}/secrets/sh.helm.release.v1.${at.release}.v${at.revision}`;
  const patched = await cluster.call({
    method: 'PATCH',
    path,
    contentType: 'application/merge-patch+json',
    body: { metadata: { labels } },
  });
  const answer = patched.status === 403 ? await putLabels(cluster, path, labels) : patched;
  if (answer.status === 200) return;
  throw new ActionError(
    'cluster-refused',
    `Cannot label revision ${at.revision} of ${at.release}: ${statusMessage(answer)}`,
    { hint: `Grant ${cluster.identity.username} update or patch on secrets in ${at.namespace}.` },
  );
}

/** The Secret carries its resourceVersion: what somebody else wrote meanwhile is not lost. */
async function putLabels(
  cluster: Cluster,
  path: string,
  labels: Readonly<Record<string, string | null>>,
): Promise<KubeAnswer> {
  const found = await cluster.call({ path });
  if (found.status !== 200) return found;
  const secret = found.body as { readonly metadata: { readonly labels?: object } };
  const all = Object.entries({ ...secret.metadata.labels, ...labels });
  const kept = Object.fromEntries(all.filter(([, value]) => value !== null));
  const metadata = { ...secret.metadata, labels: kept };
  return cluster.call({ method: 'PUT', path, body: { ...secret, metadata } });
}
