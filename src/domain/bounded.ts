/** How much of a failed rollout is written down. */
export const LIMITS = {
  /** Bytes of JSON of all of it. */
  total: 512 * 1024,
  /** Characters of one text. */
  text: 4096,
  pods: 40,
  events: 300,
  eventsPerObject: 20,
  helmLines: 200,
} as const;

/** The beginning of a text that is too long, with the length of the rest. */
export const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit)} … ${text.length - limit} more characters`;

/** The same value with every text in it changed; keys and numbers stay. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]);
  return Object.fromEntries(entries) as T;
}

interface Listed {
  readonly missing: readonly { readonly what: string; readonly why: string }[];
}

/**
 * The same record within a size: the longest of its lists is halved as often as it takes, and that
 * it was is said in `missing`. What matters most is first in a list.
 * @param limit bytes of JSON
 * @param endMatters names of the lists whose end matters most
 */
export function fitted<T extends Listed>(
  record: T,
  limit: number,
  endMatters: readonly (keyof T)[] = [],
): T {
  let result = record;
  while (sizeOf(result) > limit) {
    const [longest] = Object.entries(result)
      .filter(([name, value]) => name !== 'missing' && Array.isArray(value) && value.length > 0)
      .map(([name, value]) => ({ name, list: value as readonly unknown[], size: sizeOf(value) }))
      .sort((a, b) => b.size - a.size);
    if (longest === undefined) return result;
    const { name, list } = longest;
    const said = { what: name, why: 'shortened: there was too much' };
    const missing = result.missing.some(({ what }) => what === name)
      ? result.missing
      : [...result.missing, said];
    const half = Math.floor(list.length / 2);
    const atEnd = endMatters.some((one) => one === name);
    const rest = atEnd ? list.slice(list.length - half) : list.slice(0, half);
    result = { ...result, [name]: rest, missing };
  }
  return result;
}

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
