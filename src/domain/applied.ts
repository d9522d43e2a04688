/**
 * True when a live object holds everything that a manifest asks for; what the API server or a
 * webhook added does not matter. Quantities are compared by value (`0.5` is `500m`), lists by
 * content, and what equals a default may be absent.
 */
export function contains(live: unknown, wanted: unknown): boolean {
  if (isEmpty(wanted) && live === undefined) return true;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(live) && wanted.every((item) => live.some((other) => contains(other, item)))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof live !== 'object' || live === null) return false;
    const fields = live as Readonly<Record<string, unknown>>;
    return Object.entries(wanted).every(([key, value]) => contains(fields[key], value));
  }
  return wanted === null || wanted === undefined || sameScalar(live, wanted);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) {
    return true;
  }
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

function sameScalar(live: unknown, wanted: unknown): boolean {
  if (String(live) === String(wanted)) return true;
  const [a, b] = [quantity(live), quantity(wanted)];
  return a !== undefined && a === b;
}

const SUFFIXES: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

function quantity(value: unknown): number | undefined {
  const [, number, suffix] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
  const factor = SUFFIXES[suffix ?? '?'];
  return factor === undefined ? undefined : Number((Number(number) * factor).toPrecision(12));
}
