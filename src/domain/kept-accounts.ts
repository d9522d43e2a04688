import type { KubeObject } from './manifest.ts';
import { objectKey } from './object-key.ts';
import { podTemplateOf } from './pod-template.ts';

/** An object of a manifest whose live pods may run as an account that the manifest does not name. */
export interface KeptAccount {
  readonly object: KubeObject;
  /** Path of the pod template's spec in the object. */
  readonly field: string;
  /** The ServiceAccount that the manifest before named. */
  readonly account: string;
}

/**
 * What going from one manifest to another leaves with the old ServiceAccount: the API server also
 * fills in the deprecated `serviceAccount`, which nobody owns, and when helm takes
 * `serviceAccountName` away sets it again from there (measured on 1.35 with helm 4.2).
 */
export function keptAccounts(
  from: readonly KubeObject[],
  to: readonly KubeObject[],
  namespace: string,
): readonly KeptAccount[] {
  const before = new Map(from.map((object) => [objectKey(object, namespace), object]));
  return to.flatMap((object) => {
    const old = before.get(objectKey(object, namespace));
    const account = old && accountOf(old);
    const template = podTemplateOf(object);
    if (!account || !template || template.field === 'spec' || accountOf(object)) return [];
    return [{ object, field: template.field, account }];
  });
}

/** The account that the object's pods run as; undefined: the namespace's default. */
export function accountOf(object: KubeObject): string | undefined {
  const { serviceAccountName, serviceAccount } = podTemplateOf(object)?.spec ?? {};
  return serviceAccountName || serviceAccount || undefined;
}
