import { stringify } from 'yaml';
import { inputKeys } from '../../src/settings/config/input-keys.ts';
import type { InputSet } from '../../src/settings/define.ts';
import type { Declaration } from './declaration.ts';

/**
 * An action.yml with its `inputs` and `outputs` blocks written from the declaration. All other
 * lines stay as they were written by hand, comments included.
 */
export function withDeclaration(manifest: string, declaration: Declaration): string {
  const inFile = givenInFile(declaration.inputs);
  const inputs = Object.entries(declaration.inputs).map(([name, input]) => {
    const { description, required } = input;
    if (input.default === '') {
      return [name, { description, ...(required && !input.inFile && { required: true }) }];
    }
    if (!inFile.has(name)) return [name, { description, default: input.default }];
    return [name, { description: `${description} Default: \`${input.default}\`.` }];
  });
  const outputs = Object.entries(declaration.outputs).map(([name, description]) => [
    name,
    { description },
  ]);
  const withInputs = replaceBlock(manifest, 'inputs', Object.fromEntries(inputs));
  return replaceBlock(withInputs, 'outputs', Object.fromEntries(outputs));
}

/**
 * Inputs that stand in deploy.yml as well. They get no `default` in action.yml: the runner would
 * fill it in, and it would win over the file as if somebody had typed it.
 */
function givenInFile(inputs: InputSet): ReadonlySet<string> {
  const readsFile = 'environment' in inputs && 'config' in inputs;
  return new Set(readsFile ? inputKeys().map(({ input }) => input) : []);
}

/** Replaces one top-level block, or puts it before `runs:` where there is none yet. */
function replaceBlock(manifest: string, key: string, value: object): string {
  const block = stringify({ [key]: value }, { lineWidth: 0, singleQuote: true });
  const content = Object.keys(value).length > 0 ? block : '';
  const lines = manifest.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (start < 0) {
    // A comment right above `runs:` belongs to it.
    const before = /^(#.*\n)*runs:/m;
    if (!before.test(manifest)) throw new Error('has no top-level `runs:`');
    return manifest.replace(before, (runs) => content + runs);
  }
  // The block ends before the next line at the margin; blank lines above that one stay.
  const next = lines.findIndex((line, at) => at > start && /^\S/.test(line));
  let end = next < 0 ? lines.length : next;
  while (end > start + 1 && lines[end - 1] === '') end--;
  return [...lines.slice(0, start), content + lines.slice(end).join('\n')].join('\n');
}
