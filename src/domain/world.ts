import type { KubeObject } from './manifest.ts';

/** One line of a watch, or one difference between two lists. */
export interface Change {
  readonly gone: boolean;
  /** The newest state; of a deleted object the last one. */
  readonly object: KubeObject;
}

/** What is known of the cluster right now. */
export interface World {
  /** The objects of a kind that exist; events are objects of kind `Event`. */
  readonly all: (kind: string) => readonly KubeObject[];
  /** Last states of the newest deleted Pods and Jobs: a hook's pod may be gone before helm speaks. */
  readonly gone: (kind: 'Pod' | 'Job') => readonly KubeObject[];
}

export interface WorldStore extends World {
  readonly apply: (change: Change) => void;
}

const REMEMBERED = ['Pod', 'Job'];
const REMEMBER_MOST = 200;

/** An empty world that changes by the changes of the watches. */
export function createWorld(): WorldStore {
  const kinds = new Map<string, Map<string, KubeObject>>();
  const gone = new Map<string, Map<string, KubeObject>>();
  const of = (store: typeof kinds, kind: string): Map<string, KubeObject> => {
    const found = store.get(kind) ?? new Map<string, KubeObject>();
    store.set(kind, found);
    return found;
  };
  return {
    all: (kind) => [...(kinds.get(kind)?.values() ?? [])],
    gone: (kind) => [...(gone.get(kind)?.values() ?? [])],
    apply: (change) => {
      const { object } = change;
      const key = identify(object);
      if (!change.gone) {
        of(kinds, object.kind).set(key, object);
        return;
      }
      of(kinds, object.kind).delete(key);
      if (REMEMBERED.includes(object.kind)) remember(of(gone, object.kind), key, object);
    },
  };
}

/** A replaced object has the same name and another uid: both may be there for a moment. */
function identify({ metadata }: KubeObject): string {
  return metadata.uid ?? `${metadata.namespace ?? ''}/${metadata.name}`;
}

function remember(store: Map<string, KubeObject>, key: string, object: KubeObject): void {
  store.set(key, object);
  const [oldest] = store.keys();
  if (store.size > REMEMBER_MOST && oldest !== undefined) store.delete(oldest);
}
