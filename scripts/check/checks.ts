import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { checkImports } from './import-rules.ts';

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** Everything it said, for the one who has to mend it. */
  readonly output: string;
}

interface Check {
  readonly name: string;
  readonly run: (root: string) => Promise<{ readonly passed: boolean; readonly output: string }>;
}

const SOURCES = '{src,actions,sandbox,scripts,test,bench}/**/*.ts';

const CHECKS: readonly Check[] = [
  command(
    'dist is what the sources build',
    '--disable-warning=DEP0187',
    'scripts/build.ts',
    '--check',
  ),
  command('types', 'node_modules/typescript/bin/tsc', '-p', '.'),
  command(
    'lint and format',
    'node_modules/@biomejs/biome/bin/biome',
    'ci',
    '--error-on-warnings',
    '--colors=off',
    '.',
  ),
  command('no dead code', 'node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  command('docs are what inputs.ts declares', 'scripts/docs.ts', '--check'),
  command('workflows and action.yml', 'scripts/check/workflow-files.ts'),
  {
    name: 'who imports whom',
    run: async (root) => {
      const files = globSync(SOURCES, { cwd: root, exclude: ['**/node_modules'] });
      const violations = checkImports(root, files);
      return { passed: violations.length === 0, output: violations.join('\n') };
    },
  },
];

/** A check that is a script for node; it passes with exit code 0. */
function command(name: string, ...args: readonly string[]): Check {
  return {
    name,
    run: (root) =>
      new Promise((resolve) => {
        const options = { cwd: root, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 };
        execFile(process.execPath, [...args], options, (error, stdout, stderr) =>
          resolve({ passed: error === null, output: `${stdout}${stderr}`.trim() }),
        );
      }),
  };
}

/** Runs all checks side by side; each is told about when it ends. */
export async function runChecks(
  root: string,
  onEnd: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> {
  return Promise.all(
    CHECKS.map(async (check) => {
      const started = Date.now();
      const { passed, output } = await check.run(root);
      const result = { name: check.name, passed, seconds: (Date.now() - started) / 1000, output };
      onEnd(result);
      return result;
    }),
  );
}

/** One line for a check, with everything it said below where it failed. */
export function describeCheck(result: CheckResult): string {
  const line = `  ${result.passed ? '✓' : '✘'} ${result.name} (${result.seconds.toFixed(1)} s)`;
  return result.passed ? line : `${line}\n${result.output.replace(/^/gm, '      ')}`;
}
