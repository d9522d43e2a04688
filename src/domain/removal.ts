import type { CheckFinding } from './check-finding.ts';
import { lostData } from './lost-data.ts';
import { type KubeObject, objectName } from './manifest.ts';
import { objectKey } from './object-key.ts';

/** What an upgrade would take away. */
export interface Removal {
  /** All that is in the one manifest and not in the other, and is not kept. */
  readonly removed: readonly KubeObject[];
  /** Those of them that hold data, or of a kind that nobody here knows. */
  readonly data: readonly KubeObject[];
}

/** Helm does not delete an object whose live annotation of this name is `keep` (3.18 and 4.2). */
export const RESOURCE_POLICY = 'helm.sh/resource-policy';

/**
 * What helm deletes between two manifests.
 * @param live the object as it is in the cluster: helm reads `helm.sh/resource-policy: keep` there;
 *   undefined where it is gone or not known, then the old manifest's word counts
 */
export function removalBetween(
  from: readonly KubeObject[],
  to: readonly KubeObject[],
  namespace: string,
  live: (object: KubeObject) => KubeObject | undefined,
): Removal {
  const staying = new Set(to.map((object) => objectKey(object, namespace)));
  const removed = from.filter(
    (object) =>
      !staying.has(objectKey(object, namespace)) &&
      (live(object) ?? object).metadata.annotations?.[RESOURCE_POLICY] !== 'keep',
  );
  return { removed, data: lostData(removed, [], namespace) };
}

/** What may be deleted: all of a kind, or one object. */
export interface AllowedRemoval {
  readonly kind: string;
  readonly name: string | undefined;
}

/** Reads one entry of `allow-delete`: `PersistentVolumeClaim` or `PersistentVolumeClaim/data`. */
export function parseAllowed(entry: string): AllowedRemoval | undefined {
  const [, kind, name] = /^([A-Za-z][A-Za-z0-9]*)(?:\/([a-z0-9:.-]+))?$/.exec(entry) ?? [];
  return kind === undefined ? undefined : { kind, name };
}

/** Refuses the removal of data unless it is meant. */
export function judgeRemoval(
  { data }: Removal,
  allowed: readonly AllowedRemoval[],
): readonly CheckFinding[] {
  return data
    .filter((object) => !allowed.some((one) => covers(one, object)))
    .map((object) => ({
      check: 'removal',
      outcome: 'refused',
      object: objectName(object),
      field: '',
      message: `the new manifest has no ${objectName(object)} any more, so helm would delete it${losing(object)}`,
      hint: `If that is meant: allow-delete: ${objectName(object)}. To keep it: kubectl annotate ${object.kind.toLowerCase()} ${object.metadata.name} ${RESOURCE_POLICY}=keep`,
    }));
}

const covers = ({ kind, name }: AllowedRemoval, object: KubeObject): boolean =>
  kind.toLowerCase() === object.kind.toLowerCase() &&
  (name === undefined || name === object.metadata.name);

const LOSING: Readonly<Record<string, string>> = {
  PersistentVolumeClaim: ' with its data',
  Namespace: ' with everything in it',
  CustomResourceDefinition: ' with all objects of its kind',
};

const losing = ({ kind }: KubeObject): string => LOSING[kind] ?? '';
