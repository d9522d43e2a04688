import type { Place } from '../../errors.ts';

/** One value of a YAML file, with where it stands. Aliases are followed. */
export interface Cursor {
  readonly kind: 'text' | 'number' | 'boolean' | 'nothing' | 'list' | 'mapping';
  /** From the file's root: `flow[0].deploy[1]`; `''` for the root. */
  readonly path: string;
  /** Of a scalar; `undefined` for lists and mappings. */
  readonly value: unknown;
  /** As it was typed, quotes included. */
  readonly written: string;
  /** Of the value. */
  readonly place: Place;
  /** Of its key, where it has one. */
  readonly keyPlace: Place;
  /** Items of a list (named `0`, `1` …) or keys of a mapping. */
  readonly children: () => readonly Entry[];
  /** Tells a problem at the value. */
  readonly refuse: Refuse;
  /** Tells a problem at its key, where it has one: for what is missing in the value. */
  readonly refuseHere: Refuse;
}

export type Refuse = (message: string, hint?: string) => void;

/** A key with its value. */
export interface Entry {
  readonly name: string;
  readonly path: string;
  readonly value: Cursor;
  /** Tells a problem at the key. */
  readonly refuse: Refuse;
}

/** The value as plain data. */
export function plainValue(at: Cursor): unknown {
  if (at.kind === 'list') return at.children().map(({ value }) => plainValue(value));
  if (at.kind !== 'mapping') return at.value ?? null;
  return Object.fromEntries(at.children().map(({ name, value }) => [name, plainValue(value)]));
}
