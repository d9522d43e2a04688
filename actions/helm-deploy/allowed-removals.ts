import { type AllowedRemoval, parseAllowed } from '../../src/domain/removal.ts';
import { type Input, list, Refusal, splitLines } from '../../src/settings/define.ts';

/** `Kind` or `Kind/name` a line: data whose removal is meant. */
export function allowedRemovals(about: {
  readonly description: string;
}): Input<readonly AllowedRemoval[]> {
  return list(about, (text) =>
    splitLines(text).map((line) => {
      const allowed = parseAllowed(line);
      if (allowed) return allowed;
      throw new Refusal(
        `"${line.slice(0, 60)}" is not allowed`,
        'write Kind or Kind/name a line: PersistentVolumeClaim/data',
      );
    }),
  );
}
