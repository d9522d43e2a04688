import { ownersOf } from './field-owners.ts';
import type { KubeObject } from './manifest.ts';

/** An object that keeps the replicas that somebody other than helm gave it. */
export interface HeldReplicas {
  /** As the manifest has it. */
  readonly object: KubeObject;
  /** What it has now. */
  readonly replicas: number;
  /** `kube-controller-manager (scale)` for an autoscaler, `kubectl (scale)` for a person. */
  readonly manager: string;
}

/**
 * Compares an object of a manifest with the live one, read with its `managedFields`.
 * @returns undefined where both agree, or where the live number is helm's own
 */
export function heldReplicas(object: KubeObject, live: KubeObject): HeldReplicas | undefined {
  const replicas = replicasOf(live);
  if (replicas === undefined || replicas === replicasOf(object)) return undefined;
  const owners = ownersOf(live, 'replicas');
  // Scaled to 0 the number is left out of the record of who set it (measured on 1.35).
  if (owners.length === 0 && replicas === 0) return { object, replicas, manager: 'somebody' };
  const other = owners.find(({ manager }) => manager !== 'helm');
  if (!other) return undefined;
  const { manager = 'somebody', subresource } = other;
  return { object, replicas, manager: subresource ? `${manager} (${subresource})` : manager };
}

/** The number in `spec.replicas`; undefined where there is none. */
export function replicasOf({ spec }: KubeObject): number | undefined {
  const replicas = (spec as { readonly replicas?: unknown } | undefined)?.replicas;
  return typeof replicas === 'number' ? replicas : undefined;
}

/** The objects of a manifest with the replicas that they keep. */
export const withHeld = (
  manifest: readonly KubeObject[],
  held: readonly HeldReplicas[],
): readonly KubeObject[] =>
  manifest.map((object) => {
    const found = held.find((one) => one.object === object);
    if (!found) return object;
    return { ...object, spec: { ...(object.spec as object), replicas: found.replicas } };
  });
