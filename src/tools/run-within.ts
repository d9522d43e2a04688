import { ActionError } from '../errors.ts';
import { limit } from './clock.ts';
import type { ExecResult } from './exec.ts';
import type { Process, ProcessOptions } from './process.ts';

export interface RunLimits {
  /** For people: `helm pull`. */
  readonly what: string;
  readonly timeoutMs: number;
  /** Aborted when the user cancels the run. */
  readonly cancelled: AbortSignal;
}

const GRACE_MS = 2000;

/**
 * Runs a command that talks to somebody else (a registry, a key service) to its end: not longer
 * than it may take, and not on after a cancel. Any exit code is an answer.
 * @throws {ActionError} `command-missing`; `command-failed` when it took too long; `cancelled`
 */
export async function runWithin(
  { what, timeoutMs, cancelled }: RunLimits,
  start: (options: Pick<ProcessOptions, 'onLine'>) => Promise<Process>,
): Promise<ExecResult> {
  const said: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  const child = await start({
    onLine: (line, stream) => {
      said[stream] += `${line}\n`;
    },
  });
  const late = new AbortController();
  const inTime = limit(timeoutMs, () => late.abort());
  const stop = AbortSignal.any([late.signal, cancelled]);
  const end = (): void => void child.stop(GRACE_MS);
  stop.addEventListener('abort', end, { once: true });
  if (stop.aborted) end();
  const { code } = await child.exited;
  inTime();
  stop.removeEventListener('abort', end);
  if (cancelled.aborted) throw new ActionError('cancelled', `Cancelled during ${what}`);
  if (late.signal.aborted && code !== 0) {
    throw new ActionError('command-failed', `${what} did not end within ${timeoutMs / 1000} s`);
  }
  return { code: code ?? 1, ...said };
}
