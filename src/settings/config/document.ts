import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { InputProblem, Place } from '../../errors.ts';
import type { Cursor, Entry } from './cursor.ts';

/** Of a file written by hand; more is a mistake or an attack. */
const MAX_BYTES = 64 * 1024;
/** Values that are looked at, each use of an alias counted again. */
const MAX_VALUES = 20_000;

export type KeyPath = readonly (string | number)[];

/** A YAML file whose every value knows where it stands. */
export interface YamlFile {
  /** Absent when the file could not be parsed. */
  readonly root: Cursor | undefined;
  /** The value at a path of keys and indexes, or the nearest one around it that is there. */
  readonly at: (...path: KeyPath) => Cursor;
  /** The value at exactly this path. */
  readonly find: (...path: KeyPath) => Cursor | undefined;
  /** All that was refused so far, in the order of the file. */
  readonly problems: () => readonly InputProblem[];
}

/** Opens one YAML 1.2 document; what is wrong with it is told in `problems`, never thrown. */
export function openYaml(text: string, file: string): YamlFile {
  const problems: InputProblem[] = [];
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refuse = (offset: number, path: string, message: string, hint?: string): void => {
    const input = path === '' ? 'file' : path;
    problems.push({ input, message, place: place(offset), ...(hint !== undefined && { hint }) });
  };

  const document = parse(text, lines, refuse);
  const targets = document ? followAliases(document, refuse) : new Map<Alias, ParsedNode>();
  let seen = 0;
  /** One cursor per value and way to it; `around` is where a value that is not there would be. */
  const cursor = (node: ParsedNode | null | undefined, path: string, around: number): Cursor => {
    const offset = node?.range[0] ?? around;
    const resolved = isAlias(node) ? targets.get(node) : node;
    const children = once((): readonly Entry[] => {
      const entries = entriesOf(resolved);
      seen += entries.length;
      if (seen > MAX_VALUES) {
        const first = seen - entries.length <= MAX_VALUES;
        if (first) refuse(offset, path, `holds too much: more than ${MAX_VALUES} values in all`);
        return [];
      }
      return entries.map(({ name, key, value }) => {
        const below = typeof name === 'number' ? `${path}[${name}]` : joinPath(path, name);
        const keyOffset = key?.range[0] ?? value?.range[0] ?? offset;
        return {
          name: String(name),
          path: below,
          refuse: (message, hint) => refuse(keyOffset, below, message, hint),
          value: cursor(value, below, keyOffset),
        };
      });
    });
    const value = isScalar(resolved) ? resolved.value : undefined;
    return {
      kind: kindOf(resolved),
      path,
      value,
      written: text.slice(offset, node?.range[1] ?? offset),
      place: place(offset),
      keyPlace: place(around),
      children,
      refuse: (message, hint) => refuse(offset, path, message, hint),
      refuseHere: (message, hint) => refuse(around, path, message, hint),
    };
  };

  // With an alias that leads nowhere or in a circle there is no telling what was meant.
  const root =
    document && problems.length === 0
      ? cursor(document.contents as ParsedNode | null, '', 0)
      : undefined;
  const child = (parent: Cursor, name: string | number): Cursor | undefined =>
    parent.children().find((entry) => entry.name === String(name))?.value;
  return {
    root,
    at: (...path) => {
      let here = root ?? cursor(null, '', 0);
      for (const name of path) {
        const next = child(here, name);
        if (!next) break;
        here = next;
      }
      return here;
    },
    find: (...path) =>
      path.reduce<Cursor | undefined>((here, name) => here && child(here, name), root),
    problems: () => problems.toSorted(byPlace),
  };
}

/**
 * The value of every alias: the last one before it with that anchor. Found in one walk, as the
 * library's own look-up walks the whole document for each alias.
 */
function followAliases(document: Document, refuse: RefuseAt): ReadonlyMap<Alias, ParsedNode> {
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      const offset = alias.range?.[0] ?? 0;
      if (!target) refuse(offset, '', `has no anchor &${alias.source} before this alias`);
      else if (offset < target.range[1])
        refuse(offset, '', `*${alias.source} stands inside itself`);
      else targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node as ParsedNode);
    },
  });
  return targets;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
};

type RefuseAt = (offset: number, path: string, message: string, hint?: string) => void;

function parse(text: string, lines: LineCounter, refuse: RefuseAt): Document | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) {
    refuse(0, '', `has ${bytes} bytes, more than ${MAX_BYTES}`);
    return undefined;
  }
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true } as const;
  const document = parseDocument(text, options);
  const found = [...document.errors, ...document.warnings];
  // One mistake often breaks several rules at the same place.
  const first = found.filter(({ pos }, at) => found.findIndex((e) => e.pos[0] === pos[0]) === at);
  for (const { pos, code, message } of first) {
    const deep = message.includes('call stack') ? 'is nested too deeply' : undefined;
    refuse(pos[0], '', deep ?? SAID_BETTER[code] ?? `is not valid YAML: ${message}`);
  }
  return found.length === 0 ? document : undefined;
}

const SAID_BETTER: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'is not valid YAML: this key was given before in the same mapping',
  MULTIPLE_DOCS: 'holds more than one YAML document',
  NON_STRING_KEY: 'is not valid YAML: a key must be text',
  TAB_AS_INDENT: 'is not valid YAML: a tab cannot indent; use spaces',
};

interface RawEntry {
  readonly name: string | number;
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
}

function entriesOf(node: unknown): readonly RawEntry[] {
  if (isSeq<ParsedNode>(node)) {
    return node.items.map((value, name) => ({ name, key: undefined, value }));
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return [];
  return node.items.map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value) : '',
    key,
    value,
  }));
}

function kindOf(node: unknown): Cursor['kind'] {
  if (isSeq(node)) return 'list';
  if (isMap(node)) return 'mapping';
  const value = isScalar(node) ? node.value : null;
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'nothing';
}

const joinPath = (path: string, name: string): string => {
  const plainName = /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
  return path === '' ? plainName : `${path}.${plainName}`;
};

const byPlace = (a: InputProblem, b: InputProblem): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
