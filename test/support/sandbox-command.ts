import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How a run of the sandbox's command line ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = join(import.meta.dirname, '../../sandbox/main.ts');

/** Runs `npm run sandbox -- <args>` to its end, without npm; `kill` ends it at once when aborted. */
export async function sandboxCommand(
  args: readonly string[],
  kill?: AbortSignal,
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  kill?.addEventListener('abort', () => child.kill('SIGKILL'));
  const [end, stdout, stderr] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  const [code, signal] = end as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}
