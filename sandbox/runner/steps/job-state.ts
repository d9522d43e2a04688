import { join } from 'node:path';
import type { Origin } from '../calls/reference.ts';
import type { RunContext } from '../jobs/run-context.ts';
import type { Contexts } from '../language/evaluate.ts';
import type { ObjectValue } from '../language/value.ts';
import type { JobResult } from '../result.ts';
import type { Command, CommandReader } from '../workflow-commands.ts';
import type { ActionStep } from './run-step.ts';

/** A job while its steps run. */
export interface JobState {
  readonly run: RunContext;
  /** `pipeline / deploy`, for messages. */
  readonly name: string;
  /** Its folder: `workspace`, `temp`, `tools`, `home` are below. */
  readonly home: string;
  readonly workspace: string;
  /** `github`, `runner`, `vars`, `secrets`, `strategy`, `matrix`, `needs`, `inputs`, `job`. */
  readonly contexts: Contexts;
  /** `run:` defaults of the job. */
  readonly defaults: { readonly shell: string; readonly workingDirectory: string };
  /** Every process of the job has it: PATH, HOME, RUNNER_TRACKING_ID … */
  readonly machine: Readonly<Record<string, string>>;
  /** ACTIONS_ID_TOKEN_REQUEST_*, for scripts and actions. */
  readonly idToken: Readonly<Record<string, string>>;
  /** ACTIONS_RUNTIME_TOKEN and the like: for actions only. */
  readonly service: Readonly<Record<string, string>>;
  readonly reader: CommandReader;
  /** `env:` of workflow and job, then GITHUB_ENV. */
  readonly env: Record<string, string>;
  /** GITHUB_PATH, the newest first. */
  readonly path: string[];
  /** Post steps in the order in which they were registered; they run backwards. */
  readonly posts: ActionStep[];
  readonly summaries: string[];
  status: Exclude<JobResult, 'skipped'>;
  /** The job is to end: running steps look at their condition again. */
  readonly cancelled: AbortSignal;
  /** Even what its condition kept is to end. */
  readonly ended: AbortSignal;
  /** The log of the step that runs. */
  log: (line: string) => void;
  /** Takes the workflow commands that environment files replaced. */
  onRetired: (command: Command) => void;
  /** Counts processes, for names of files. */
  processes: number;
}

/** What steps of one list share: a job's, or a composite action's. */
export interface StepScope {
  /** `undefined` for the job's own steps. */
  readonly action:
    | {
        readonly inputs: ObjectValue;
        /** `action_path` and what else it changes in the `github` context. */
        readonly github: ObjectValue;
        /** `env` of the step that uses it. */
        readonly env: Readonly<Record<string, string>>;
      }
    | undefined;
  /** What `$/` means in it. */
  readonly origin: Origin;
  /** The `steps` context. */
  readonly steps: Record<string, StepContext>;
  /** A step of the list failed. */
  failed: boolean;
  /** The step above is to end. */
  readonly stop: AbortSignal | undefined;
}

export interface StepContext {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: JobResult;
  readonly conclusion: JobResult;
}

export const jobScope = (origin: Origin): StepScope => ({
  action: undefined,
  origin,
  steps: {},
  failed: false,
  stop: undefined,
});

/** Shows an error in the log and on the job's page. */
export function fail(job: JobState, message: string): void {
  job.reader.annotate({ level: 'error', message: job.reader.mask(message) });
  job.log(`##[error]${job.reader.mask(message)}`);
}

export function warn(job: JobState, message: string): void {
  job.reader.annotate({ level: 'warning', message: job.reader.mask(message) });
  job.log(`##[warning]${job.reader.mask(message)}`);
}

export const temporary = (job: JobState): string => join(job.home, 'temp');
