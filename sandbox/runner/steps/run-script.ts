import { writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { StepDefinition } from '../language/step.ts';
import { resolveText } from '../language/template.ts';
import { fail, type JobState, temporary } from './job-state.ts';
import { type Ended, runProcess } from './run-process.ts';
import type { Executed, Execution } from './run-step.ts';

/** Source: docs, "Workflow syntax", `jobs.<job_id>.steps[*].shell`. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  // No shell named: bash without pipefail.
  '': ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'],
  sh: ['sh', '-e'],
};

/** Runs a `run:` step. */
export async function runScript(
  job: JobState,
  step: StepDefinition,
  execution: Execution,
): Promise<Executed> {
  const { expressions, env, github, stop } = execution;
  const shell = resolveText(step.shell, expressions) || job.defaults.shell;
  const command = SHELLS[shell];
  if (command === undefined) {
    throw new Error(`shell: ${shell} is not known to the sandbox's runner, only bash and sh`);
  }
  const script = resolveText(step.run, expressions);
  const folder = resolveText(step.workingDirectory, expressions) || job.defaults.workingDirectory;
  const file = join(temporary(job), `script-${++job.processes}.sh`);
  // Windows line ends would reach bash as part of the words.
  writeFileSync(file, script.replaceAll('\r\n', '\n'));
  const [first = ''] = script.trimStart().split('\n');
  job.log(`##[group]Run ${job.reader.mask(first)}`);
  for (const line of script.trimEnd().split('\n')) job.log(job.reader.mask(line));
  job.log(`shell: ${[...command, '{0}'].join(' ')}`);
  job.log('##[endgroup]');
  const ended = await runProcess(job, {
    argv: [...command, file],
    cwd: isAbsolute(folder) ? folder : join(job.workspace, folder),
    env,
    extra: job.idToken,
    github,
    stop,
  });
  return afterScript(job, ended, stop);
}

function afterScript(job: JobState, ended: Ended, stop: AbortSignal): Executed {
  if (ended.code !== 0 && !stop.aborted) {
    fail(job, `Process completed with exit code ${ended.code}.`);
  }
  return { failed: ended.code !== 0 || ended.refused, outputs: ended.outputs };
}
