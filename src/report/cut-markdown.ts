/**
 * A text that fits where GitHub takes only so much: whole lines, with every fence and every folded
 * part that was cut open closed again, and a last line that says where the rest is.
 * @param limit in characters (UTF-16, at least as many as GitHub counts)
 */
export function cutMarkdown(markdown: string, limit: number, rest: string): string {
  if (markdown.length <= limit) return markdown;
  const lines = markdown.split('\n');
  let kept = '';
  let open: Open = { fence: '', folds: 0 };
  for (const line of lines) {
    const next = enter(open, line);
    const end = closing(next, rest);
    if (kept.length + line.length + 1 + end.length > limit) break;
    kept += `${line}\n`;
    open = next;
  }
  return `${kept}${closing(open, rest)}`;
}

interface Open {
  /** The ticks of the fence we are in, `''` outside. */
  readonly fence: string;
  /** `<details>` that are not closed. */
  readonly folds: number;
}

function enter({ fence, folds }: Open, line: string): Open {
  const [ticks = ''] = /^`{3,}/.exec(line) ?? [];
  if (fence !== '') return { fence: line === fence ? '' : fence, folds };
  if (ticks !== '') return { fence: ticks, folds };
  const count = (tag: string): number => line.split(tag).length - 1;
  return { fence, folds: folds + count('<details>') - count('</details>') };
}

const closing = ({ fence, folds }: Open, rest: string): string =>
  [...(fence === '' ? [] : [fence]), ...Array(folds).fill('\n</details>'), '', rest, ''].join('\n');
