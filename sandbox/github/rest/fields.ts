/** Values of a body or a query that GitHub's description has already approved. */
export interface Fields {
  readonly value: (name: string) => unknown;
  readonly text: (name: string) => string | undefined;
  /** For what the description requires. */
  readonly needText: (name: string) => string;
  readonly number: (name: string) => number | undefined;
  readonly flag: (name: string) => boolean | undefined;
  readonly texts: (name: string) => readonly string[] | undefined;
  readonly numbers: (name: string) => readonly number[] | undefined;
  /** Fields that were given and that nobody has looked at. */
  readonly ignored: () => readonly string[];
}

export function fields(given: Readonly<Record<string, unknown>>): Fields {
  const seen = new Set<string>();
  const value = (name: string): unknown => {
    seen.add(name);
    return given[name];
  };
  const text: Fields['text'] = (name) => {
    const found = value(name);
    return typeof found === 'string' ? found : undefined;
  };
  const array = (name: string): readonly unknown[] | undefined => {
    const found = value(name);
    return Array.isArray(found) ? found : undefined;
  };
  return {
    value,
    text,
    needText(name) {
      const found = text(name);
      if (found === undefined) throw new Error(`${name}: approved by the description, yet no text`);
      return found;
    },
    number(name) {
      const found = value(name);
      return found === undefined || found === null || found === '' ? undefined : Number(found);
    },
    flag(name) {
      const found = value(name);
      return typeof found === 'boolean' ? found : undefined;
    },
    texts: (name) => array(name)?.map(String),
    numbers: (name) => array(name)?.map(Number),
    ignored: () => Object.keys(given).filter((name) => !seen.has(name)),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
