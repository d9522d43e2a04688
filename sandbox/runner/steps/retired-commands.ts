import type { Command } from '../workflow-commands.ts';
import { fail, type JobState, warn } from './job-state.ts';

/** What a process said by `::set-output::` and its like. */
export interface RetiredCommands {
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** It used one that the runner has switched off. */
  failed: boolean;
}

/**
 * Listens for the commands that environment files replaced: two still work with a warning, two are
 * off. Source: actions/runner 2.336, `ActionCommandManager.cs`.
 */
export function hearRetired(job: JobState): RetiredCommands {
  const heard: RetiredCommands = { outputs: {}, state: {}, failed: false };
  job.onRetired = (command) => hear(job, heard, command);
  return heard;
}

function hear(job: JobState, heard: RetiredCommands, { name, properties, data }: Command): void {
  if (name === 'set-output' || name === 'save-state') {
    const values = name === 'set-output' ? heard.outputs : heard.state;
    values[properties.name ?? ''] = data;
    warn(
      job,
      `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`,
    );
    return;
  }
  heard.failed = true;
  fail(job, `Unable to process command '::${name}::' successfully.`);
  fail(
    job,
    `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`,
  );
}
