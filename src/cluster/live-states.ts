import type { KubeObject } from '../domain/manifest.ts';
import { describeError } from '../errors.ts';
import { atOnce } from './at-once.ts';
import { type Cluster, statusMessage } from './connect.ts';
import type { Locate, Served } from './kinds.ts';

/** What the cluster has of an object of a manifest. */
export type LiveState =
  | { readonly state: 'live'; readonly place: Served; readonly object: KubeObject }
  | { readonly state: 'absent'; readonly place: Served }
  /** The API server does not know the kind (yet). */
  | { readonly state: 'unserved' }
  /** We may not read it, or got no answer. */
  | { readonly state: 'not-checked'; readonly place: Served | undefined; readonly why: string };

const AT_ONCE = 8;

/**
 * Reads every object of a manifest by its name, some at a time; one request each. Never throws: what
 * could not be read says why.
 */
export function readLiveStates(
  objects: readonly KubeObject[],
  ports: { readonly cluster: Pick<Cluster, 'call'>; readonly locate: Locate },
): Promise<readonly LiveState[]> {
  return atOnce(objects, AT_ONCE, (object) =>
    readOne(object, ports).catch(
      (error: unknown): LiveState => ({
        state: 'not-checked',
        place: undefined,
        why: describeError(error),
      }),
    ),
  );
}

async function readOne(
  object: KubeObject,
  { cluster, locate }: { readonly cluster: Pick<Cluster, 'call'>; readonly locate: Locate },
): Promise<LiveState> {
  if (!object.metadata.name) {
    return { state: 'not-checked', place: undefined, why: 'its name is made when it is created' };
  }
  const place = await locate(object);
  if (place.state === 'unserved') return { state: 'unserved' };
  if (place.state === 'unknown') return { state: 'not-checked', place: undefined, why: place.why };
  const answer = await cluster.call({ path: place.path });
  if (answer.status === 200) return { state: 'live', place, object: answer.body as KubeObject };
  if (answer.status === 404) return { state: 'absent', place };
  return { state: 'not-checked', place, why: statusMessage(answer) };
}
