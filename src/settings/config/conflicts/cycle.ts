/**
 * A way from one of `names` back to itself: `['a', 'b', 'a']`, or `undefined`.
 * @param next where a name leads
 */
export function findCycle(
  names: readonly string[],
  next: (name: string) => readonly string[],
): readonly string[] | undefined {
  const done = new Set<string>();
  const search = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const other of next(name)) {
      const cycle = search(other, [...way, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of names) {
    const cycle = search(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
