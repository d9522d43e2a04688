import type { Declaration } from './declaration.ts';

/**
 * An action's README with the tables between its markers written from the declaration.
 * @throws {Error} when a pair of markers is missing
 */
export function withTables(readme: string, declaration: Declaration): string {
  const inputs = table(
    ['Input', 'Kind', 'Default', 'Meaning'],
    Object.entries(declaration.inputs).map(([name, input]) => [
      `\`${name}\``,
      input.kind,
      input.required
        ? `**required**${input.inFile ? ' (or in deploy.yml)' : ''}`
        : input.default && `\`${input.default}\``,
      input.description,
    ]),
  );
  const outputs = table(
    ['Output', 'Meaning'],
    Object.entries(declaration.outputs).map(([name, text]) => [`\`${name}\``, text]),
  );
  return replaceBetween(replaceBetween(readme, 'inputs', inputs), 'outputs', outputs);
}

/** A markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Text for one cell: a line break or a bare `|` would end it. */
const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');

/** Replaces what stands between a pair of markers. @throws {Error} when the pair is missing */
export function replaceBetween(readme: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`has no \`${start}\` … \`${end}\``);
  return `${readme.slice(0, from + start.length)}\n\n${content}\n\n${readme.slice(to)}`;
}
