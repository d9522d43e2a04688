import { evaluate } from '../language/evaluate.ts';
import { isObject, type ObjectValue, toText, type Value } from '../language/value.ts';

/** One job of a matrix. */
export interface MatrixLeg {
  readonly matrix: ObjectValue;
  /** What its name shows: the scalars of the vectors, not what `include` added. */
  readonly segments: readonly string[];
}

/**
 * Expands a `matrix:` whose expressions are evaluated.
 * Source: actions/runner, `WorkflowParser/Conversion/MatrixBuilder.cs`.
 * @throws {Error} with GitHub's words for an empty vector or matrix
 */
export function expandMatrix(value: Value): readonly MatrixLeg[] {
  if (!isObject(value)) throw new Error('Expected a mapping');
  const { include, exclude, ...vectors } = value;
  const names = Object.keys(vectors);
  for (const name of names) {
    const vector = vectors[name];
    if (!Array.isArray(vector)) throw new Error('Expected a sequence');
    if (vector.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`);
  }
  const includes = filters(include);
  if (names.length === 0 && includes.length === 0) {
    throw new Error('Matrix must define at least one vector');
  }
  const product = names.reduce<readonly ObjectValue[]>(
    (legs, name) =>
      legs.flatMap((leg) =>
        (vectors[name] as readonly Value[]).map((one) => ({ ...leg, [name]: one })),
      ),
    [{}],
  );
  const kept = (names.length === 0 ? [] : product).filter(
    (leg) => !filters(exclude).some((filter) => matches(leg, filter)),
  );
  const used = new Set<ObjectValue>();
  const legs = kept.map((leg) => {
    const extra: Record<string, Value> = {};
    for (const filter of includes) {
      const [own, more] = split(filter, names);
      if (!matches(leg, own)) continue;
      used.add(filter);
      Object.assign(extra, more);
    }
    return { matrix: { ...leg, ...extra }, segments: scalars(leg) };
  });
  const added = includes
    .filter((filter) => !used.has(filter))
    .map((filter) => ({ matrix: filter, segments: scalars(filter) }));
  return [...legs, ...added];
}

const filters = (value: Value | undefined): readonly ObjectValue[] =>
  [value ?? []].flat().filter(isObject);

/** Parts of an `include` entry: what must match, and what it adds. */
function split(filter: ObjectValue, names: readonly string[]): [ObjectValue, ObjectValue] {
  const own = Object.entries(filter).filter(([name]) => names.includes(name));
  const more = Object.entries(filter).filter(([name]) => !names.includes(name));
  return [Object.fromEntries(own), Object.fromEntries(more)];
}

/** Whether every scalar of the filter equals the leg's, by the equality of expressions. */
const matches = (leg: Value | undefined, filter: Value): boolean => {
  if (Array.isArray(filter)) {
    return filter.every((one, i) => matches(Array.isArray(leg) ? leg[i] : undefined, one));
  }
  if (isObject(filter)) {
    return Object.entries(filter).every(([name, one]) =>
      matches(isObject(leg) ? leg[name] : undefined, one),
    );
  }
  const contexts = { matrix: { a: leg ?? null, b: filter } };
  return evaluate('matrix.a == matrix.b', { contexts }) === true;
};

const scalars = (value: Value): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(scalars);
  if (isObject(value)) return Object.values(value).flatMap(scalars);
  return value === null || value === '' ? [] : [toText(value)];
};

/** `deploy (staging, eu)`, cut as GitHub cuts it. */
export function matrixName(name: string, segments: readonly string[]): string {
  const full = segments.length === 0 ? name : `${name} (${segments.join(', ')})`;
  return full.length > 100 ? `${full.slice(0, 97)}...` : full;
}
