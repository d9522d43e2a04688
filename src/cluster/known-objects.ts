import type { KubeObject } from '../domain/manifest.ts';
import type { Change } from '../domain/world.ts';

/** A whole collection as it was at one moment. */
export interface Listing {
  readonly resourceVersion: string;
  readonly items: readonly KubeObject[];
}

/** What has been told of one collection, so that lists and streams of it can be mixed in any order. */
export interface KnownObjects {
  /** An object as it is now; what is older than what was told is dropped. */
  readonly see: (object: KubeObject) => void;
  /** An object that is not there any more; of a version that was told or of the one of its end. */
  readonly lose: (object: KubeObject) => void;
  /** The whole collection: what was told and is not in it is gone. */
  readonly settle: (listing: Listing) => void;
}

/**
 * Tells each state of each object once, through `onChange`. With `since`, only what is newer than
 * that version is told.
 */
export function knownObjects(
  onChange: (change: Change) => void,
  since: () => string | undefined,
): KnownObjects {
  const known = new Map<string, KubeObject>();
  // A list that was on its way while a stream told of the end must not bring the object back.
  const ended = new Map<string, string>();
  const see = (object: KubeObject): void => {
    const [key, version, start] = [identify(object), versionOf(object), since()];
    const told = known.get(key);
    const before = told ? versionOf(told) : (ended.get(key) ?? start);
    if (before !== undefined && !isNewer(version, before)) return;
    known.set(key, object);
    ended.delete(key);
    onChange({ gone: false, object });
  };
  const end = (object: KubeObject, version: string): void => {
    const key = identify(object);
    ended.set(key, version);
    if (known.delete(key)) onChange({ gone: true, object });
  };
  return {
    see,
    lose: (object) => end(object, versionOf(object)),
    settle: ({ resourceVersion, items }) => {
      const there = new Set(items.map(identify));
      for (const [key, object] of known) {
        if (there.has(key) || isNewer(versionOf(object), resourceVersion)) continue;
        end(object, resourceVersion);
      }
      for (const item of items) see(item);
    },
  };
}

/** A replaced object has the same name and another uid. */
const identify = ({ metadata }: KubeObject): string =>
  metadata.uid ?? `${metadata.namespace ?? ''}/${metadata.name}`;

/** The version of an object, or `''` where it has none. */
export const versionOf = ({ metadata }: KubeObject): string =>
  (metadata as { readonly resourceVersion?: string }).resourceVersion ?? '';

/**
 * Versions are decimal numbers without a limit, comparable within one collection
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions); where a server
 * makes them otherwise, a different one is taken for newer.
 */
export function isNewer(version: string, than: string): boolean {
  if (!/^\d+$/.test(version) || !/^\d+$/.test(than)) return version !== than;
  return version.length === than.length ? version > than : version.length > than.length;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Leaves out what is large and tells nothing: who manages which field, and kubectl's own copy. */
export function trim(object: KubeObject): KubeObject {
  const { managedFields: _, ...metadata } = object.metadata as KubeObject['metadata'] & {
    readonly managedFields?: unknown;
  };
  if (metadata.annotations?.[LAST_APPLIED] === undefined) return { ...object, metadata };
  const { [LAST_APPLIED]: __, ...annotations } = metadata.annotations;
  return { ...object, metadata: { ...metadata, annotations } };
}
