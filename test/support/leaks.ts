/** What GitHub's tokens and every JSON Web Token look like: found without knowing them. */
const TOKENS: Readonly<Record<string, RegExp>> = {
  'a token of GitHub': /\bgh[a-z]_[0-9A-Za-z]{30,}/,
  'a JSON Web Token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}/,
};

/**
 * Names of the secrets that a text gives away, plain or in base64, URL encoding, JSON's escapes or
 * ROT13.
 * @param secrets by name, at least 12 characters each
 */
export function findLeaks(
  text: string,
  secrets: Readonly<Record<string, string>>,
): readonly string[] {
  const found = new Set<string>();
  for (const reading of readingsOf(text)) {
    for (const [name, secret] of Object.entries(secrets)) {
      if (reading.includes(secret)) found.add(name);
    }
    for (const [name, pattern] of Object.entries(TOKENS)) {
      if (pattern.test(reading)) found.add(name);
    }
  }
  return [...found];
}

/** Every text inside a value, keys included: logs, outputs, payloads, whatever their shape. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
}

function* readingsOf(text: string): Iterable<string> {
  yield text;
  yield rot13(text);
  yield text.replace(/(%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
  );
  yield text.replace(/\\u([0-9A-Fa-f]{4})|\\(.)/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? sign : String.fromCharCode(Number.parseInt(code, 16)),
  );
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{16,}/g)) {
    // Where the encoding began before the run that is seen, it is shifted.
    for (const shift of [0, 1, 2, 3]) yield Buffer.from(run.slice(shift), 'base64').toString();
  }
}

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
