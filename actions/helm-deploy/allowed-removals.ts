import { type AllowedRemoval, parseAllowed } from '../../src/domain/removal.ts';
import { custom, type Input, Refusal } from '../../src/settings/define.ts';

/** `Kind` or `Kind/name` a line: data whose removal is meant. */
export function allowedRemovals(about: {
  readonly description: string;
}): Input<readonly AllowedRemoval[]> {
  return custom('lines', { ...about, default: '' }, (text) => {
    const entries = text.split(/\r?\n/).map((line) => line.trim());
    return entries
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const allowed = parseAllowed(line);
        if (allowed) return allowed;
        throw new Refusal(
          `"${line.slice(0, 60)}" is not allowed`,
          'write Kind or Kind/name a line: PersistentVolumeClaim/data',
        );
      });
  });
}
