import { isMapping, type Values } from '../../src/domain/deep-merge.ts';

/** Long enough for most rules on passwords. */
const TEXT = 'stands-for-a-secret';

/**
 * The same values with something harmless in place of each text and number, so that a chart renders
 * the same objects without the secrets. Keys and switches (true, false) stay.
 */
export const standIn = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, harmless(value)]));

function harmless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(harmless);
  if (isMapping(value)) return standIn(value);
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? TEXT : value;
}

/** Whether a path (`db.password`, `users[0].name`) leads into these values. */
export function leadsInto(values: Values, path: string): boolean {
  let at: unknown = values;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Values)[key];
  }
  return path !== '';
}
