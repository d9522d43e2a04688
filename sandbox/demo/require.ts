import { flatten, type WorkflowRun } from '../runner/result.ts';
import type { Place } from './place.ts';
import { rereadPods, runningImage } from './reread.ts';
import type { Scene } from './scene.ts';
import { askVersion } from './traffic.ts';

/** What the annotations of all jobs say. */
export const annotations = (run: WorkflowRun): string[] =>
  flatten(run.jobs).flatMap((job) => job.annotations.map((annotation) => annotation.message));

/** @throws {Error} with annotations and log of what is red */
export function requireGreen(run: WorkflowRun): void {
  if (run.conclusion === 'success') return;
  const red = flatten(run.jobs).filter((job) => job.result === 'failure');
  const log = red.flatMap((job) =>
    job.steps
      .filter((step) => step.outcome === 'failure')
      .flatMap((step) => [`${job.name} › ${step.name}`, ...step.lines.slice(-25)]),
  );
  throw new Error(
    `${run.path} (${run.title}) is ${run.conclusion}: ${[...run.errors, ...annotations(run)].join('\n')}\n${log.join('\n')}`,
  );
}

/**
 * Ten answers in a row come from this version. Pods that are on their way out go on answering until
 * everybody has learnt that they leave (their preStop pause): they are given 10 s.
 */
export async function requireServed({ url }: Place, version: string): Promise<void> {
  let answered = '';
  for (let inARow = 0, end = Date.now() + 10_000; inARow < 10; ) {
    answered = await askVersion(url);
    inARow = answered === version ? inARow + 1 : 0;
    if (inARow === 0 && Date.now() > end) {
      throw new Error(`${url} is answered by ${answered}, not ${version}`);
    }
  }
}

/** The pods of both environments hold one and the same digest, and the registry has it. */
export async function requireSameImage({
  staging,
  production,
  ground,
}: Scene): Promise<{ pods: number; digest: string }> {
  const [proven, runs] = await Promise.all([runningImage(staging), runningImage(production)]);
  if (proven.digest !== runs.digest)
    throw new Error(`${runs.digest} runs, ${proven.digest} was proven`);
  return { pods: await rereadPods(ground, production, runs), digest: runs.digest };
}

/** Waits for the first answer that is an error of the server's. */
export async function untilBroken({ url }: Place): Promise<void> {
  for (
    const end = Date.now() + 90_000;
    Date.now() < end;
    await new Promise((r) => setTimeout(r, 500))
  ) {
    const answer = await fetch(new URL('/stories', url), {
      headers: { connection: 'close' },
    }).catch(() => undefined);
    if (answer && answer.status >= 500) return;
  }
  throw new Error(`${url} never broke`);
}
