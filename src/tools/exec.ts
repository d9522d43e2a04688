import { getExecOutput } from '@actions/exec';
import { ActionError } from '../errors.ts';
import { runToEnd } from './process.ts';

export interface ExecOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Given to the command on stdin: the way for anything secret. */
  readonly input?: string;
  /** It and all it started are ended after so long, which is thrown. */
  readonly timeoutMs?: number;
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
    if (cause instanceof ActionError) throw cause;
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
  { env, cwd, input, timeoutMs }: ExecOptions,
): Promise<ExecResult> {
  const place = { ...(env && { env: { ...env } }), ...(cwd && { cwd }) };
  if (input !== undefined || timeoutMs !== undefined) {
    const more = { input: input ?? '', ...(timeoutMs !== undefined && { timeoutMs }) };
    const { code, stdout, stderr, late } = await runToEnd(command, args, { ...place, ...more });
    if (late) throw tooLong(command, args, (timeoutMs ?? 0) / 1000);
    return { code: code ?? 1, stdout, stderr };
  }
  // Quoted: @actions/exec splits the command at spaces, and folders have them.
  const quiet = { ...place, silent: true, ignoreReturnCode: true };
  const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], quiet);
  return { code: exitCode, stdout, stderr };
}

const verbOf = (args: readonly string[]): string => args.find((arg) => !arg.startsWith('-')) ?? '';

const tooLong = (command: string, args: readonly string[], seconds: number): ActionError =>
  new ActionError(
    'command-failed',
    `${command} ${verbOf(args)} did not end within ${seconds} s, and was ended`,
    { hint: `Try it by hand: does ${command} work there at all, or does it wait for something?` },
  );

/** What a failed command says, shortened to the part that matters: the end of stderr. */
export function commandFailed(
  command: string,
  args: readonly string[],
  result: ExecResult,
): ActionError {
  const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-10).join('\n');
  return new ActionError(
    'command-failed',
    `${command} ${verbOf(args)} ended with exit code ${result.code}: ${said || 'it said nothing'}`,
  );
}
