import type { Cursor } from './cursor.ts';
import { type About, type Draft, describe, type Shape, shape, shown } from './shape.ts';

interface ListLimits {
  readonly min?: number;
  readonly unique?: boolean;
}

/** What stands in a list is there. */
type Item<T> = Exclude<T, undefined>;

/** A list; empty when its key is not there. */
export function listOf<T>(
  item: Shape<T>,
  about: Pick<About<never>, 'description' | 'required'> & ListLimits,
): Shape<readonly Item<T>[]> {
  const { min = 0, unique = false, ...rest } = about;
  const schema = {
    type: 'array',
    items: item.schema,
    ...(min > 0 && { minItems: min }),
    ...(unique && { uniqueItems: true }),
  };
  const list = shape<readonly Item<T>[], typeof rest & { default: readonly Item<T>[] }>(
    `list of ${item.kind}`,
    { ...rest, default: [] },
    schema,
    (at) => {
      if (at.kind !== 'list') {
        at.refuse(`must be a list, not ${describe(at)}`, 'write [one, two] or `- one` lines');
        return undefined;
      }
      const items = at.children();
      if (items.length < min) at.refuse(`must have at least ${min} item${min > 1 ? 's' : ''}`);
      if (unique) refuseTwice(items.map(({ value }) => value));
      return items.map(({ value }) => item.read(value)) as Draft<readonly Item<T>[]>;
    },
  );
  return withKeysOf(item, list);
}

function refuseTwice(items: readonly Cursor[]): void {
  items.forEach((item, index) => {
    if (item.value === undefined || item.value === null) return;
    if (items.findIndex((other) => other.value === item.value) === index) return;
    item.refuse(`${shown(String(item.value))} is given twice`);
  });
}

/** A mapping from names to values of one shape; empty when its key is not there. */
export function mappingOf<T>(
  value: Shape<T>,
  about: Pick<About<never>, 'description' | 'required'> & {
    /** What stands for a key in the reference: `<service>`. */
    readonly named: string;
    readonly pattern: string;
    readonly allowed: string;
  },
): Shape<Readonly<Record<string, Item<T>>>> {
  const { named, pattern, allowed, ...rest } = about;
  const expression = new RegExp(pattern, 'u');
  const schema = {
    type: 'object',
    propertyNames: { pattern },
    additionalProperties: value.schema,
  };
  type Mapping = Readonly<Record<string, Item<T>>>;
  const mapping = shape<Mapping, typeof rest & { default: Mapping }>(
    `mapping ${named} → ${value.kind}`,
    { ...rest, default: {} },
    schema,
    (at) => {
      if (at.kind !== 'mapping') {
        at.refuse(`must be a mapping, not ${describe(at)}`, `write ${named}: … lines`);
        return undefined;
      }
      const read = at.children().map((entry) => {
        if (!expression.test(entry.name)) {
          entry.refuse(`${shown(entry.name)} is not allowed as a name`, `allowed: ${allowed}`);
        }
        return [entry.name, value.read(entry.value)] as const;
      });
      return Object.fromEntries(read) as Draft<Mapping>;
    },
  );
  return withKeysOf(value, mapping);
}

/** The reference shows the keys of records inside of lists and mappings, too. */
const withKeysOf = <T>(inner: Shape<unknown>, outer: Shape<T>): Shape<T> =>
  inner.keys ? { ...outer, keys: inner.keys } : outer;
