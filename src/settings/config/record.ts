import { type CamelCase, camelCase } from '../camel-case.ts';
import { nearest } from '../nearest.ts';
import type { Cursor } from './cursor.ts';
import { type About, type Draft, describe, didYouMean, type Shape, shape } from './shape.ts';

type Keys = Readonly<Record<string, Shape<unknown>>>;

/** The value of a record: `depends-on` becomes `dependsOn`. */
type Values<K extends Keys> = {
  readonly [Name in keyof K & string as CamelCase<Name>]: K[Name] extends Shape<infer T>
    ? T
    : never;
};

interface RecordLimits {
  /** Of these keys one must be there, and only one. */
  readonly exactlyOne?: readonly string[];
}

/** A mapping with known keys; any other key is refused with the one it was meant to be. */
export function record<K extends Keys, const A extends About<never> & RecordLimits>(
  keys: K,
  about: A,
) {
  const required = Object.keys(keys).filter((name) => keys[name]?.required);
  const { exactlyOne } = about;
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, value]) => [name, value.schema]),
    ),
    ...(required.length > 0 && { required }),
    ...(exactlyOne && { oneOf: exactlyOne.map((name) => ({ required: [name] })) }),
  };
  const read = (at: Cursor): Draft<Values<K>> | undefined => {
    if (at.kind !== 'mapping') {
      const hint = `allowed keys: ${Object.keys(keys).join(', ')}`;
      at.refuse(`must be a mapping, not ${describe(at)}`, hint);
      return undefined;
    }
    const meant = refuseUnknown(at, keys);
    const given = new Map(at.children().map((entry) => [entry.name, entry.value]));
    for (const name of required) {
      // Misspelt is told already.
      if (given.has(name) || meant.has(name)) continue;
      at.refuseHere(`has no ${name}`, keys[name]?.description);
    }
    if (exactlyOne) refuseAllButOne(at, exactlyOne, given, meant);
    // What was refused is there, as undefined; what was not given and has no default is not there.
    const values = Object.entries(keys).flatMap(([name, value]) => {
      const there = given.get(name);
      const read = there ? value.read(there) : meant.has(name) ? undefined : value.absent;
      const absent = !there && !meant.has(name) && value.absent === undefined;
      return absent ? [] : [[camelCase(name), read] as const];
    });
    return Object.fromEntries(values) as Draft<Values<K>>;
  };
  return { ...shape<Values<K>, A>('mapping', about, schema, read), keys };
}

/** @returns the known keys that the unknown ones were meant to be */
function refuseUnknown(at: Cursor, keys: Keys): ReadonlySet<string> {
  const known = Object.keys(keys);
  const meant = new Set<string>();
  const given = at.children();
  for (const entry of given) {
    if (known.includes(entry.name)) continue;
    // A key that is there already is not what another was meant to be.
    const free = known.filter((name) => !given.some((other) => other.name === name));
    const guess = nearest(entry.name, free);
    if (guess !== undefined) meant.add(guess);
    entry.refuse('is not known', didYouMean(entry.name, guess === undefined ? known : free));
  }
  return meant;
}

function refuseAllButOne(
  at: Cursor,
  names: readonly string[],
  given: ReadonlyMap<string, Cursor>,
  meant: ReadonlySet<string>,
): void {
  const there = names.filter((name) => given.has(name) || meant.has(name));
  if (there.length === 1) return;
  const all = names.join(' or ');
  at.refuseHere(there.length === 0 ? `has no ${all}` : `has ${there.join(' and ')}`, `give ${all}`);
}
