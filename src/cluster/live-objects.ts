import type { KubeObject } from '../domain/manifest.ts';
import { objectName } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, statusMessage } from './connect.ts';
import { type DryRun, dryRunObjects } from './dry-run.ts';
import { createLocate, type Served } from './kinds.ts';

/** The objects of any kind, by what a manifest says of them. */
export interface LiveObjects {
  /** As it is now, with `managedFields`. @returns undefined when there is none */
  readonly read: (object: KubeObject) => Promise<KubeObject | undefined>;
  /** A merge patch: `null` removes a field; an object that is gone is left alone. */
  readonly merge: (object: KubeObject, change: object) => Promise<void>;
  /** `null` removes an annotation; an object that is gone is left alone. */
  readonly annotate: (
    object: KubeObject,
    annotations: Readonly<Record<string, string | null>>,
  ) => Promise<void>;
  /** See dryRunObjects. */
  readonly dryRun: (objects: readonly KubeObject[]) => Promise<readonly DryRun[]>;
}

/**
 * `namespace` is that of objects that name none. `read`, `merge` and `annotate` throw {ActionError}
 * `cluster-refused` where the API server does not let us.
 */
export function createLiveObjects(cluster: Pick<Cluster, 'call'>, namespace: string): LiveObjects {
  const locate = createLocate(cluster, namespace);
  const find = async (object: KubeObject): Promise<Served | undefined> => {
    const place = await locate(object);
    if (place.state === 'unknown') throw refused('find', object, place.why);
    return place.state === 'served' ? place : undefined;
  };
  const merge = async (verb: string, object: KubeObject, body: object): Promise<void> => {
    const place = await find(object);
    if (!place) return;
    const contentType = 'application/merge-patch+json';
    const answer = await cluster.call({ method: 'PATCH', path: place.path, contentType, body });
    if (answer.status === 200 || answer.status === 404) return;
    throw refused(verb, object, statusMessage(answer));
  };
  return {
    read: async (object) => {
      const place = await find(object);
      if (!place) return undefined;
      const answer = await cluster.call({ path: place.path });
      if (answer.status === 200) return answer.body as KubeObject;
      if (answer.status === 404) return undefined;
      throw refused('read', object, statusMessage(answer));
    },
    merge: (object, change) => merge('change', object, change),
    annotate: (object, annotations) => merge('annotate', object, { metadata: { annotations } }),
    dryRun: (objects) => dryRunObjects(objects, { cluster, locate }),
  };
}

const refused = (verb: string, object: KubeObject, why: string): ActionError =>
  new ActionError('cluster-refused', `Cannot ${verb} ${objectName(object)}: ${why}`);
