/** A service as far as its order needs it. */
interface Dependent {
  readonly dependsOn?: readonly string[] | undefined;
}

/**
 * The names so that each comes after those it depends on, otherwise in the order of the file. A
 * service between two of them counts also when it is not named itself.
 * @param services without circles, as the reader of deploy.yml leaves them
 */
export function serviceOrder(
  services: Readonly<Record<string, Dependent>>,
  names: readonly string[],
): readonly string[] {
  const ordered = new Set<string>();
  const add = (name: string): void => {
    if (ordered.has(name)) return;
    for (const other of services[name]?.dependsOn ?? []) add(other);
    ordered.add(name);
  };
  for (const name of Object.keys(services)) add(name);
  return [...ordered].filter((name) => names.includes(name));
}
