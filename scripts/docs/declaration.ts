import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InputSet } from '../../src/settings/define.ts';

/** What `actions/<name>/inputs.ts` declares. */
export interface Declaration {
  readonly inputs: InputSet;
  /** Name → description. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Loads an action's declaration. @throws {Error} naming everything that is missing in it. */
export async function loadDeclaration(root: string, action: string): Promise<Declaration> {
  const file = join(root, 'actions', action, 'inputs.ts');
  const loaded = (await import(pathToFileURL(file).href)) as Partial<Declaration>;
  const declaration = { inputs: loaded.inputs ?? {}, outputs: loaded.outputs ?? {} };
  const problems = [
    ...(['inputs', 'outputs'] as const)
      .filter((name) => loaded[name] === undefined)
      .map((name) => `does not export \`${name}\``),
    ...findProblems(declaration),
  ];
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => `actions/${action}/inputs.ts ${problem}`).join('\n'));
  }
  return declaration;
}

/** What a user of the declared action would miss or could not type. */
export function findProblems(declaration: Declaration): readonly string[] {
  const described = [
    ...Object.entries(declaration.inputs).map(([name, it]) => ['input', name, it.description]),
    ...Object.entries(declaration.outputs).map(([name, text]) => ['output', name, text]),
  ] as const;
  return described.flatMap(([kind, name = '', description = '']) => [
    ...(description.trim() === '' ? [`has no description for ${kind} ${name}`] : []),
    ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)
      ? []
      : [`names ${kind} ${name}: use kebab-case`]),
  ]);
}
