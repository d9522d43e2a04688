import { isMapping } from './deep-merge.ts';
import type { KubeObject } from './manifest.ts';
import {
  each,
  type PodTemplateSpec,
  podTemplateOf,
  type TemplateContainer,
  type TemplateSource,
} from './pod-template.ts';

export type ReferredKind = 'Secret' | 'ConfigMap' | 'ServiceAccount' | 'PersistentVolumeClaim';

/** Something that pods need beside their images. */
export interface Reference {
  readonly kind: ReferredKind;
  readonly name: string;
  readonly namespace: string;
  /** What a Secret or ConfigMap must hold; `''`: it must be there, whatever it holds. */
  readonly key: string;
  /**
   * `required`: no pod starts without it. `optional`: the chart says so. `pull`: pods start where
   * the registry lets in everybody, or the node knows the image.
   */
  readonly need: 'required' | 'optional' | 'pull';
  /** Who refers. */
  readonly object: KubeObject;
  /** Where: `spec.template.spec.containers[web].env[PASSWORD]`. */
  readonly field: string;
}

/** A reference before it is known whose it is. */
type Found = Omit<Reference, 'object' | 'namespace'>;

/**
 * All that the pod template of an object refers to, in its order; nothing for an object without one.
 * @param namespace of objects that name none
 */
export function referencesOf(object: KubeObject, namespace: string): readonly Reference[] {
  const template = podTemplateOf(object);
  if (!template) return [];
  const own = object.metadata.namespace || namespace;
  return referencesOfPod(template.spec)
    .filter(({ name }) => name !== '')
    .map((found) => ({
      ...found,
      field: `${template.field}.${found.field}`,
      namespace: own,
      object,
    }));
}

function referencesOfPod(spec: PodTemplateSpec): readonly Found[] {
  const account = spec.serviceAccountName || spec.serviceAccount || '';
  return [
    whole('ServiceAccount', account, 'serviceAccountName'),
    ...each(spec.imagePullSecrets).map(({ name = '' }, index): Found => {
      return { ...whole('Secret', name, `imagePullSecrets[${index}]`), need: 'pull' };
    }),
    ...each(spec.initContainers).flatMap((one, at) => ofContainer(one, 'initContainers', at)),
    ...each(spec.containers).flatMap((one, at) => ofContainer(one, 'containers', at)),
    ...each(spec.volumes).flatMap(ofVolume),
  ];
}

function ofContainer(container: TemplateContainer, list: string, at: number): readonly Found[] {
  const path = `${list}[${container.name ?? at}]`;
  return [
    ...each(container.env).flatMap(({ name, valueFrom }, index) => {
      const field = `${path}.env[${name ?? index}]`;
      const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
      return [
        ...(secretKeyRef ? [oneKey('Secret', secretKeyRef, field)] : []),
        ...(configMapKeyRef ? [oneKey('ConfigMap', configMapKeyRef, field)] : []),
      ];
    }),
    ...each(container.envFrom).flatMap(({ secretRef, configMapRef }, index) => [
      ...fromSource('Secret', secretRef, `${path}.envFrom[${index}]`),
      ...fromSource('ConfigMap', configMapRef, `${path}.envFrom[${index}]`),
    ]),
  ];
}

interface Volume {
  readonly name?: string;
  readonly secret?: TemplateSource & { readonly secretName?: string };
  readonly configMap?: TemplateSource;
  readonly projected?: {
    readonly sources?: readonly {
      readonly secret?: TemplateSource;
      readonly configMap?: TemplateSource;
    }[];
  };
  readonly persistentVolumeClaim?: { readonly claimName?: string };
  readonly azureFile?: { readonly secretName?: string };
  readonly csi?: { readonly nodePublishSecretRef?: { readonly name?: string } };
}

/** Every volume must be mounted before a container starts, also one that no container uses. */
function ofVolume(volume: Volume, at: number): readonly Found[] {
  const field = `volumes[${volume.name ?? at}]`;
  const { secret, projected, persistentVolumeClaim: claim, azureFile, csi } = volume;
  return [
    ...fromSource('Secret', secret && { ...secret, name: secret.secretName ?? '' }, field),
    ...fromSource('ConfigMap', volume.configMap, field),
    ...each(projected?.sources).flatMap((source, index) => [
      ...fromSource('Secret', source.secret, `${field}.projected.sources[${index}]`),
      ...fromSource('ConfigMap', source.configMap, `${field}.projected.sources[${index}]`),
    ]),
    whole('PersistentVolumeClaim', claim?.claimName ?? '', field),
    whole('Secret', azureFile?.secretName ?? '', field),
    whole('Secret', csi?.nodePublishSecretRef?.name ?? '', field),
    // cephfs, rbd, iscsi, flexVolume, scaleIO: all in the same place.
    ...Object.values(volume).flatMap((source: unknown) =>
      isMapping(source) && isMapping(source.secretRef)
        ? [whole('Secret', String(source.secretRef.name ?? ''), field)]
        : [],
    ),
  ];
}

const whole = (kind: ReferredKind, name: string, field: string): Found => ({
  kind,
  name,
  key: '',
  need: 'required',
  field,
});

const oneKey = (
  kind: ReferredKind,
  source: TemplateSource & { readonly key?: string },
  field: string,
): Found => ({
  kind,
  name: source.name ?? '',
  key: source.key ?? '',
  need: source.optional ? 'optional' : 'required',
  field,
});

/** A source as a whole, or the keys that it picks. */
function fromSource(
  kind: ReferredKind,
  source: TemplateSource | undefined,
  field: string,
): readonly Found[] {
  if (!source) return [];
  const keys = each(source.items).map(({ key = '' }) => key);
  return (keys.length > 0 ? keys : ['']).map((key) => oneKey(kind, { ...source, key }, field));
}
