import {
  type DocumentOptions,
  type ParseOptions,
  parseAllDocuments,
  type ScalarTag,
  type SchemaOptions,
  type Tags,
} from 'yaml';
import type { KubeObject } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';

/**
 * How Helm reads YAML (sigs.k8s.io/yaml): 1.1, where `0644` is 420 and `yes` is true, but `12:30`
 * and `2026-01-02` stay text; the later of two equal keys wins.
 */
export const YAML_OF_HELM: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  uniqueKeys: false,
  logLevel: 'error',
  customTags: asInGo,
};

/**
 * The objects of a rendered manifest, read as Helm reads it; the items of a `List` stand for
 * themselves.
 * @throws {ActionError} `helm-failed` for text that is no YAML
 */
export function parseManifest(text: string): readonly KubeObject[] {
  return parseAllDocuments(text, YAML_OF_HELM).flatMap((document) => {
    const [error] = document.errors;
    if (error) {
      throw new ActionError('helm-failed', `The manifest is no YAML: ${error.message}`);
    }
    return flatten(document.toJS() as KubeObject | null);
  });
}

function asInGo(tags: Tags): Tags {
  const known = tags.filter(
    (tag) =>
      typeof tag === 'string' ||
      ((tag as { format?: string }).format !== 'TIME' && tag.tag !== 'tag:yaml.org,2002:timestamp'),
  );
  return [...known, OCTAL];
}

/** Of YAML 1.2; Go's reader knows it too. */
const OCTAL: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^0o[0-7]+$/,
  resolve: (text) => Number.parseInt(text.slice(2), 8),
};

function flatten(object: KubeObject | null): readonly KubeObject[] {
  if (object?.kind === undefined) return [];
  const { items } = object as { items?: unknown };
  if (!object.kind.endsWith('List') || !Array.isArray(items)) return [object];
  return (items as (KubeObject | null)[]).flatMap(flatten);
}
