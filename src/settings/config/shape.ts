import { AGE, DURATION, milliseconds } from '../duration.ts';
import { nearest } from '../nearest.ts';
import { type Cursor, plainValue } from './cursor.ts';

/** JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What a part of the file may be, declared once: the reader, the published JSON Schema and the
 * reference in the docs all come from it.
 */
export interface Shape<T> {
  /** For the reference: `text`, `duration`, `list of text` … */
  readonly kind: string;
  readonly description: string;
  readonly required: boolean;
  /** Stands for a key that is not there. */
  readonly absent: T;
  readonly schema: JsonSchema;
  /** Reads a value; what is wrong with it is told at its place and left out of the result. */
  readonly read: (at: Cursor) => Draft<T> | undefined;
  /** Of a record, or of the records in a list or mapping: for the reference. */
  readonly keys?: Readonly<Record<string, Shape<unknown>>>;
}

/** A value whose parts may be missing because they were refused. */
export type Draft<T> = T extends readonly (infer E)[]
  ? readonly (Draft<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Draft<T[K]> | undefined }
    : T;

/** Of a key: without `required` and `default` its value is `undefined` when it is not there. */
export interface About<T> {
  readonly description: string;
  readonly required?: true;
  readonly default?: T;
}
type Presence<A, T> = A extends { required: true } | { default: unknown } ? T : T | undefined;

/** Builds a shape whose value is there or not as `about` says. */
export function shape<T, A extends About<T>>(
  kind: string,
  about: A,
  schema: JsonSchema,
  read: (at: Cursor) => Draft<T> | undefined,
): Shape<Presence<A, T>> {
  const { description, required = false } = about;
  const documented = { description, ...('default' in about && { default: about.default }) };
  return {
    kind,
    description,
    required,
    // A required key that is not there is a problem, told by the record: nobody sees this.
    absent: about.default as Presence<A, T>,
    schema: { ...schema, ...documented },
    read: read as Shape<Presence<A, T>>['read'],
  };
}

interface Limits {
  /** A regular expression for the whole text, as it stands in the JSON Schema. */
  readonly pattern?: string;
  /** Completes "allowed: …". */
  readonly allowed?: string;
  /** What a pattern cannot say; the JSON Schema does not know it. */
  readonly check?: (text: string) => string | undefined;
}

/** Text, never empty. */
export function text<const A extends About<string> & Limits>(about: A) {
  const { pattern = String.raw`\S`, allowed = 'text that is not empty', check } = about;
  const expression = new RegExp(pattern, 'u');
  return shape<string, A>('text', about, { type: 'string', pattern }, (at) => {
    const given = textAt(at, allowed);
    if (given === undefined) return undefined;
    const problem = expression.test(given) ? check?.(given) : 'is not allowed';
    if (problem === undefined) return given;
    at.refuse(`${shown(given)} ${problem}`, hintOf(allowed));
    return undefined;
  });
}

/** One of a fixed set of words. */
export function choice<const W extends string, const A extends About<W>>(
  words: readonly W[],
  about: A,
) {
  return shape<W, A>(words.join(' | '), about, { enum: words }, (at) => {
    const given = textAt(at, words.join(', '));
    const found = words.find((word) => word === given);
    if (given !== undefined && found === undefined) {
      at.refuse(`${shown(given)} is not known`, didYouMean(given, words));
    }
    return found as Draft<W> | undefined;
  });
}

/** `true` or `false`. */
export function flag<const A extends About<boolean>>(about: A) {
  return shape<boolean, A>('boolean', about, { type: 'boolean' }, (at) => {
    if (typeof at.value === 'boolean') return at.value;
    at.refuse(`must be a boolean, not ${describe(at)}`, 'allowed: true, false, without quotes');
    return undefined;
  });
}

/** A whole number within limits. */
export function wholeNumber<
  const A extends About<number> & { readonly min: number; readonly max: number },
>(about: A & { readonly allowed?: string }) {
  const { min, max, allowed = `${min} to ${max}, without quotes` } = about;
  const schema = { type: 'integer', minimum: min, maximum: max };
  return shape<number, A>('number', about, schema, (at) => {
    const { value } = at;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      return value;
    }
    const problem = at.kind === 'number' ? `${at.written} is not allowed` : undefined;
    at.refuse(problem ?? `must be a number, not ${describe(at)}`, hintOf(allowed));
    return undefined;
  });
}

/** A duration (`90s`, `10m`, `1h30m`), read into milliseconds; with `days` also `7d`. */
export function duration<const A extends About<number> & { readonly days?: true }>(about: A) {
  const pattern = about.days ? AGE : DURATION;
  const allowed = about.days ? 'a duration like 30m, 12h or 7d' : 'a duration like 90s or 1h30m';
  return shape<number, A>('duration', about, { type: 'string', pattern }, (at) => {
    const given = textAt(at, allowed);
    if (given === undefined) return undefined;
    if (new RegExp(pattern, 'u').test(given)) return milliseconds(given);
    at.refuse(`${shown(given)} is not a duration`, hintOf(allowed));
    return undefined;
  });
}

type Plain = Readonly<Record<string, unknown>>;

/** Any YAML mapping, as plain data. */
export function anyMapping<const A extends About<Plain>>(about: A) {
  return shape<Plain, A>('mapping', about, { type: 'object' }, (at) => {
    if (at.kind === 'mapping') return plainValue(at) as Draft<Plain>;
    at.refuse(`must be a mapping, not ${describe(at)}`, 'write `key: value` lines');
    return undefined;
  });
}

/** The text of a value, or `undefined` after it was refused. */
function textAt(at: Cursor, allowed: string): string | undefined {
  if (typeof at.value === 'string') return at.value;
  const scalar = at.kind === 'number' || at.kind === 'boolean';
  const hint = scalar ? `write it in quotes: "${at.written}"` : hintOf(allowed);
  at.refuse(`must be text, not ${describe(at)}`, hint);
  return undefined;
}

/** A value as messages name it. */
export function describe(at: Cursor): string {
  if (at.kind === 'nothing') return 'empty';
  if (at.kind === 'list' || at.kind === 'mapping') return `a ${at.kind}`;
  return `the ${at.kind} ${at.kind === 'text' ? shown(String(at.value)) : at.written}`;
}

/** A name that is not known: what it was meant to be, and all there is. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  const all = known.length === 0 ? 'there is none' : `allowed: ${known.join(', ')}`;
  return meant === undefined ? all : `did you mean "${meant}"? ${all}`;
}

const hintOf = (allowed: string): string => `allowed: ${allowed}`;

/** A text in a message: quoted, one line, at most 60 characters. */
export function shown(value: string): string {
  const line = value.replace(/\s+/gu, ' ');
  const cut = [...line];
  return JSON.stringify(cut.length > 60 ? `${cut.slice(0, 57).join('')}…` : line);
}
