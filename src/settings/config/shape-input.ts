import { custom, type Input, Refusal } from '../define.ts';
import { openYaml } from './document.ts';
import type { Shape } from './shape.ts';

/**
 * An input that is given as YAML text and reads like the same key of deploy.yml; not given it is
 * what a missing key is.
 */
export function shapeInput<T>(shape: Shape<T>, about: { readonly description: string }): Input<T> {
  const definition = custom('YAML', about, (text) => parse(shape, text));
  return { ...definition, parse: (text) => definition.parse(text) ?? shape.absent };
}

function parse<T>(shape: Shape<T>, text: string): T {
  const yaml = openYaml(text, '');
  const value = yaml.root && shape.read(yaml.root);
  const [first, ...more] = yaml.problems();
  if (first === undefined) return value as T; // Nothing was refused, so nothing is missing.
  const where = first.input === 'file' ? '' : `${first.input} `;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new Refusal(`line ${first.place?.line}: ${where}${first.message}${others}`, first.hint);
}
