import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { type ChartObject, chartFiles } from './fault-chart.ts';
import type { FaultSite } from './fault-site.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');

/** How a deploy by the built action ended, and when it said what. */
export interface FaultDeploy extends RunResult {
  /** What the file of the output `evidence` holds; '' without one. */
  readonly evidence: string;
  /** Seconds from the start of the action to the first line that matches; undefined: none does. */
  readonly saidAfter: (line: RegExp) => number | undefined;
}

/** Runs the built helm-deploy as a job that logs in over OIDC. */
export async function deployChart(
  { namespace }: FaultSite,
  release: string,
  chart: readonly ChartObject[],
  inputs: Readonly<Record<string, string>> = {},
  { env = {}, onLine = () => {}, ...options }: Omit<RunOptions, 'inputs' | 'files'> = {},
): Promise<FaultDeploy> {
  const lines: { readonly line: string; readonly at: number }[] = [];
  const started = performance.now();
  let evidence = '';
  const result = await runAction(ACTION, {
    ...options,
    files: chartFiles(chart),
    env: { ...(await namespace.jobEnvironment()), ...env },
    inputs: {
      release,
      namespace: namespace.name,
      chart: 'chart',
      // Long: a fault must be found, not timed out.
      timeout: '3m',
      ...namespace.login,
      ...inputs,
    },
    timeoutMs: 400_000,
    onLine: (line) => {
      lines.push({ line, at: performance.now() - started });
      onLine(line);
    },
    // As a step that uploads it.
    laterSteps: async (outputs) => {
      if (outputs.evidence) evidence = await readFile(outputs.evidence, 'utf8');
    },
  });
  return {
    ...result,
    evidence,
    saidAfter: (wanted) => {
      const found = lines.find(({ line }) => wanted.test(line));
      return found && found.at / 1000;
    },
  };
}
