import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import { flatten, type JobRun, type WorkflowRun } from '../runner/result.ts';

/** Writes the job summaries and logs of all runs as pages to read, with an index to start from. */
export async function savePages(folder: string, runs: readonly WorkflowRun[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const index = ['# Runs of the demo'];
  for (const run of runs) {
    index.push(`## ${run.conclusion}: ${run.title}`, `${run.path}, ${run.event} on ${run.ref}`);
    const jobs = flatten(run.jobs).filter((job) => job.steps.length > 0);
    const links = await Promise.all(jobs.map((job) => savePage(folder, run, job)));
    index.push(links.join('\n'));
  }
  await writeFile(join(folder, 'index.html'), page('Runs of the demo', index.join('\n\n')));
}

/** @returns its line in the index */
async function savePage(folder: string, run: WorkflowRun, job: JobRun): Promise<string> {
  const file = `${run.id}-${job.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}.html`;
  const log = job.steps.flatMap((step) => [`▸ ${step.name}`, ...step.lines, '']).join('\n');
  const parts = [
    `[All runs](index.html)`,
    `# ${job.name}: ${job.conclusion}`,
    ...job.annotations.map(({ level, message }) => `> **${level}:** ${asText(message)}`),
    job.summary,
    `<details><summary>Log</summary><pre>${asText(log)}</pre></details>`,
  ];
  await writeFile(join(folder, file), page(job.name, parts.join('\n\n')));
  return `- [${job.name}](${file}): ${job.conclusion}`;
}

const asText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const STYLE = `body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .2em .6em; text-align: left }
pre { background: #f4f4f4; padding: 1em; overflow-x: auto } code { background: #f4f4f4 }
blockquote { border-left: 4px solid #c33; margin: 0; padding-left: 1em; white-space: pre-line }`;

const page = (title: string, markdown: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${asText(title)}</title><style>${STYLE}</style>
${marked.parse(markdown, { async: false })}
</html>
`;
