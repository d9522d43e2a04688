import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
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
): Promise<FaultDeploy> {
  // A folder of ours, so that the evidence can be read after the run; the file commands and HOME
  // stay the harness's.
  const temp = await mkdtemp(join(tmpdir(), 'fault-deploy-'));
  const lines: { readonly line: string; readonly at: number }[] = [];
  const started = performance.now();
  try {
    const result = await runAction(ACTION, {
      files: chartFiles(chart),
      env: { ...(await namespace.jobEnvironment()), RUNNER_TEMP: temp },
      inputs: {
        release,
        namespace: namespace.name,
        chart: 'chart',
        // Long: a fault must be found, not timed out.
        timeout: '5m',
        ...namespace.login,
        ...inputs,
      },
      timeoutMs: 400_000,
      onLine: (line) => lines.push({ line, at: performance.now() - started }),
    });
    const file = result.outputs.evidence ?? '';
    const left = await readdir(temp, { recursive: true });
    return {
      ...result,
      evidence: file === '' ? '' : await readFile(file, 'utf8'),
      leftovers: [...result.leftovers, ...left.filter((name) => !file.includes(name))],
      saidAfter: (wanted) => {
        const found = lines.find(({ line }) => wanted.test(line));
        return found && found.at / 1000;
      },
    };
  } finally {
    await rm(temp, { recursive: true });
  }
}
