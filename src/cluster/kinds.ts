import type { KubeObject } from '../domain/manifest.ts';
import { type Cluster, type KubeAnswer, statusMessage } from './connect.ts';

/** Where the API server keeps the objects of a kind. */
export interface Served {
  readonly state: 'served';
  readonly namespaced: boolean;
  /** `deployments` */
  readonly plural: string;
  /** Path of one object; an empty namespace of a namespaced kind is the release's. */
  readonly path: string;
}

export type Place =
  | Served
  /** The API server does not know the kind. */
  | { readonly state: 'unserved' }
  /** It did not say: an aggregated API is down, or we may not ask. */
  | { readonly state: 'unknown'; readonly why: string };

/** Finds the path of an object. Each group and version is asked for once. */
export type Locate = (object: KubeObject) => Promise<Place>;

interface ResourceList {
  readonly resources?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
  }[];
}

/** Answers from the API server's own lists; `namespace` is that of objects without one. */
export function createLocate(cluster: Pick<Cluster, 'call'>, namespace: string): Locate {
  const asked = new Map<string, Promise<KubeAnswer>>();
  return async (object) => {
    const root = rootOf(object.apiVersion);
    const pending = asked.get(root) ?? cluster.call({ path: root });
    asked.set(root, pending);
    const answer = await pending;
    if (answer.status === 404) return { state: 'unserved' };
    if (answer.status !== 200) return { state: 'unknown', why: statusMessage(answer) };
    // A subresource has a slash in its name, and often the kind of its owner.
    const found = (answer.body as ResourceList).resources?.find(
      ({ kind, name }) => kind === object.kind && !name.includes('/'),
    );
    if (!found) return { state: 'unserved' };
    const scope = found.namespaced
      ? `/namespaces/${encodeURIComponent(object.metadata.namespace || namespace)}`
      : '';
    const { namespaced, name: plural } = found;
    const path = `${root}${scope}/${plural}/${encodeURIComponent(object.metadata.name)}`;
    return { state: 'served', namespaced, plural, path };
  };
}

/** The core group has no name and a root of its own. */
const rootOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
