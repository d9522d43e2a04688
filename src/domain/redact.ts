import type { KubeObject } from './manifest.ts';

/** Takes every secret out of a text; `***` stands where one was. */
export type Redact = (text: string) => string;

/** Shorter ones are no secret to keep: `***` for each `1` of a log would tell more than it hides. */
const SHORTEST = 3;
/** From here on a secret is hidden inside longer words and in all its encodings, too. */
const LONG = 8;
const COMMON_WORDS = ['true', 'false', 'null', 'yes', 'none'];

/**
 * A function that takes these secrets out of any text: each as it is, each of its lines, and what
 * encodings make of it (base64 at any alignment, URL, JSON, shell and YAML quotes, hex). Secrets of
 * 3 to 7 characters go as whole words only; shorter ones, and words like `true`, stay. Tokens that
 * are known by their form (JWT, GitHub, registry messages, passwords in URLs) always go.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const parts = new Set(
    secrets.flatMap((secret) => [secret, ...secret.split(/\r?\n/)]).map((part) => part.trim()),
  );
  const known = [...parts].filter((part) => !COMMON_WORDS.includes(part.toLowerCase()));
  const long = new Set(known.filter((part) => part.length >= LONG).flatMap(formsOf));
  const short = known.filter((part) => part.length >= SHORTEST && part.length < LONG);
  const patterns = [
    ...alternatives([...long], (form) => form),
    ...alternatives(short, (word) => `(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`),
  ];
  return (text) =>
    withoutTokens(patterns.reduce((rest, pattern) => rest.replace(pattern, '***'), text));
}

/** One pattern for all of them, the longest first: a short one must not cut a long one apart. */
function alternatives(texts: readonly string[], wrap: (text: string) => string): RegExp[] {
  if (texts.length === 0) return [];
  const sorted = [...texts].sort((a, b) => b.length - a.length);
  return [new RegExp(sorted.map((text) => wrap(escaped(text))).join('|'), 'gu')];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The shapes in which programs print a secret. */
function formsOf(secret: string): readonly string[] {
  const url = encodeURIComponent(secret);
  const strict = url.replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const json = JSON.stringify(secret).slice(1, -1);
  const hex = Buffer.from(secret).toString('hex');
  return [
    secret,
    url,
    strict,
    url.replaceAll('%20', '+'),
    strict.replaceAll('%20', '+'),
    url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll("'", "''"),
    secret.replaceAll("'", "'\\''"),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    secret.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
    hex,
    hex.toUpperCase(),
    ...base64Forms(secret),
  ];
}

/**
 * The characters of the base64 of any text that holds the secret: they depend on where in a group
 * of three bytes it begins; those at the edges belong to its neighbours, too, and are left out.
 */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    const whole = bytes.toString('base64').slice(from, to);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** What is a secret by its looks, whoever wrote it: pattern and what stands there afterwards. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g, '***'],
  [/\bgh[a-z]_[0-9A-Za-z]{30,}/g, '***'],
  [/\bgithub_pat_\w{20,}/g, '***'],
  [/\bdckr_[a-z]+_[\w-]{8,}/g, '***'],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, '***'],
  [/\bglpat-[\w-]{20,}/g, '***'],
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '$1***'],
  [/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, '$1 ***'],
  [/(\b[a-z][\w+.-]*:\/\/)[^\s/@:'"]*:[^\s/@'"]+@/gi, '$1***@'],
  [
    /([?&;](?:[\w-]*(?:token|signature|credential|secret|password|sig|code))=)[^\s&"'<>]+/gi,
    '$1***',
  ],
  // Docker Hub names the account: "You have reached your pull rate limit as 'acme': dckr_jti_…".
  [/(pull rate limit as ')[^']*(')(?:: *[^\s.]+)?/g, '$1***$2'],
];

const withoutTokens: Redact = (text) =>
  TOKENS.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text);

/** The same for lines that belong together: a private key goes with all its lines. */
export const redactLines = (lines: readonly string[], redact: Redact): readonly string[] =>
  lines.length === 0 ? [] : redact(lines.join('\n')).split('\n');

/** The same for lines that come one after the other: the lines inside a private key are `***`. */
export function createLineRedactor(redact: Redact): Redact {
  let inKey = false;
  return (line) => {
    const begins = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(line);
    const inside = inKey;
    if (begins || inKey) inKey = !/-----END [A-Z ]*PRIVATE KEY-----/.test(line);
    return inside ? '***' : redact(line);
  };
}

/** Every leaf of a YAML value as text, numbers too: what `createRedactor` wants to know of it. */
export function scalarLeaves(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(scalarLeaves);
  return [String(value)];
}

/** The decoded values of the Secrets among these objects, of 8 characters or more. */
export function secretsIn(objects: readonly KubeObject[]): readonly string[] {
  return objects
    .filter(({ kind }) => kind === 'Secret')
    .flatMap((object) => {
      const { data, stringData } = object as { data?: unknown; stringData?: unknown };
      const decoded = scalarLeaves(data).map((text) => Buffer.from(text, 'base64').toString());
      return [...decoded, ...scalarLeaves(stringData)];
    })
    .filter((text) => text.length >= LONG);
}
