import { type Document, isScalar, parseAllDocuments } from 'yaml';
import type { KubeObject } from '../domain/manifest.ts';

/**
 * Changes `spec.replicas` in the text of a manifest and nothing else: writing YAML anew would lose
 * what Helm reads differently from us (`0644`, `yes`).
 * @returns undefined where one of the numbers is not to be found in the text
 */
export function setReplicas(
  text: string,
  changes: readonly { readonly object: KubeObject; readonly replicas: number }[],
): string | undefined {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'error' });
  const spots = changes.flatMap(({ object, replicas }) => {
    const node = documents
      .find((document) => isAbout(document, object))
      ?.getIn(['spec', 'replicas'], true);
    if (!isScalar(node) || !node.range) return [];
    return [{ start: node.range[0], end: node.range[1], text: String(replicas) }];
  });
  if (spots.length < changes.length) return undefined;
  // From the end, so that the places in front stay where they are.
  return spots
    .sort((a, b) => b.start - a.start)
    .reduce((done, spot) => done.slice(0, spot.start) + spot.text + done.slice(spot.end), text);
}

const isAbout = (document: Document, { kind, metadata }: KubeObject): boolean =>
  document.get('kind') === kind &&
  document.getIn(['metadata', 'name']) === metadata.name &&
  (document.getIn(['metadata', 'namespace']) ?? undefined) === metadata.namespace;
