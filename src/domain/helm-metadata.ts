import type { CheckFinding } from './check-finding.ts';
import { type KubeObject, objectName } from './manifest.ts';

/** A release, as Helm writes its name onto every object. */
export interface Owner {
  readonly release: string;
  readonly namespace: string;
}

const MANAGED_BY = 'app.kubernetes.io/managed-by';
const RELEASE = 'meta.helm.sh/release-name';
const NAMESPACE = 'meta.helm.sh/release-namespace';

/**
 * The manifest as Helm really applies it: it marks each object as its own. A dry run without the
 * marks would tell of their removal. Source: helm `pkg/action/validate.go`, `setMetadataVisitor`.
 */
export const asApplied = (
  manifest: readonly KubeObject[],
  { release, namespace }: Owner,
): readonly KubeObject[] =>
  manifest.map((object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, [MANAGED_BY]: 'Helm' },
      annotations: {
        ...object.metadata.annotations,
        [RELEASE]: release,
        [NAMESPACE]: namespace,
      },
    },
  }));

/**
 * Refuses what Helm would refuse after it has begun: an object that is there already and not marked
 * as this release's. Only for objects that the release did not have before.
 * @param live the objects that are there; `takeOwnership` is helm's flag of that name
 */
export function judgeOwnership(
  live: readonly KubeObject[],
  { release, namespace }: Owner,
  takeOwnership: boolean,
): readonly CheckFinding[] {
  if (takeOwnership) return [];
  return live.flatMap((object) => {
    const { labels, annotations } = object.metadata;
    const found = [labels?.[MANAGED_BY], annotations?.[RELEASE], annotations?.[NAMESPACE]];
    const [manager, owner, home] = found;
    if (manager === 'Helm' && owner === release && home === namespace) return [];
    const whose = owner
      ? `belongs to release ${owner} of namespace ${home ?? 'unknown'}`
      : 'was not made by Helm';
    return [
      {
        check: 'ownership',
        outcome: 'refused',
        object: objectName(object),
        field: owner ? `metadata.annotations["${RELEASE}"]` : '',
        message: `${objectName(object)} is there already and ${whose}`,
        hint: 'Give it another name, delete it, or set take-ownership: true to make it part of this release.',
      } as const,
    ];
  });
}
