import { InputError, type InputProblem } from '../errors.ts';
import { type CamelCase, camelCase } from './camel-case.ts';
import { milliseconds } from './duration.ts';

/** How one input is read: its documentation and the function from the given text to a value. */
export interface Input<T> {
  /** For the README table: `text`, `duration`, `lines` … */
  readonly kind: string;
  readonly description: string;
  /** As it stands in action.yml; `''` means "not given". */
  readonly default: string;
  readonly required: boolean;
  /** Required, but deploy.yml may give it: action.yml must not call it required. */
  readonly inFile: boolean;
  /** The parts of the text that must never be shown; they are masked before anything else. */
  readonly secretsIn: (text: string) => readonly string[];
  /** @throws {Refusal} with the allowed values when the text is none of them. */
  readonly parse: (text: string) => T;
}

/** Thrown by a parser; `defineInputs` adds the input's name. */
export class Refusal extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

export type InputSet = Readonly<Record<string, Input<unknown>>>;

/** The readonly value a set of inputs is read into: `create-namespace` becomes `createNamespace`. */
export type Settings<Set extends InputSet> = {
  readonly [Name in keyof Set & string as CamelCase<Name>]: Set[Name] extends Input<infer T>
    ? T
    : never;
};

interface Common {
  readonly description: string;
  readonly secret?: boolean;
}
type Optional = Common & { readonly required?: false; readonly default?: string };
type Required = Common & { readonly required: true; readonly inFile?: boolean };

function input<T>(kind: string, about: Optional | Required, parse: (text: string) => T): Input<T> {
  return {
    kind,
    description: about.description,
    default: about.required ? '' : (about.default ?? ''),
    required: about.required ?? false,
    inFile: (about.required && about.inFile) ?? false,
    secretsIn: about.secret ? (given) => [given] : () => [],
    parse,
  };
}

/**
 * An input of a kind of your own. Not given and without a default it is `undefined`; the parser
 * sees non-empty text only.
 */
export function custom<T>(
  kind: string,
  about: Required | (Common & { default: string }),
  parse: (text: string) => T,
): Input<T>;
export function custom<T>(
  kind: string,
  about: Optional,
  parse: (text: string) => T,
): Input<T | undefined>;
export function custom<T>(
  kind: string,
  about: Optional | Required,
  parse: (text: string) => T,
): Input<T | undefined> {
  if ('default' in about && about.default === '')
    throw new Error('a default of nothing is none: leave it out');
  return input(kind, about, (text) => (text === '' ? undefined : parse(text)));
}

/** Free text; `''` when not given. */
export function text(
  about: (Optional | Required) & { readonly pattern?: RegExp; readonly allowed?: string },
): Input<string> {
  return input('text', about, (value) => {
    if (value !== '' && about.pattern && !about.pattern.test(value)) {
      throw new Refusal(`"${shorten(value)}" is not allowed`, about.allowed);
    }
    return value;
  });
}

/** `true` or `false`, as YAML 1.2 writes them (the rule of @actions/core's getBooleanInput). */
export function flag(about: Common & { readonly default: 'true' | 'false' }): Input<boolean> {
  return input('boolean', about, (value) => {
    if (/^(true|True|TRUE)$/.test(value)) return true;
    if (/^(false|False|FALSE)$/.test(value)) return false;
    throw new Refusal(`"${shorten(value)}" is not a boolean`, 'allowed: true, false');
  });
}

/** One of a fixed set of words. */
export function choice<const W extends string>(
  words: readonly W[],
  about: Common & { readonly default: NoInfer<W> },
): Input<W> {
  return input(words.join(' \\| '), about, (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) {
      throw new Refusal(`"${shorten(value)}" is not known`, `allowed: ${words.join(', ')}`);
    }
    return found;
  });
}

/** A duration as Go and Helm write it (`90s`, `10m`, `1h30m`), read into milliseconds. */
export function duration(about: Common & { readonly default: string }): Input<number> {
  return input('duration', about, (value) => {
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) {
      throw new Refusal(`"${shorten(value)}" is not a duration`, 'write 90s, 10m or 1h30m');
    }
    const total = milliseconds(value);
    if (total <= 0) throw new Refusal('must be longer than nothing', 'write 90s, 10m or 1h30m');
    return total;
  });
}

/** A whole number within limits. */
export function wholeNumber(
  about: Common & { readonly default: string; readonly min: number; readonly max: number },
): Input<number> {
  return input('number', about, (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < about.min || number > about.max) {
      throw new Refusal(`"${shorten(value)}" is not allowed`, `allowed: ${about.min}–${about.max}`);
    }
    return number;
  });
}

/** Several values, one a line; empty lines and `#` comments are left out. */
export function lines(about: Optional | Required): Input<readonly string[]> {
  return list(about, splitLines);
}

/** A list of a kind of your own, `[]` when not given: the parser sees empty text, too. */
export function list<T>(
  about: Optional | Required,
  parse: (text: string) => readonly T[],
): Input<readonly T[]> {
  return input('lines', about, parse);
}

/** Lines with something in them, trimmed, without comments. */
export const splitLines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Keeps a definition's exact type, so that `Settings<typeof …>` can be inferred from it. */
export function defineInputs<const Set extends InputSet>(set: Set): Set {
  return set;
}

export interface InputSource {
  /** The text of an input as the runner gives it, `''` when not given. */
  readonly read: (name: string) => string;
  /** Registers a secret with the runner, before it is parsed. */
  readonly mask: (secret: string) => void;
}

/** Finds what is wrong between inputs; an input with a problem of its own is undefined here. */
export type Rule<Set extends InputSet> = (
  settings: Partial<Settings<Set>>,
) => readonly InputProblem[];

/**
 * Reads all inputs into one readonly value.
 * @throws {InputError} with every problem of every input, and between inputs, at once.
 */
export function readInputs<Set extends InputSet>(
  set: Set,
  source: InputSource,
  rules: readonly Rule<Set>[] = [],
): Settings<Set> {
  const problems: InputProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(set)) {
    const given = source.read(name).trim();
    const value = given === '' ? definition.default : given;
    for (const secret of definition.secretsIn(given)) source.mask(secret);
    if (definition.required && value === '') {
      const message = definition.inFile
        ? 'is required: as an input, or by environment and deploy.yml'
        : 'is required';
      problems.push({ input: name, message, hint: definition.description });
      continue;
    }
    try {
      values[camelCase(name)] = definition.parse(value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({
        input: name,
        message: error.message,
        ...(error.hint && { hint: error.hint }),
      });
    }
  }
  Object.freeze(values);
  problems.push(...rules.flatMap((rule) => rule(values as Partial<Settings<Set>>)));
  if (problems.length > 0) throw new InputError(problems);
  return values as Settings<Set>;
}

/** A value in a message: one line, at most 60 characters (it may be a whole file by mistake). */
function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
