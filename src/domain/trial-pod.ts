import { brings, type Coming } from './coming-objects.ts';
import { isMapping } from './deep-merge.ts';
import type { KubeObject } from './manifest.ts';
import { podTemplateOf } from './pod-template.ts';

/** A pod as a controller would make it, to be tried out. */
export interface TrialPod {
  /** Whose pod it is. */
  readonly owner: KubeObject;
  /** Path of its template in the owner. */
  readonly field: string;
  readonly pod: Readonly<Record<string, unknown>>;
}

interface Claims {
  readonly volumeClaimTemplates?: readonly { readonly metadata?: { readonly name?: string } }[];
}

/**
 * The pod of an object's template, fit for a dry run before the release is there: what comes with
 * the release and does not exist yet is left out or replaced by what always exists.
 * @returns undefined for an object without a pod template
 */
export function trialPodOf(owner: KubeObject, coming: Coming): TrialPod | undefined {
  const template = podTemplateOf(owner);
  if (!template) return undefined;
  const path = template.field.split('.').slice(0, -1);
  const around = path.reduce<unknown>((value, key) => (isMapping(value) ? value[key] : {}), owner);
  const metadata = isMapping(around) && isMapping(around.metadata) ? around.metadata : {};
  const namespace = owner.metadata.namespace || coming.namespace;
  return {
    owner,
    field: template.field,
    pod: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...('labels' in metadata && { labels: metadata.labels }),
        ...('annotations' in metadata && { annotations: metadata.annotations }),
        namespace,
        generateName: `${owner.metadata.name.slice(0, 40)}-`,
      },
      spec: startable(template.spec, owner, coming),
    },
  };
}

/** The spec without what comes with the release; claims of a StatefulSet become empty folders. */
function startable(
  spec: object,
  owner: KubeObject,
  coming: Coming,
): Readonly<Record<string, unknown>> {
  const { serviceAccountName, serviceAccount, priorityClassName, runtimeClassName, ...rest } =
    spec as Readonly<Record<string, unknown>>;
  const unlessBrought = (kind: string, field: string, name: unknown) =>
    name && !brings(coming, kind, String(name)) ? { [field]: name } : {};
  const claims = (owner.spec as Claims | undefined)?.volumeClaimTemplates ?? [];
  const volumes = Array.isArray(rest.volumes) ? (rest.volumes as readonly unknown[]) : [];
  return {
    ...rest,
    ...unlessBrought('ServiceAccount', 'serviceAccountName', serviceAccountName || serviceAccount),
    ...unlessBrought('PriorityClass', 'priorityClassName', priorityClassName),
    ...unlessBrought('RuntimeClass', 'runtimeClassName', runtimeClassName),
    ...(claims.length > 0 && {
      volumes: [
        ...volumes,
        ...claims.map(({ metadata }) => ({ name: metadata?.name, emptyDir: {} })),
      ],
    }),
  };
}
