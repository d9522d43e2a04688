/**
 * GitHub's filter patterns for branches and tags, matched against a whole name:
 * `*` any characters but `/` · `**` any characters · `?` the character before it, or not ·
 * `+` one or more of the character before it · `[a-z0]` one of these · `\` takes the next literally.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
interface Token {
  readonly takes: (character: string) => boolean;
  /** May be left out. */
  readonly optional: boolean;
  /** May take many characters. */
  readonly repeats: boolean;
}

type Parsed = { readonly tokens: readonly Token[] } | { readonly problem: string };

/** What is wrong with a pattern, or `undefined`. */
export function findPatternProblem(pattern: string): string | undefined {
  const parsed = parse(pattern);
  return 'problem' in parsed ? parsed.problem : undefined;
}

/** Whether the pattern means exactly one name. */
export const isPlainRef = (pattern: string): boolean => !/[*?+[\]\\!]/.test(pattern);

/**
 * Whether a branch or tag name (without `refs/heads/`) matches. A pattern that cannot be read
 * matches nothing. All positions are followed side by side: the time is pattern × name, whatever
 * the pattern.
 */
export function matchesRef(pattern: string, name: string): boolean {
  const parsed = parse(pattern);
  if ('problem' in parsed) return false;
  const { tokens } = parsed;
  const reachable = (from: Iterable<number>): Set<number> => {
    const all = new Set(from);
    // A set takes what is added while it is walked.
    for (const at of all) if (tokens[at]?.optional) all.add(at + 1);
    return all;
  };
  let places = reachable([0]);
  for (const character of name) {
    const next = new Set<number>();
    for (const at of places) {
      const token = tokens[at];
      if (!token?.takes(character)) continue;
      next.add(at + 1);
      if (token.repeats) next.add(at);
    }
    places = reachable(next);
  }
  return places.has(tokens.length);
}

function parse(pattern: string): Parsed {
  if (pattern === '') return { problem: 'is empty' };
  if (pattern.startsWith('!')) return { problem: 'cannot be negated: there is nothing before it' };
  const tokens: Token[] = [];
  const characters = [...pattern];
  let afterCharacter = false;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*') {
      const crosses = characters[at + 1] === '*';
      if (crosses) at++;
      tokens.push({ takes: (c) => crosses || c !== '/', optional: true, repeats: true });
      afterCharacter = false;
    } else if (character === '?' || character === '+') {
      const last = tokens.at(-1);
      if (!last || !afterCharacter) return { problem: `has no character before ${character}` };
      tokens[tokens.length - 1] = {
        ...last,
        ...(character === '?' ? { optional: true } : { repeats: true }),
      };
      afterCharacter = false;
    } else {
      const taken = character === '[' ? readClass(characters, at) : readOne(characters, at);
      if ('problem' in taken) return taken;
      tokens.push({ takes: taken.takes, optional: false, repeats: false });
      at = taken.end;
      afterCharacter = true;
    }
  }
  return { tokens };
}

/** Takes what stands at `at`, up to `end`. */
type Taken =
  | { readonly takes: Token['takes']; readonly end: number }
  | { readonly problem: string };

function readOne(characters: readonly string[], at: number): Taken {
  const end = characters[at] === '\\' ? at + 1 : at;
  const literal = characters[end];
  return literal === undefined ? { problem: 'ends with \\' } : { takes: (c) => c === literal, end };
}

function readClass(characters: readonly string[], at: number): Taken {
  const end = characters.indexOf(']', at + 1);
  if (end < 0) return { problem: 'has [ without ]' };
  const inside = characters.slice(at + 1, end).join('');
  if (inside === '') return { problem: 'has nothing between [ and ]' };
  const singles = new Set<string>();
  const ranges: (readonly [string, string])[] = [];
  for (const [part, from = '', to] of inside.matchAll(/(.)(?:-(.))?/gsu)) {
    if (to === undefined) singles.add(from);
    else if (isRange(from, to)) ranges.push([from, to]);
    else return { problem: `has "${part}", which is no range within a-z, A-Z or 0-9` };
  }
  const takes = (c: string): boolean =>
    singles.has(c) || ranges.some(([from, to]) => from <= c && c <= to);
  return { takes, end };
}

const isRange = (from: string, to: string): boolean =>
  from <= to && [/[a-z]/, /[A-Z]/, /[0-9]/].some((kind) => kind.test(from) && kind.test(to));
