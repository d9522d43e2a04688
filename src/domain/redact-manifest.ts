import { isMapping } from './deep-merge.ts';
import type { KubeObject } from './manifest.ts';
import type { Redact } from './redact.ts';

/** kubectl's copy of the whole object, with the values of Secrets. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * A manifest to keep where others may read it: the values of Secrets are gone, their keys stay, and
 * known secrets are taken out of every other text. Keys of mappings stay as they are.
 */
export const redactManifest = (
  manifest: readonly KubeObject[],
  redact: Redact,
): readonly KubeObject[] =>
  manifest.map((object) => redactTexts(withoutValues(object), redact) as KubeObject);

function withoutValues(object: KubeObject): KubeObject {
  const { annotations } = object.metadata;
  const { [LAST_APPLIED]: copy, ...others } = annotations ?? {};
  const shown =
    copy === undefined
      ? object
      : { ...object, metadata: { ...object.metadata, annotations: others } };
  if (object.kind !== 'Secret') return shown;
  const { data, stringData } = object as { readonly data?: unknown; readonly stringData?: unknown };
  return {
    ...shown,
    ...(isMapping(data) && { data: hidden(data) }),
    ...(isMapping(stringData) && { stringData: hidden(stringData) }),
  };
}

const hidden = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(values).map((key) => [key, '***']));

function redactTexts(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactTexts(item, redact));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, redactTexts(part, redact)]),
  );
}
