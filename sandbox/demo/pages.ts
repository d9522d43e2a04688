import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flatten, type WorkflowRun } from '../runner/result.ts';

/** Writes the job summaries and logs of all runs as files, with an index to start from. */
export async function savePages(folder: string, runs: readonly WorkflowRun[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const index = ['# Runs of the demo', ''];
  for (const run of runs) {
    index.push(`## ${run.path}: ${run.title} (${run.event} on ${run.ref}): ${run.conclusion}`, '');
    for (const job of flatten(run.jobs).filter((one) => one.steps.length > 0)) {
      const name = `${run.id}-${job.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
      const log = job.steps.flatMap((step) => [`▸ ${step.name}`, ...step.lines, '']);
      await writeFile(join(folder, `${name}.log`), `${log.join('\n')}\n`);
      await writeFile(join(folder, `${name}.md`), job.summary);
      index.push(`- ${job.conclusion}: ${job.name}: [summary](${name}.md), [log](${name}.log)`);
    }
    index.push('');
  }
  await writeFile(join(folder, 'index.md'), `${index.join('\n')}\n`);
}
