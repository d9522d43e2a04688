import { isMapping } from './deep-merge.ts';
import type { KubeObject } from './manifest.ts';

/** A container, as far as it refers to something. */
export interface TemplateContainer {
  readonly name?: string;
  readonly command?: readonly unknown[];
  readonly args?: readonly unknown[];
  readonly env?: readonly TemplateVariable[];
  readonly envFrom?: readonly {
    readonly secretRef?: TemplateSource;
    readonly configMapRef?: TemplateSource;
  }[];
}

export interface TemplateVariable {
  readonly name?: string;
  readonly value?: unknown;
  readonly valueFrom?: {
    readonly secretKeyRef?: TemplateSource & { readonly key?: string };
    readonly configMapKeyRef?: TemplateSource & { readonly key?: string };
  };
}

export interface TemplateSource {
  readonly name?: string;
  readonly optional?: boolean;
  readonly items?: readonly { readonly key?: string }[];
}

/** What pods are made of, as far as it refers to something. Every part may be missing or null. */
export interface PodTemplateSpec {
  readonly serviceAccountName?: string;
  readonly serviceAccount?: string;
  readonly imagePullSecrets?: readonly { readonly name?: string }[];
  readonly initContainers?: readonly TemplateContainer[];
  readonly containers?: readonly TemplateContainer[];
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
}

export interface PodTemplate {
  /** Path of `spec` in the object: `spec.template.spec`. */
  readonly field: string;
  readonly spec: PodTemplateSpec;
}

const PATHS = ['spec', 'spec.template.spec', 'spec.jobTemplate.spec.template.spec'];

/**
 * The pod template of a Pod, of a workload, or of any kind that has one in the usual place, such as
 * an Argo Rollout; undefined for all else.
 */
export function podTemplateOf(object: KubeObject): PodTemplate | undefined {
  for (const field of PATHS) {
    const spec = field
      .split('.')
      .reduce<unknown>((value, key) => (isMapping(value) ? value[key] : undefined), object);
    // `spec.containers` of a custom kind may be anything.
    const isPod = field !== 'spec' || (object.kind === 'Pod' && object.apiVersion === 'v1');
    if (isPod && isMapping(spec) && Array.isArray(spec.containers)) return { field, spec };
  }
  return undefined;
}

/** Whether applying the object starts pods: not of a CronJob, nor of what is scaled to zero. */
export function startsPods({ kind, spec }: KubeObject): boolean {
  const { replicas, suspend } = (spec ?? {}) as { replicas?: unknown; suspend?: unknown };
  return kind !== 'CronJob' && replicas !== 0 && suspend !== true;
}

/** Items of what should be a list of mappings: charts also write null, or leave it out. */
export const each = <Item>(given: readonly Item[] | null | undefined): readonly Item[] =>
  (Array.isArray(given) ? (given as readonly Item[]) : []).filter((item) => isMapping(item));
