import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunResult, runAction } from '../runner/run-action.ts';
import type { BuiltImage } from './reread.ts';

/** One `uses:` step of the demo's job. */
export interface Step {
  readonly action: 'build-image' | 'helm-deploy';
  /** For the files that keep its log and summary. */
  readonly name: string;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface StepPorts {
  /** Root of this checkout, where the actions are. */
  readonly root: string;
  /** Folder for logs and summaries. */
  readonly pages: string;
  readonly onLine: (line: string) => void;
}

/**
 * Runs a built action exactly as GitHub's runner would and keeps its log and its job summary.
 * @throws {Error} with the annotations when the step is red
 */
export async function runStep(step: Step, ports: StepPorts): Promise<RunResult> {
  const result = await runAction(join(ports.root, step.action), {
    inputs: step.inputs,
    env: step.env,
    workspace: step.workspace,
    timeoutMs: 600_000,
    onLine: ports.onLine,
  });
  await mkdir(ports.pages, { recursive: true });
  await writeFile(join(ports.pages, `${step.name}.log`), `${result.lines.join('\n')}\n`);
  await writeFile(join(ports.pages, `${step.name}.md`), result.summary);
  if (result.conclusion !== 'success') {
    const why = result.annotations.map((annotation) => annotation.message).join('\n');
    throw new Error(
      `${step.name} is ${result.conclusion}: ${why}\n${result.lines.slice(-30).join('\n')}`,
    );
  }
  return result;
}

/** The image that a build-image step says it pushed. */
export function builtImage(result: RunResult): BuiltImage {
  const [repository, digest] = (result.outputs.image ?? '').split('@');
  if (!repository || !digest) throw new Error(`build-image gave no image: ${result.outputs.image}`);
  return { repository, digest };
}
