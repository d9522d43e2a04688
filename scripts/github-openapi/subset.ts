type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** Keys that only explain. */
const PROSE = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'default',
  'tags',
  'deprecated',
  'readOnly',
  'writeOnly',
  'servers',
]);

/** Formats ajv-formats checks; GitHub's own bots have addresses that are no `email`. */
const FORMATS = new Set(['date-time', 'uri', 'int32', 'int64']);

/**
 * The operations of an OpenAPI description, with all their schemas, without prose; and the ids
 * that the description does not have.
 */
export function subset(
  whole: unknown,
  operationIds: readonly string[],
): { readonly document: JsonObject; readonly missing: readonly string[] } {
  const source = object(whole as Json);
  const wanted = new Set(operationIds);
  const paths: Record<string, Json> = {};
  const found = new Set<string>();
  for (const [path, item] of Object.entries(object(source.paths))) {
    const methods = Object.entries(object(item)).filter(([, operation]) =>
      wanted.has(String(object(operation).operationId)),
    );
    if (methods.length === 0) continue;
    for (const [, operation] of methods) found.add(String(object(operation).operationId));
    paths[path] = Object.fromEntries(
      methods.map(([method, operation]) => [method, bareOperation(object(operation))]),
    );
  }
  const components = closure(paths, object(source.components));
  const info = {
    title: 'GitHub REST API, a subset',
    version: String(object(source.info).version),
  };
  return {
    document: { openapi: String(source.openapi), info, paths, components },
    missing: operationIds.filter((id) => !found.has(id)),
  };
}

/** What the judge needs of an operation, and where GitHub documents it. */
function bareOperation(operation: JsonObject): JsonObject {
  const { operationId, externalDocs, parameters, requestBody, responses } = operation;
  const url = object(externalDocs).url;
  const bare = Object.entries({ parameters, requestBody, responses }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, strip(value)] as const],
  );
  return {
    operationId: String(operationId),
    ...(url === undefined ? {} : { externalDocs: { url } }),
    ...Object.fromEntries(bare),
  };
}

/** Every component that the paths refer to, directly or through others. */
function closure(paths: Json, components: JsonObject): JsonObject {
  const result: Record<string, Record<string, Json>> = {};
  const queue = references(paths);
  const seen = new Set<string>();
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    const [, , kind = '', name = ''] = ref.split('/');
    const found = object(components[kind])[name];
    if (found === undefined) throw new Error(`${ref} leads nowhere`);
    const bare = strip(found);
    result[kind] = { ...result[kind], [name]: bare };
    queue.push(...references(bare));
  }
  return result;
}

function references(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap(references);
  if (!isObject(node)) return [];
  const own = typeof node.$ref === 'string' ? [node.$ref] : [];
  return [...own, ...Object.values(node).flatMap(references)];
}

/** Without prose, vendor extensions, other media types, and what ajv does not understand. */
function strip(node: Json): Json {
  if (Array.isArray(node)) return node.map(strip);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    // Names of properties may be any word, `description` among them.
    if (key === 'properties') return [[key, mapValues(object(value), strip)]];
    if (key === 'headers' || PROSE.has(key) || key.startsWith('x-')) return [];
    if (key === 'format' && !FORMATS.has(String(value))) return [];
    if (key === 'content') return content(object(value));
    return [[key, strip(value)]];
  });
  return withDescription(forAjv(Object.fromEntries(entries), node));
}

/** Two things OpenAPI 3.0 means and JSON Schema does not: `nullable`, and an empty default address. */
function forAjv(bare: JsonObject, source: JsonObject): JsonObject {
  const { nullable, format, ...rest } = bare;
  // Where the description's own default is '', an empty text is no broken address.
  const formatted = format === undefined || source.default === '' ? rest : { format, ...rest };
  if (nullable !== true) return nullable === undefined ? formatted : { nullable, ...formatted };
  if (rest.type === undefined) return { anyOf: [formatted, { enum: [null] }] };
  const values = Array.isArray(rest.enum) ? { enum: [...new Set([...rest.enum, null])] } : {};
  return { ...formatted, ...values, nullable };
}

/** A response object must have a description. */
function withDescription(node: JsonObject): JsonObject {
  const isResponses =
    Object.keys(node).length > 0 && Object.keys(node).every((key) => /^\d{3}$/.test(key));
  if (!isResponses) return node;
  return mapValues(node, (response) =>
    isObject(response) && response.$ref === undefined ? { description: '', ...response } : response,
  );
}

function content(types: JsonObject): [string, Json][] {
  const json = types['application/json'];
  return json === undefined ? [] : [['content', { 'application/json': strip(json) }]];
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const mapValues = (node: JsonObject, map: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value)]));
