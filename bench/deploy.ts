import { join } from 'node:path';
import { readActionManifest } from '../sandbox/runner/action-manifest.ts';
import { type RunResult, runAction } from '../sandbox/runner/run-action.ts';
import { childrenCpu } from './cpu.ts';
import type { Place } from './place.ts';

export const ACTION = join(import.meta.dirname, '../helm-deploy');

export interface Deploy {
  readonly release: string;
  /** Folder of the chart. */
  readonly chart: string;
  /** YAML. */
  readonly values: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly kubeconfig?: string;
  readonly onLine?: (line: string) => void;
}

/** A run of the built helm-deploy, as GitHub's runner would start it. */
export interface Deployed {
  /** From the start of main to its end, without `settle`. */
  readonly ms: number;
  /** The post step, which runs at the end of the job. */
  readonly postMs: number;
  /** Of main, post and all they started; means something only when nothing else ran meanwhile. */
  readonly cpuMs: number;
  readonly timings: Readonly<Record<string, number>>;
  /** Lines of main and post with the milliseconds since the start at which they came. */
  readonly lines: readonly { readonly text: string; readonly at: number }[];
  readonly result: RunResult;
}

export async function deploy(place: Place, wish: Deploy): Promise<Deployed> {
  const { release, chart, values, inputs = {}, env = {}, kubeconfig = place.kubeconfig } = wish;
  const lines: { text: string; at: number }[] = [];
  const { NODE_EXTRA_CA_CERTS: authority = '' } = place.sandbox.environment.env;
  const cpuBefore = childrenCpu();
  const started = performance.now();
  const result = await runAction(ACTION, {
    timeoutMs: 900_000,
    // Our own requests to the sandbox's registries need its authority.
    env: {
      PATH: place.path,
      NODE_EXTRA_CA_CERTS: authority,
      DOCKER_CONFIG: place.dockerConfig,
      ...env,
    },
    inputs: {
      ...{ release, chart, kubeconfig, namespace: place.namespace.name, set: values },
      ...{ deployment: 'false', timeout: '300s', ...inputs },
    },
    onLine: (text) => {
      lines.push({ text, at: performance.now() - started });
      wish.onLine?.(text);
    },
  });
  const timings = JSON.parse(result.outputs.timings ?? '{}') as Record<string, number>;
  return {
    ms: result.phases.main.ms - (timings.settle ?? 0),
    postMs: result.phases.post?.ms ?? 0,
    cpuMs: childrenCpu() - cpuBefore,
    timings,
    lines,
    result,
  };
}

/** @throws {Error} with the run's errors when it did not end as it should */
export function mustBe(status: string, deployed: Deployed): Deployed {
  const { outputs, annotations } = deployed.result;
  if (outputs.status === status) return deployed;
  const said = annotations.map(({ message }) => message).join('\n');
  throw new Error(`the deploy is ${outputs.status}, not ${status}: ${said}`);
}

/** Whether the action has an input: a goal of a feature that is not there yet is `not yet`. */
export const hasInput = (name: string): boolean => name in readActionManifest(ACTION).inputs;

/** The input that leaves the checks out, where they would find what is to be seen later. */
export const withoutChecks = (): Readonly<Record<string, string>> =>
  hasInput('checks') ? { checks: 'none' } : {};

/** A cause that was printed. */
export interface Printed {
  readonly code: string;
  /** Milliseconds since the start of main. */
  readonly at: number;
}

/** The first diagnosis in the log of a run. */
export function diagnosisOf({ lines }: Deployed): Printed | undefined {
  for (const { text, at } of lines) {
    const code = /^✗ ([a-z-]+): /.exec(text)?.[1];
    if (code !== undefined) return { code, at };
  }
  return undefined;
}
