import { isMapping } from './deep-merge.ts';

/** One field that differs; what is not there is undefined. */
export interface FieldChange {
  /** `spec.template.spec.containers[web].image` */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What tells the items of a list of mappings apart, the first that all of them have. */
const IDENTITIES = ['name', 'mountPath', 'key', 'containerPort', 'port', 'host', 'path', 'ip'];

/**
 * The fields in which two JSON values differ, as deep as they can be told apart; none when they are
 * equal. Items of lists are matched by name and the like where that is unambiguous, else by place.
 */
export function diffValues(from: unknown, to: unknown, path = ''): readonly FieldChange[] {
  if (isMapping(from) && isMapping(to)) {
    const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...keys].flatMap((key) => diffValues(from[key], to[key], below(path, key)));
  }
  if (Array.isArray(from) && Array.isArray(to)) return diffLists(from, to, path);
  return from === to ? [] : [{ path, from, to }];
}

function diffLists(
  from: readonly unknown[],
  to: readonly unknown[],
  path: string,
): readonly FieldChange[] {
  const identity = IDENTITIES.find((key) => identifies(key, from) && identifies(key, to));
  if (identity === undefined) {
    const length = Math.max(from.length, to.length);
    return Array.from({ length }, (_, index) =>
      diffValues(from[index], to[index], `${path}[${index}]`),
    ).flat();
  }
  const [before, after] = [byIdentity(from, identity), byIdentity(to, identity)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const changes = [...names].flatMap((name) =>
    diffValues(before.get(name), after.get(name), `${path}[${name}]`),
  );
  const stay = [...before.keys()].filter((name) => after.has(name));
  const order = [...after.keys()].filter((name) => before.has(name));
  // Init containers run, and variables are filled in, in their order.
  const isMoved = stay.some((name, index) => name !== order[index]);
  return isMoved ? [...changes, { path: `${path}[]`, from: stay, to: order }] : changes;
}

/** Whether all items are mappings with this key, each with a value of its own. */
function identifies(key: string, list: readonly unknown[]): boolean {
  const values = list.map((item) => (isMapping(item) ? item[key] : undefined));
  const isPlain = values.every((one) => typeof one === 'string' || typeof one === 'number');
  return isPlain && new Set(values.map(String)).size === values.length;
}

const byIdentity = (list: readonly unknown[], key: string): ReadonlyMap<string, unknown> =>
  new Map(list.map((item) => [String(isMapping(item) ? item[key] : ''), item]));

/** A key that could be misread stands in quotes. */
const below = (path: string, key: string): string => {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};
