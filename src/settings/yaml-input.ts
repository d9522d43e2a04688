import { parseDocument } from 'yaml';
import { isMapping, type Values } from '../domain/deep-merge.ts';
import { custom, type Input, Refusal } from './define.ts';

/**
 * Inline YAML that must be a mapping, e.g. Helm values. With `secret`, every string leaf is masked:
 * the keys stay readable, and a mask on a whole line such as `postgres:` would blank the log.
 */
export function yamlMapping(about: {
  readonly description: string;
  readonly secret?: boolean;
}): Input<Values | undefined> {
  const { secret, ...rest } = about;
  const definition = custom('YAML', rest, parseMapping);
  return secret ? { ...definition, secretsIn: leavesOf } : definition;
}

function parseMapping(text: string): Values {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // The library's pretty message quotes the text, which may be a secret: say only where.
    const line = text.slice(0, error.pos[0]).split('\n').length;
    throw new Refusal(`is not valid YAML: line ${line}: ${error.code}`);
  }
  const value: unknown = document.toJS();
  if (!isMapping(value)) throw new Refusal('must be a YAML mapping', 'write `key: value` lines');
  return value;
}

function leavesOf(text: string): string[] {
  return leaves(parseDocument(text, { prettyErrors: false }).toJS() as unknown);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}
