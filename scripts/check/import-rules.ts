import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { findImports, type Import } from './imports.ts';

/** One import, seen from the repository's root. */
interface Edge {
  readonly from: string;
  /** A path like `src/http/request.ts`, or a module: `node:fs`, `yaml`. */
  readonly to: string;
  readonly typeOnly: boolean;
}

interface Rule {
  /** Says why the import is not allowed, or `undefined` where it is. */
  readonly refusal: (edge: Edge) => string | undefined;
}

/** Layers of `src` that touch the outside; each may import those of a lower number. */
const ADAPTERS: Readonly<Record<string, number>> = {
  settings: 1,
  tools: 1,
  http: 2,
  cluster: 3,
  cloud: 4,
  report: 4,
};
const STEPS = ['release', 'proof', 'records'];

/** Modules that exactly one place may use. */
const OWNERS: Readonly<Record<string, string>> = {
  '@actions/core': 'src/runner/',
  '@actions/exec': 'src/tools/exec.ts',
  '@actions/tool-cache': 'src/tools/install.ts',
  '@actions/github': 'src/http/github',
  'node:child_process': 'src/tools/process.ts',
};

/** The layer of a file of `src`: `http` for `src/http/registry/x.ts`, `errors` for `src/errors.ts`. */
const layer = (path: string): string | undefined => /^src\/([a-z]+)/.exec(path)?.[1];
const action = (path: string): string | undefined => /^actions\/([^/]+)\//.exec(path)?.[1];
const isEntry = (path: string): boolean =>
  /^actions\/[^/]+\/(main|post)\.ts$/.test(path) || /^src\/.*-main\.ts$/.test(path);
const isProduct = (path: string): boolean => /^(src|actions)\//.test(path);

const RULES: readonly Rule[] = [
  {
    refusal: ({ from, to }) => {
      if (layer(from) !== 'domain') return undefined;
      const allowed = ['domain', 'errors'].includes(layer(to) ?? '') || to === 'node:crypto';
      return allowed ? undefined : 'domain has no I/O, clock or library: only domain and errors';
    },
  },
  {
    refusal: ({ from, to }) => {
      const own = ADAPTERS[layer(from) ?? ''];
      const target = layer(to);
      if (own === undefined || target === undefined || target === layer(from)) return undefined;
      if (target === 'domain' || target === 'errors') return undefined;
      return (ADAPTERS[target] ?? Number.POSITIVE_INFINITY) < own
        ? undefined
        : `${layer(from)} imports downwards only: ${lowerThan(own)}`;
    },
  },
  {
    refusal: ({ from, to, typeOnly }) => {
      if (!STEPS.includes(layer(from) ?? '')) return undefined;
      const target = layer(to) ?? '';
      if (['domain', 'errors', ...STEPS].includes(target)) return undefined;
      if (typeOnly && target in ADAPTERS) return undefined;
      return `${layer(from)} imports domain and the types of adapters; adapters arrive as arguments`;
    },
  },
  {
    refusal: ({ from, to }) => {
      const owner = OWNERS[to];
      if (owner === undefined || !isProduct(from) || from.startsWith(owner)) return undefined;
      return `only ${owner} uses ${to}`;
    },
  },
  {
    refusal: ({ from, to }) => {
      if (layer(to) !== 'runner' || layer(from) === 'runner' || !isProduct(from)) return undefined;
      return isEntry(from) ? undefined : 'only main.ts and post.ts know the runner';
    },
  },
  {
    refusal: ({ from, to }) =>
      action(from) !== undefined && action(to) !== undefined && action(from) !== action(to)
        ? 'an action never imports another: what two need moves to src'
        : undefined,
  },
  {
    refusal: ({ to }) => (isEntry(to) ? 'an entry is started, never imported' : undefined),
  },
  {
    refusal: ({ from, to }) => {
      if (isProduct(from) && /^(sandbox|test|scripts|bench|examples)\//.test(to)) {
        return 'src and actions stand without the sandbox, tests and scripts';
      }
      if (from.startsWith('src/') && to.startsWith('actions/')) return 'src never imports actions';
      return undefined;
    },
  },
];

const lowerThan = (rank: number): string =>
  [
    'domain',
    'errors',
    ...Object.keys(ADAPTERS).filter((name) => (ADAPTERS[name] ?? 0) < rank),
  ].join(', ');

/** The most lines a composition root may have. */
const MAIN_LINES = 25;

/**
 * Every break of the rules "who may import whom" (CONTRIBUTING.md), one line each.
 * @param path relative to the repository, with `/`
 */
export function findViolations(path: string, source: string): readonly string[] {
  const lines = source.trimEnd().split('\n').length;
  const long =
    /^actions\/[^/]+\/main\.ts$/.test(path) && lines > MAIN_LINES
      ? [`${path} has ${lines} lines: a composition root has at most ${MAIN_LINES}`]
      : [];
  const wrong = findImports(source).flatMap((found) => {
    const edge = { from: path, to: target(path, found), typeOnly: found.typeOnly };
    return RULES.map((rule) => rule.refusal(edge))
      .filter((reason) => reason !== undefined)
      .map((reason) => `${path}:${found.line} imports ${edge.to}: ${reason}`);
  });
  return [...long, ...wrong];
}

/** The imported file from the repository's root, or the module's name with `node:` where it is Node's. */
function target(from: string, found: Import): string {
  const { specifier } = found;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return isBuiltin(specifier) ? `node:${specifier.replace(/^node:/, '')}` : specifier;
}

/** Reads and checks files of the repository. */
export const checkImports = (root: string, paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => findViolations(path, readFileSync(join(root, path), 'utf8')));
