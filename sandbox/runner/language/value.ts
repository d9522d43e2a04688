import { data } from '@actions/expressions';

/** What an expression works on: JSON. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };

export type ObjectValue = { readonly [key: string]: Value };

export const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Contexts are large and asked often; they are never changed in place. */
const known = new WeakMap<object, ReturnType<typeof data.reviver>>();

/** A value as GitHub's evaluator wants it. */
export function toData(value: Value): ReturnType<typeof data.reviver> {
  if (value === null || typeof value !== 'object') return data.reviver('', value);
  const made = known.get(value);
  if (made !== undefined) return made;
  const fresh = Array.isArray(value)
    ? new data.Array(...(value as readonly Value[]).map(toData))
    : new data.Dictionary(
        ...Object.entries(value as ObjectValue).map(([key, one]) => ({ key, value: toData(one) })),
      );
  known.set(value, fresh);
  return fresh;
}

/** A value out of GitHub's evaluator. */
export function fromData(one: ReturnType<typeof data.reviver>): Value {
  return JSON.parse(JSON.stringify(one, data.replacer)) as Value;
}

/**
 * A scalar as text, by GitHub's rules: `true`, `1.5`, `''` for null.
 * @throws {Error} for a list or a mapping, with GitHub's words
 */
export function toText(value: Value): string {
  if (Array.isArray(value)) throw new Error('A sequence was not expected');
  if (isObject(value)) throw new Error('A mapping was not expected');
  return toData(value).coerceString();
}
