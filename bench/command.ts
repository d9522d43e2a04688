import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { childrenCpu } from './cpu.ts';

/** A command that has ended. */
export interface Timed {
  readonly ms: number;
  /** Of it and all it waited for; means something only when nothing else ran meanwhile. */
  readonly cpuMs: number;
  readonly code: number | null;
  readonly lines: readonly string[];
  /** From the start to the first line on stdout or stderr. */
  readonly firstLineMs: number | undefined;
}

export interface CommandOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
}

/** Runs a command to its end with nothing of our own environment; any exit code is an answer. */
export async function timeCommand(
  [command = '', ...args]: readonly string[],
  { env, cwd, input = '' }: CommandOptions,
): Promise<Timed> {
  const cpuBefore = childrenCpu();
  const started = performance.now();
  const child = spawn(command, args, { env: { ...env }, cwd, stdio: 'pipe' });
  const lines: string[] = [];
  let firstLineMs: number | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      firstLineMs ??= performance.now() - started;
      lines.push(line);
    });
  }
  child.stdin.on('error', () => {}); // The child may end without reading: its exit code tells.
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const ms = performance.now() - started;
  return { ms, cpuMs: childrenCpu() - cpuBefore, code, lines, firstLineMs };
}
