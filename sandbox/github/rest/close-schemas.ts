import { isRecord } from './fields.ts';

const COMBINATORS = ['allOf', 'anyOf', 'oneOf'];

/**
 * The document with `additionalProperties: false` on every object that names its properties, so
 * that a field GitHub does not describe is found. Left open: what is combined with other schemas
 * (each sees the whole object) and what the description itself opens.
 */
export function closeSchemas<Document extends object>(document: Document): Document {
  const shared = new Set<string>();
  collectCombined(document, shared);
  return close(document, false, '#', shared) as Document;
}

/** References that stand inside an `allOf`: such a schema sees fields of its neighbours. */
function collectCombined(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) collectCombined(item, found);
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'allOf' && Array.isArray(value)) {
      for (const part of value) if (isRecord(part)) found.add(String(part.$ref));
    }
    collectCombined(value, found);
  }
}

function close(node: unknown, combined: boolean, path: string, shared: Set<string>): unknown {
  if (Array.isArray(node)) {
    return node.map((item, index) => close(item, combined, `${path}/${index}`, shared));
  }
  if (!isRecord(node)) return node;
  const combines = COMBINATORS.some((key) => key in node);
  const entries = Object.entries(node).map(([key, value]) => {
    // Alternatives of an object with properties of its own describe only a part of it.
    const partial = key === 'allOf' || (COMBINATORS.includes(key) && 'properties' in node);
    return [key, close(value, partial, `${path}/${key}`, shared)] as const;
  });
  const closes =
    isRecord(node.properties) &&
    !('additionalProperties' in node) &&
    node.type === 'object' &&
    !combined &&
    !combines &&
    !shared.has(path);
  return { ...Object.fromEntries(entries), ...(closes ? { additionalProperties: false } : {}) };
}
