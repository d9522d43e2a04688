import { wantsRetry } from '../domain/e2e-verdict.ts';
import type { E2eAttempt } from '../domain/evidence.ts';
import { ActionError } from '../errors.ts';
import type { ReadReport } from '../tools/junit.ts';
import type { Process, StartProcess } from '../tools/process.ts';

export interface E2eOptions {
  /** A line of shell: the user's own. */
  readonly command: string;
  /** Path of the JUnit report it writes; `''`: the exit code decides. */
  readonly report: string;
  readonly retries: number;
  /** For each attempt. */
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
}

export interface E2ePorts {
  readonly startProcess: StartProcess;
  readonly readReport: (path: string) => Promise<ReadReport>;
  readonly removeFile: (path: string) => Promise<void>;
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly info: (line: string) => void;
}

/**
 * Runs the E2E command, and again as a whole while it does not pass and retries are left.
 * @param stop ends the running attempt: the user cancelled, or the verdict is known without it
 * @returns every attempt, in order
 */
export async function runE2e(
  options: E2eOptions,
  ports: E2ePorts,
  stop: AbortSignal,
): Promise<readonly E2eAttempt[]> {
  const attempts: E2eAttempt[] = [];
  for (;;) {
    const attempt = await runOnce(options, ports, stop);
    attempts.push(attempt);
    if (stop.aborted || !wantsRetry(attempt) || attempts.length > options.retries) return attempts;
    ports.info(`E2E did not pass; attempt ${attempts.length + 1} of ${options.retries + 1}`);
  }
}

const BASH_OPTIONS = ['--noprofile', '--norc', '-eo', 'pipefail', '-c'];

/** What is still alive so long after SIGTERM is killed. */
const GRACE_MS = 3_000;
/** Lines that are shown; the rest is counted. */
const SHOWN_LINES = 3_000;
const LONGEST_SHOWN = 1_000;
const KEPT_LINES = 30;

async function runOnce(
  { command, report, timeoutMs, env }: E2eOptions,
  ports: E2ePorts,
  stop: AbortSignal,
): Promise<E2eAttempt> {
  const output = showOutput(ports.info);
  const start = ports.elapsed();
  // The report of an earlier run would be taken for this one's.
  if (report !== '') await ports.removeFile(report);
  const child = await startShell(command, env, output.line, ports.startProcess);
  if (typeof child === 'string') {
    return { ended: 'not-started', ms: 0, lastLines: [child] };
  }
  const limit = AbortSignal.timeout(timeoutMs);
  const exit = await endOf(child, AbortSignal.any([limit, stop]), ports);
  output.close();
  const found = report === '' ? undefined : await ports.readReport(report);
  const ms = Math.round(ports.elapsed() - start);
  return {
    ...(exit.interrupted
      ? { ended: stop.aborted ? 'stopped' : 'timeout' }
      : exit.code === null
        ? { ended: 'signal' }
        : { ended: 'exit', code: exit.code }),
    ms,
    ...(found && { report: found }),
    lastLines: output.last(),
  };
}

/**
 * bash where there is one, with GitHub's own options: without `--norc` it would read ~/.bashrc here,
 * since our pipe to it is a socket. @returns why neither could be started
 */
async function startShell(
  command: string,
  env: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
  startProcess: StartProcess,
): Promise<Process | string> {
  try {
    return await startProcess('bash', [...BASH_OPTIONS, command], { env, onLine });
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'command-missing') throw error;
  }
  try {
    return await startProcess('sh', ['-ec', command], { env, onLine });
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'command-missing') throw error;
    return error.message;
  }
}

/** Waits for the command; afterwards nothing that it started lives on. */
async function endOf(
  child: Process,
  interrupt: AbortSignal,
  ports: E2ePorts,
): Promise<{ readonly code: number | null; readonly interrupted: boolean }> {
  const interrupted = new Promise<'interrupted'>((resolve) => {
    if (interrupt.aborted) resolve('interrupted');
    // Where we stood still, an end that came meanwhile is seen first.
    const late = (): void => void setImmediate(resolve, 'interrupted');
    interrupt.addEventListener('abort', late, { once: true });
  });
  const first = await Promise.race([child.ended, interrupted]);
  if (first === 'interrupted') {
    child.signalGroup('SIGTERM');
    await Promise.race([child.exited, ports.sleep(GRACE_MS)]);
  }
  // A server that the command left in the background would hold our pipe, and outlive the job.
  child.signalGroup('SIGKILL');
  const { code } = await child.exited;
  return { code, interrupted: first === 'interrupted' };
}

/** Shows the command's output so that no line of it is read as a command to the runner. */
function showOutput(info: (line: string) => void) {
  const last: string[] = [];
  let count = 0;
  return {
    line: (line: string): void => {
      count++;
      if (line.trim() !== '') last.push(line.slice(0, LONGEST_SHOWN));
      if (last.length > KEPT_LINES) last.shift();
      if (count <= SHOWN_LINES) info(`│ ${line.slice(0, LONGEST_SHOWN)}`);
    },
    close: (): void => {
      if (count > SHOWN_LINES) info(`│ … and ${count - SHOWN_LINES} more lines`);
    },
    last: (): readonly string[] => [...last],
  };
}
