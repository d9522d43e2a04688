import type { ObjectChange } from '../domain/diff.ts';
import type { FieldChange } from '../domain/diff-values.ts';
import { plainLine } from '../domain/inert.ts';
import { fence } from './markdown.ts';

/** A reviewer reads no more of it on the run page; the file has all. */
const SHOWN_LINES = 400;
const SHOWN_VALUE = 200;
const SIGN = { added: '+', changed: '~', removed: '-', unknown: '?' } as const;

/** What a deploy would change, as lines of text: an object a line, its fields below it. */
export function diffLines(changes: readonly ObjectChange[]): readonly string[] {
  return changes.flatMap(({ action, object, fields }) => {
    const { name, namespace } = object.metadata;
    const where = namespace === undefined ? '' : ` (${namespace})`;
    const note = action === 'unknown' ? ': could not be compared' : '';
    return [`${SIGN[action]} ${object.kind}/${name}${where}${note}`, ...fields.flatMap(fieldLines)];
  });
}

function fieldLines({ path, from, to }: FieldChange): readonly string[] {
  return [
    ...(from === undefined ? [] : [`  - ${path}: ${shown(from)}`]),
    ...(to === undefined ? [] : [`  + ${path}: ${shown(to)}`]),
  ];
}

function shown(value: unknown): string {
  const text = plainLine(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > SHOWN_VALUE ? `${text.slice(0, SHOWN_VALUE)}…` : text;
}

/** `1 added, 2 changed`; `no change` when nothing differs. */
export function diffCounts(changes: readonly ObjectChange[]): string {
  const kinds = ['added', 'changed', 'removed', 'unknown'] as const;
  const counts = kinds.flatMap((kind) => {
    const count = changes.filter(({ action }) => action === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  return counts.join(', ') || 'no change';
}

/** The diff for the job summary, folded, and cut where it would fill the page. */
export function diffBlock(
  changes: readonly ObjectChange[] | undefined,
  nothing = 'Nothing differs from what the cluster has.',
): readonly string[] {
  if (changes === undefined) return [];
  if (changes.length === 0) return [nothing, ''];
  const lines = diffLines(changes);
  const rest = lines.length - SHOWN_LINES;
  return [
    `<details><summary>Changes: ${diffCounts(changes)}</summary>`,
    '',
    fence([
      ...lines.slice(0, SHOWN_LINES),
      ...(rest > 0 ? [`… ${rest} lines more in the file of the output diff`] : []),
    ]),
    '',
    '</details>',
    '',
  ];
}
