import type { KubeObject } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, statusMessage } from './connect.ts';
import type { Locate } from './kinds.ts';

/**
 * An object as it is now, with who manages which field.
 * @returns undefined when there is none, or no such kind
 * @throws {ActionError} `cluster-refused`
 */
export async function readLive(
  cluster: Pick<Cluster, 'call'>,
  locate: Locate,
  object: KubeObject,
): Promise<KubeObject | undefined> {
  const place = await locate(object);
  if (place.state === 'unserved') return undefined;
  if (place.state === 'unknown') throw refused('read', object, place.why);
  const answer = await cluster.call({ path: place.path });
  if (answer.status === 200) return answer.body as KubeObject;
  if (answer.status === 404) return undefined;
  throw refused('read', object, statusMessage(answer));
}

/**
 * Sets annotations of a live object; `null` removes one. An object that is gone is left alone.
 * @throws {ActionError} `cluster-refused`
 */
export async function annotate(
  cluster: Pick<Cluster, 'call'>,
  locate: Locate,
  object: KubeObject,
  annotations: Readonly<Record<string, string | null>>,
): Promise<void> {
  const place = await locate(object);
  if (place.state === 'unserved') return;
  if (place.state === 'unknown') throw refused('annotate', object, place.why);
  const answer = await cluster.call({
    method: 'PATCH',
    path: place.path,
    contentType: 'application/merge-patch+json',
    body: { metadata: { annotations } },
  });
  if (answer.status === 200 || answer.status === 404) return;
  throw refused('annotate', object, statusMessage(answer));
}

const refused = (verb: string, { kind, metadata }: KubeObject, why: string): ActionError =>
  new ActionError('cluster-refused', `Cannot ${verb} ${kind}/${metadata.name}: ${why}`);
