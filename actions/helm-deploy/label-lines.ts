import { custom, type Input, Refusal } from '../../src/settings/define.ts';

/** Kubernetes' rules for the key and the value of a label. */
const KEY = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;
/** Helm's own, and ours, are not the user's to set. */
const TAKEN = /^(name|owner|status|version|createdAt|modifiedAt|deploy-actions\/.*)$/;

/** `key=value` lines as labels. */
export function labelLines(about: {
  readonly description: string;
}): Input<Readonly<Record<string, string>> | undefined> {
  return custom('lines', about, (text) =>
    Object.fromEntries(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map(parseLabel),
    ),
  );
}

function parseLabel(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  const [key, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  if (at < 0 || !KEY.test(key) || !VALUE.test(value)) {
    throw new Refusal(`"${line.slice(0, 60)}" is no label`, 'write key=value, as in Kubernetes');
  }
  if (TAKEN.test(key)) throw new Refusal(`${key} is taken`, 'Helm and deploy-actions set it');
  return [key, value];
}
