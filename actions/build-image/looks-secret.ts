import type { NamedValue } from './records.ts';

const WORDS = new Set(
  'token password passwd passphrase pass pw secret secrets credential credentials auth apikey key'.split(
    ' ',
  ),
);
/** Names of things that are meant to be seen. */
const OPEN_WORDS = new Set(['public', 'publishable', 'pub', 'cache', 'gpg']);

const VALUES = [
  /^(gh[a-z]_|github_pat_)\w{20,}/,
  /^glpat-[\w-]{20,}/,
  /^xox[a-z]-/,
  /^(AKIA|ASIA)[A-Z0-9]{16}$/,
  /^npm_\w{36}$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/,
];

/**
 * Does this build argument look like a secret, by the words of its name or the form of its value?
 * Build arguments end up in the image's history and in its provenance, where everybody reads them.
 */
export function looksSecret(name: string, value: string | undefined): boolean {
  if (value === '') return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const named = words.some((word) => WORDS.has(word)) && !words.some((w) => OPEN_WORDS.has(w));
  return named || VALUES.some((pattern) => pattern.test(value ?? ''));
}

/** What is wrong with build arguments one of which looks like a secret, and the right way. */
export function secretProblem(
  args: readonly NamedValue[],
): { readonly message: string; readonly hint: string } | undefined {
  const secret = args.find(({ name, value }) => looksSecret(name, value));
  if (secret === undefined) return undefined;
  const id = secret.name.toLowerCase();
  return {
    message: `${secret.name} looks like a secret; build arguments can be read from the image by everybody`,
    hint: `give it as secrets: ${id}=… and read it in the Dockerfile with RUN --mount=type=secret,id=${id} (file /run/secrets/${id})`,
  };
}
