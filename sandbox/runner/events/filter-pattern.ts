/**
 * Whether a name passes a list of filter patterns; the last pattern that matches decides, `!` in
 * front takes back.
 * Source: docs, "Workflow syntax", filter pattern cheat sheet: `*` not `/`, `**` all, `?` zero or
 * one of the character before, `+` one or more, `[]` a class.
 */
export function passesPatterns(name: string, patterns: readonly string[]): boolean {
  let passes = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (matches(name, negative ? pattern.slice(1) : pattern)) passes = !negative;
  }
  return passes;
}

function matches(name: string, pattern: string): boolean {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*' && pattern[i + 1] === '*') {
      // `docs/**/x` also matches `docs/x`.
      const slashed = pattern[i + 2] === '/' && (i === 0 || pattern[i - 1] === '/');
      source += slashed ? '(?:.*/)?' : '.*';
      i += slashed ? 2 : 1;
    } else if (c === '*') source += '[^/]*';
    else if (c === '\\') source += `\\${pattern.charAt(++i)}`;
    else if ('?+[]'.includes(c)) source += c;
    else source += c.replace(/[.^$(){}|/]/, '\\$&');
  }
  return new RegExp(`^${source}$`).test(name);
}
