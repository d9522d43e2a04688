/** A cell of a markdown table: one line, pipes escaped. */
const cell = (value: string): string => value.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A GitHub table; `''` without rows, so that no empty table is shown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n');
}

/** Milliseconds as a person reads them: `340 ms`, `4.2 s`, `3 min 5 s`. */
export function humanTime(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The first 12 hex digits of a digest, as registries show it. */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);
