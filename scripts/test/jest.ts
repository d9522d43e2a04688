import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, type Report, readReport } from './outcome.ts';

export interface JestRun {
  readonly root: string;
  readonly projects: readonly string[];
  /** Handed to jest as they are: file patterns, `-t NAME` … */
  readonly args: readonly string[];
  /** Given: the tests are only listed, all as skipped for this reason. */
  readonly skipAll?: string;
}

/** Runs projects of jest.config.mjs; the tree goes to stdout as files end. */
export async function runJest(run: JestRun): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jest-'));
  const report = join(folder, 'report.json');
  // A pattern no title has: jest loads the files and reports every test as not run.
  const skip = run.skipAll === undefined ? [] : ['--testNamePattern', '^\\b$'];
  try {
    const code = await startJest(run.root, report, [
      ...['--selectProjects', ...run.projects],
      ...['--reporters', join(import.meta.dirname, 'reporter.ts')],
      '--passWithNoTests',
      ...['--maxWorkers', String(workers(run.projects))],
      ...skip,
      ...run.args,
    ]);
    const outcomes = existsSync(report)
      ? readReport(JSON.parse(readFileSync(report, 'utf8')) as Report, run.skipAll)
      : [];
    const red = outcomes.some((outcome) => outcome.status === 'failed');
    // Red without a failed test: jest itself broke, e.g. on its configuration.
    return code === 0 || red ? outcomes : [...outcomes, brokenRun(run.projects, code)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Integration tests mostly wait for a cluster: more of them fit beside each other. */
const workers = (projects: readonly string[]): number =>
  Math.max(2, availableParallelism()) * (projects.includes('integration') ? 2 : 1);

const brokenRun = (projects: readonly string[], code: number | null): Outcome => ({
  suite: projects.join(', '),
  path: [`jest ended with exit code ${code ?? 'none'} and no failed test`],
  status: 'failed',
  ms: 0,
  reason: '',
});

function startJest(root: string, report: string, args: readonly string[]): Promise<number | null> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, jest, ...args], {
      cwd: root,
      env: { ...process.env, TEST_REPORT: report },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
