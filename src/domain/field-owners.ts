import type { KubeObject } from './manifest.ts';

/** Who set a field, as the API server keeps it. */
export interface FieldOwner {
  readonly manager?: string;
  readonly subresource?: string;
}

interface ManagedFields extends FieldOwner {
  readonly fieldsV1?: { readonly 'f:spec'?: Readonly<Record<string, unknown>> };
}

/**
 * Those who set a field of `spec`, or something below it.
 * @param live read with its `managedFields`
 * @param field `replicas`
 */
export function ownersOf({ metadata }: KubeObject, field: string): readonly FieldOwner[] {
  const { managedFields = [] } = metadata as { readonly managedFields?: readonly ManagedFields[] };
  return managedFields.filter(({ fieldsV1 }) => fieldsV1?.['f:spec']?.[`f:${field}`]);
}
