import type { Registry } from './registry.ts';

type Reads = Pick<Registry, 'resolve' | 'platforms'>;

/**
 * Asks as one login, and where that sees nothing as another. The second may show what the first is
 * not shown, but its no proves nothing: then the first one's answer stands.
 * @param applies whether the second login is one for this host
 */
export function withSecondLogin(
  first: Reads,
  second: Reads,
  applies: (host: string) => Promise<boolean>,
): Reads {
  const ask = async <T>(
    host: string,
    read: (registry: Reads) => Promise<T>,
    isShown: (answer: T) => boolean,
  ): Promise<T> => {
    const said = read(first);
    const isEnough = await said.then(isShown, () => false);
    if (isEnough || !(await applies(host))) return said;
    const shown = await read(second).catch(() => undefined);
    return shown !== undefined && isShown(shown) ? shown : said;
  };
  return {
    resolve: (ref) =>
      ask(
        ref.host,
        ({ resolve }) => resolve(ref),
        (found) => found !== undefined,
      ),
    platforms: (ref) =>
      ask(
        ref.host,
        ({ platforms }) => platforms(ref),
        () => true,
      ),
  };
}
