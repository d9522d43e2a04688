import { custom, type Input, Refusal } from '../../src/settings/define.ts';

const NAMES = ['lint', 'schema', 'dry-run', 'access', 'images', 'diff'] as const;

export type Check = (typeof NAMES)[number];

/** Names of checks, separated by lines, blanks or commas; `all` and `none` stand alone. */
export function checkList(about: {
  readonly description: string;
  readonly default: 'all' | 'none';
}): Input<ReadonlySet<Check>> {
  return custom('list of checks', about, (text) => {
    const words = text.split(/[\s,]+/).filter(Boolean);
    if (words.length === 1 && words[0] === 'all') return new Set(NAMES);
    if (words.length === 1 && words[0] === 'none') return new Set();
    const unknown = words.filter((word) => !NAMES.some((name) => name === word));
    if (unknown.length > 0) {
      throw new Refusal(
        `"${unknown.join(' ').slice(0, 60)}" is not known`,
        `allowed: all, none, or of ${NAMES.join(', ')}`,
      );
    }
    return new Set(words as Check[]);
  });
}
