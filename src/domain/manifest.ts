/** A Kubernetes object as far as we read it; the rest is carried along untouched. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly OwnerReference[];
  };
  readonly spec?: unknown;
  readonly status?: unknown;
}

export interface OwnerReference {
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly controller?: boolean;
}

/** The kinds whose pods roll when their template changes. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';

export interface WorkloadRef {
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly namespace: string;
}

/** How people call an object: `Deployment/web`. */
export const objectName = ({ kind, metadata }: KubeObject): string => `${kind}/${metadata.name}`;

const ROLLING: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** The rolling workloads of a rendered manifest; without a namespace of their own they are in the release's. */
export function workloads(
  manifest: readonly KubeObject[],
  namespace: string,
): readonly WorkloadRef[] {
  return manifest
    .filter((object) => ROLLING.includes(object.kind) && object.apiVersion === 'apps/v1')
    .map((object) => ({
      kind: object.kind as WorkloadKind,
      name: object.metadata.name,
      namespace: object.metadata.namespace ?? namespace,
    }));
}

/**
 * The object of a list that a reference means; the API version does not count.
 * @param namespace of objects that name none
 */
export const findObject = (
  objects: readonly KubeObject[],
  ref: { readonly kind: string; readonly name: string; readonly namespace: string | undefined },
  namespace: string,
): KubeObject | undefined =>
  objects.find(
    ({ kind, metadata }) =>
      kind === ref.kind &&
      metadata.name === ref.name &&
      (metadata.namespace ?? namespace) === ref.namespace,
  );
