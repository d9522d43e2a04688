import type { KubeObject } from './manifest.ts';

/** The API group of an object, `''` for the core group. */
export const groupOf = ({ apiVersion }: Pick<KubeObject, 'apiVersion'>): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';

/**
 * What makes an object the same one in two manifests, as Helm compares (`ResourceList.Difference`):
 * group, kind, namespace and name; the version does not count.
 * @param namespace of objects that name none
 */
export const objectKey = (object: KubeObject, namespace: string): string =>
  [groupOf(object), object.kind, object.metadata.namespace || namespace, object.metadata.name].join(
    '/',
  );

/** Whether Kubernetes itself has the group; all others are somebody's own kinds. */
export const isBuiltIn = (group: string): boolean =>
  !group.includes('.') || group.endsWith('.k8s.io');
