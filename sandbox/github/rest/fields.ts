/** Values of a body or a query that GitHub's description has already approved. */
export interface Fields {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly text: (name: string) => string | undefined;
  /** For what the description requires. */
  readonly needText: (name: string) => string;
  readonly number: (name: string) => number | undefined;
  readonly flag: (name: string) => boolean | undefined;
  readonly texts: (name: string) => readonly string[] | undefined;
  readonly numbers: (name: string) => readonly number[] | undefined;
}

export function fields(raw: Readonly<Record<string, unknown>>): Fields {
  const text: Fields['text'] = (name) => {
    const value = raw[name];
    return typeof value === 'string' ? value : undefined;
  };
  const array = (name: string): readonly unknown[] | undefined => {
    const value = raw[name];
    return Array.isArray(value) ? value : undefined;
  };
  return {
    raw,
    text,
    needText(name) {
      const value = text(name);
      if (value === undefined) throw new Error(`${name}: approved by the description, yet no text`);
      return value;
    },
    number(name) {
      const value = raw[name];
      return value === undefined || value === null || value === '' ? undefined : Number(value);
    },
    flag(name) {
      const value = raw[name];
      return typeof value === 'boolean' ? value : undefined;
    },
    texts: (name) => array(name)?.map(String),
    numbers: (name) => array(name)?.map(Number),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
