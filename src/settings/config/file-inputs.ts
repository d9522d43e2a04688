import { stringify } from 'yaml';
import type { Place } from '../../errors.ts';
import { type Cursor, plainValue } from './cursor.ts';
import { isProduction, promotionOf } from './flow.ts';
import { ENVIRONMENT, inputKeys } from './input-keys.ts';
import type { Config } from './read-config.ts';

/** An input as the file gives it. */
export interface FileInput {
  readonly text: string;
  /** The key: `environments.staging.cluster`. */
  readonly key: string;
  readonly place: Place;
}

/**
 * What a file gives to the inputs of the actions for one of its environments, as the text a user
 * would have typed: lists one item a line, variables as `NAME=value` lines, structures as YAML.
 */
export function fileInputs(config: Config, environment: string): ReadonlyMap<string, FileInput> {
  const inputs = new Map(derived(config, environment));
  for (const { path, input } of inputKeys()) {
    const at = config.find(...path.map((part) => (part === ENVIRONMENT ? environment : part)));
    if (!at) continue;
    const before = inputs.get(input);
    const text = textOf(at, input);
    // Helm reads values files in order: those of the environment win over those of the release.
    const whole = input === 'values' && before ? `${before.text}\n${text}` : text;
    inputs.set(input, { text: whole, key: at.path, place: at.place });
  }
  return inputs;
}

/** What follows from other keys. */
function* derived(config: Config, environment: string): Iterable<[string, FileInput]> {
  const at = (path: readonly string[], text: string): FileInput => {
    const found = config.find(...path);
    const key = path.join('.');
    return { text, key, place: found?.keyPlace ?? { file: config.file, line: 1, column: 1 } };
  };
  yield ['release', at(['name'], config.value.name)];
  if (isProduction(config.value, environment)) yield ['production', at(['flow'], 'true')];
  const to = promotionOf(config.value, environment);
  if (to !== undefined) yield ['to', at(['flow'], `branch:${to}`)];
}

/** One `NAME=value` a line. */
const PAIRS = ['e2e-env', 'image-paths'];

function textOf(at: Cursor, input: string): string {
  if (at.kind !== 'list' && at.kind !== 'mapping') return String(at.value);
  const values = at.children().map(({ name, value }) => ({ name, value }));
  if (PAIRS.includes(input)) return values.map((it) => `${it.name}=${it.value.value}`).join('\n');
  if (at.kind === 'list' && values.every((it) => it.value.kind === 'text')) {
    return values.map((it) => it.value.value).join('\n');
  }
  return stringify(plainValue(at), { aliasDuplicateObjects: false, lineWidth: 0 });
}
