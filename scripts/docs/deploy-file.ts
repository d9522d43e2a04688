import { deployFile } from '../../src/settings/config/deploy-file.ts';
import { inputKeys } from '../../src/settings/config/input-keys.ts';
import type { Shape } from '../../src/settings/config/shape.ts';
import { replaceBetween, table } from './readme.ts';

/** The text of schema/deploy.schema.json. */
export function deploySchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.github/deploy.yml of deploy-actions',
    ...deployFile.schema,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** docs/deploy-yml.md with the reference of all keys between its markers. */
export const withReference = (document: string): string =>
  replaceBetween(document, 'keys', sections('', deployFile).join('\n\n'));

/** A table for a mapping with known keys, and after it one for each of those below it. */
function sections(path: string, shape: Shape<unknown>): readonly string[] {
  const keys = Object.entries(shape.keys ?? {});
  const title = path === '' ? '### The file' : `### \`${path}\``;
  const rows = keys.map(([name, key]) => [
    `\`${name}\``,
    key.kind.replace(/<.*?>/, '`$&`'),
    key.required ? '**required**' : defaultOf(key),
    inputOf(path === '' ? name : `${path}.${name}`),
    key.description,
  ]);
  const below = keys.flatMap(([name, key]) => {
    if (!key.keys || isOverride(path, name)) return [];
    return sections(`${path === '' ? '' : `${path}.`}${name}${insideOf(key)}`, key);
  });
  const head = table(['Key', 'Kind', 'Default', 'Input', 'Meaning'], rows);
  return [`${title}\n\n${shape.description}\n\n${head}`, ...below];
}

/** The same keys as at the top: said once. */
const isOverride = (path: string, name: string): boolean => path !== '' && name === 'release';

const defaultOf = ({ absent }: Shape<unknown>): string =>
  typeof absent === 'string' || typeof absent === 'number' ? `\`${absent}\`` : '';

/** How to get from a list or a mapping of names to the record in it. */
function insideOf({ kind }: Shape<unknown>): string {
  if (kind.startsWith('list')) return '[]';
  return /^mapping (<.*>) →/.exec(kind)?.[1]?.replace('<', '.<') ?? '';
}

/** The input that a key stands for, where it does. */
function inputOf(path: string): string {
  const found = inputKeys().find((key) => key.path.join('.') === path);
  return found ? `\`${found.input}\`` : '';
}
