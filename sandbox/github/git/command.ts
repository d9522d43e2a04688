import { spawn } from 'node:child_process';

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The environment of every git we start: no settings of the machine or of a person reach it. */
export const gitEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
};

/** Runs git to its end; an exit code is an answer, only a git that cannot be started throws. */
export function askGit(
  folder: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<GitAnswer> {
  const child = spawn('git', ['-C', folder, ...args], {
    env: { ...gitEnvironment, ...options.env },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => {}); // git may end without reading: its exit code tells.
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString().trim(),
      }),
    );
  });
}

/** As `askGit`, for what must succeed; its output as text. */
export async function runGit(
  folder: string,
  args: readonly string[],
  options: Parameters<typeof askGit>[2] = {},
): Promise<string> {
  const { code, stdout, stderr } = await askGit(folder, args, options);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: exit ${code}\n${stderr}`);
  return stdout.toString();
}
