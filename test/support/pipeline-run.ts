import { flatten, type WorkflowRun } from '../../sandbox/runner/result.ts';

/** @throws {Error} with the end of the log of whatever is red */
export function requireGreen(result: WorkflowRun): void {
  if (result.conclusion !== 'success') throw new Error(describeRun(result));
}

/** Every annotation of a run, in the order of its jobs. */
export const said = (result: WorkflowRun): string =>
  flatten(result.jobs)
    .flatMap((job) => job.annotations.map(({ message }) => message))
    .join('\n');

/** `job name → conclusion` of the jobs that have steps of their own or never started. */
export const conclusions = (result: WorkflowRun): Readonly<Record<string, string>> =>
  Object.fromEntries(flatten(result.jobs).map((job) => [job.name, job.conclusion]));

/** What a run came to, with the end of the log of whatever is red. */
export function describeRun(result: WorkflowRun): string {
  const red = flatten(result.jobs).filter((job) => job.conclusion === 'failure');
  const log = red.flatMap((job) =>
    job.steps
      .filter((step) => step.outcome === 'failure')
      .flatMap((step) => [`${job.name} › ${step.name}`, ...step.lines.slice(-25)]),
  );
  const head = `${result.path} (${result.title}) is ${result.conclusion}`;
  return [head, ...result.errors, said(result), ...log].join('\n');
}
