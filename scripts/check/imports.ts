/** One import or re-export of a TypeScript file. */
export interface Import {
  readonly line: number;
  /** As it is written: `node:fs`, `yaml`, `../errors.ts`. */
  readonly specifier: string;
  /** Gone after compiling. */
  readonly typeOnly: boolean;
}

/** `import … from 'x'`, `export … from 'x'` at the start of a line. */
const STATEMENT = /^(?:import|export)\s+(type\s+)?([\w*{][^;'"`]*?)\s*from\s+['"]([^'"]+)['"]/gm;
const SIDE_EFFECT = /^import\s+['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

/** The imports of a source text; comments are skipped. Good for code as our formatter writes it. */
export function findImports(source: string): readonly Import[] {
  const code = withoutComments(source);
  const lineAt = (index: number): number => code.slice(0, index).split('\n').length;
  const statements = [...code.matchAll(STATEMENT)].map((match) => {
    const [, type, names = '', specifier = ''] = match;
    return { line: lineAt(match.index), specifier, typeOnly: Boolean(type) || onlyTypes(names) };
  });
  const others = [...code.matchAll(SIDE_EFFECT), ...code.matchAll(DYNAMIC)].map((match) => ({
    line: lineAt(match.index),
    specifier: match[1] ?? '',
    typeOnly: false,
  }));
  return [...statements, ...others].sort((a, b) => a.line - b.line);
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inBraces = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  const parts = (inBraces ?? '').split(',').filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '));
}

/** Blanks comments that begin a line, keeping every line's number. */
const withoutComments = (source: string): string =>
  source
    .replace(/^\s*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^\s*\/\/.*$/gm, '');
