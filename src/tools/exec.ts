import { getExecOutput } from '@actions/exec';
import { ActionError } from '../errors.ts';
import { runWithInput } from './process.ts';

export interface ExecOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Given to the command on stdin: the way for anything secret. */
  readonly input?: string;
  /** A non-zero exit is returned, not thrown. */
  readonly allowFailure?: boolean;
}

export interface ExecResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, without a shell. @throws {ActionError} `command-failed`, `command-missing`. */
export type Exec = (
  command: string,
  args: readonly string[],
  options?: ExecOptions,
) => Promise<ExecResult>;

/** The Exec port on @actions/exec. Silent: what the user sees is decided by the caller. */
export const exec: Exec = async (command, args, options = {}) => {
  const answer = await run(command, args, options).catch((cause: unknown) => {
    // Both throw only where the command could not be started.
    throw new ActionError('command-missing', `${command} could not be started`, {
      cause,
      hint: `Install ${command} in an earlier step, or check PATH.`,
    });
  });
  if (answer.code !== 0 && !options.allowFailure) throw commandFailed(command, args, answer);
  return answer;
};

async function run(
  command: string,
  args: readonly string[],
  { env, cwd, input }: ExecOptions,
): Promise<ExecResult> {
  const place = { ...(env && { env: { ...env } }), ...(cwd && { cwd }) };
  if (input !== undefined) {
    const { code, stdout, stderr } = await runWithInput(command, args, { ...place, input });
    return { code: code ?? 1, stdout, stderr };
  }
  // Quoted: @actions/exec splits the command at spaces, and folders have them.
  const quiet = { ...place, silent: true, ignoreReturnCode: true };
  const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], quiet);
  return { code: exitCode, stdout, stderr };
}

/** What a failed command says, shortened to the part that matters: the end of stderr. */
export function commandFailed(
  command: string,
  args: readonly string[],
  result: ExecResult,
): ActionError {
  const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-10).join('\n');
  const verb = args.find((arg) => !arg.startsWith('-')) ?? '';
  return new ActionError(
    'command-failed',
    `${command} ${verb} ended with exit code ${result.code}: ${said || 'it said nothing'}`,
  );
}
