import type { DeployConfig } from '../deploy-file.ts';
import { type Draft, didYouMean } from '../shape.ts';

/** The file as far as it could be read: refused parts are `undefined`, and not judged again. */
export type FileDraft = Draft<DeployConfig>;

/** Something that is wrong between parts of the file which are right by themselves. */
export interface Conflict {
  readonly path: readonly (string | number)[];
  /** The problem is the key, or something that is missing below it. */
  readonly atKey?: true;
  readonly message: string;
  readonly hint?: string;
}

/** A reference to something by a name that is not there. */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
  path: Conflict['path'],
): readonly Conflict[] {
  if (known.includes(name)) return [];
  return [{ path, message: `"${name}" is no ${kind} of this file`, hint: didYouMean(name, known) }];
}

/** What is not refused of a list. */
export const present = <T>(list: readonly (T | undefined)[] = []): readonly T[] =>
  list.filter((item) => item !== undefined);
