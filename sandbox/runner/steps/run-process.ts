import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Collected, fileCommands } from '../file-commands.ts';
import { githubVariables } from '../jobs/github-context.ts';
import type { ObjectValue } from '../language/value.ts';
import { runPhase } from '../run-phase.ts';
import { fail, type JobState, temporary } from './job-state.ts';
import { hearRetired } from './retired-commands.ts';

export interface StepProcess {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The step's `env`, over the job's. */
  readonly env: Readonly<Record<string, string>>;
  /** `INPUT_*`, `STATE_*`, `ACTIONS_*`. */
  readonly extra: Readonly<Record<string, string>>;
  readonly github: ObjectValue;
  /** Ends it: SIGINT, SIGTERM, SIGKILL. */
  readonly stop: AbortSignal;
}

export interface Ended {
  /** 128 + signal where one ended it. */
  readonly code: number;
  readonly outputs: Collected['outputs'];
  readonly state: Collected['state'];
  /** One of its GITHUB_* files or commands was refused. */
  readonly refused: boolean;
}

/** GitHub's: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. */
const GRACE = [7500, 2500] as const;

/** Longer than any job: the limits are the step's and the job's. */
const NO_LIMIT = 2 ** 31 - 1;

const SIGNALS: Readonly<Record<string, number>> = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs one process of a step as actions/runner does: its variables, its GITHUB_* files before and
 * after, its output as the step's log.
 */
export async function runProcess(job: JobState, step: StepProcess): Promise<Ended> {
  const { settings } = job.run;
  const folder = join(temporary(job), '_runner_file_commands', String(++job.processes));
  const files = fileCommands(folder);
  mkdirSync(step.cwd, { recursive: true });
  const heard = hearRetired(job);
  const phase = await runPhase({
    argv: [...(settings.enter ?? []), ...step.argv],
    cwd: step.cwd,
    env: variables(job, step, files.env),
    onLine: (line) => {
      const shown = job.reader.read(line);
      if (shown !== undefined) job.log(shown);
    },
    cancelled: aborted(step.stop),
    grace: settings.grace ?? GRACE,
    timeoutMs: NO_LIMIT,
  });
  const code = phase.code ?? 128 + (SIGNALS[phase.signal ?? ''] ?? 0);
  try {
    const collected = files.collect();
    Object.assign(job.env, collected.env);
    job.path.unshift(...collected.path.toReversed());
    if (collected.summary !== '') job.summaries.push(job.reader.mask(collected.summary));
    return {
      code,
      outputs: { ...heard.outputs, ...collected.outputs },
      state: { ...heard.state, ...collected.state },
      refused: heard.failed,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    fail(job, `Unable to process file command: ${why}`);
    return { code, outputs: {}, state: {}, refused: true };
  }
}

/** What is set later wins: a step cannot change GITHUB_* and RUNNER_*. */
function variables(
  job: JobState,
  step: StepProcess,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const env: Record<string, string> = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...job.machine,
    ...step.env,
  };
  return {
    ...env,
    PATH: [...job.path, env.PATH ?? ''].filter(Boolean).join(':'),
    ...step.extra,
    ...githubVariables(step.github),
    ...runnerVariables(job),
    ...files,
  };
}

const runnerVariables = (job: JobState): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((job.contexts.runner ?? {}) as Record<string, string>).map(([name, value]) => [
      `RUNNER_${name.toUpperCase()}`,
      value,
    ]),
  );

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
