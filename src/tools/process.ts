import { spawn } from 'node:child_process';
import { ActionError } from '../errors.ts';
import { limit } from './clock.ts';
import { readLines } from './read-lines.ts';

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Written to stdin, which is then closed. */
  readonly input?: string;
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Characters after which a line is cut. Default 64 Ki. */
  readonly longestLine?: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child that lives while the action does something else. */
export interface Process {
  readonly pid: number;
  /** Settles when the child has ended and all its output was read. Never rejects. */
  readonly exited: Promise<Exit>;
  /** Settles when the child itself has ended; what it started may still live. Never rejects. */
  readonly ended: Promise<Exit>;
  /** Sends a signal; does nothing when the child has ended. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Sends a signal to the child and all it started, also when the child itself has ended. */
  readonly signalGroup: (signal: NodeJS.Signals) => void;
  /** Sends SIGTERM, after `graceMs` SIGKILL to it and all it started, and waits for the end. */
  readonly stop: (graceMs?: number) => Promise<Exit>;
}

export type StartProcess = (
  command: string,
  args: readonly string[],
  options?: ProcessOptions,
) => Promise<Process>;

/**
 * Starts a child without a shell, in a process group of its own: a Ctrl-C or a cancel reaches it
 * only through us. @throws {ActionError} `command-missing`.
 */
export const startProcess: StartProcess = async (command, args, options = {}) => {
  const child = spawn(command, [...args], {
    env: options.env ?? process.env,
    ...(options.cwd && { cwd: options.cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const spawned = new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const ended = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  for (const name of ['stdout', 'stderr'] as const) {
    readLines(child[name], (line) => options.onLine?.(line, name), options.longestLine);
  }
  child.stdin.on('error', () => {}); // The child may end without reading: its exit code tells.
  child.stdin.end(options.input ?? '');
  await spawned.catch((cause: unknown) => {
    throw new ActionError('command-missing', `${command} could not be started`, {
      cause,
      hint: `Install ${command} in an earlier step, or check PATH.`,
    });
  });
  const signal = (name: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
  };
  // A grandchild that ignores SIGTERM would hold our pipe open: the whole group can be reached.
  const signalGroup = (name: NodeJS.Signals): void => killGroup(child.pid, name);
  const stop = async (graceMs = 5000): Promise<Exit> => {
    signal('SIGTERM');
    const timer = setTimeout(() => signalGroup('SIGKILL'), graceMs);
    try {
      return await exited;
    } finally {
      clearTimeout(timer);
    }
  };
  return { pid: child.pid ?? 0, exited, ended, signal, signalGroup, stop };
};

function killGroup(leader: number | undefined, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {} // All of it has ended.
}

/** How a command ended that was run to its end, and all it said. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It took longer than it may, and was ended with all it started. */
  readonly late: boolean;
}

interface RunToEnd extends Pick<ProcessOptions, 'env' | 'cwd'> {
  readonly input: string;
  readonly timeoutMs?: number;
}

/**
 * Runs a command to its end with something on its stdin, or no longer than it may take. @actions/exec
 * knows no such limit, and listens to no error of stdin: a child that ends without reading all of it
 * would end us, too.
 * @throws {Error} when it cannot be started
 */
export const runToEnd = (
  command: string,
  args: readonly string[],
  { env, cwd, input, timeoutMs }: RunToEnd,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      env: env ?? process.env,
      ...(cwd && { cwd }),
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: timeoutMs !== undefined,
    });
    let late = false;
    const inTime =
      timeoutMs === undefined
        ? undefined
        : limit(timeoutMs, () => {
            late = true;
            killGroup(child.pid);
          });
    const said = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => said[name].push(chunk));
    }
    const text = (name: 'stdout' | 'stderr') => Buffer.concat(said[name]).toString('utf8');
    child.once('error', reject);
    child.once('close', (code) => {
      inTime?.();
      resolve({ code, stdout: text('stdout'), stderr: text('stderr'), late });
    });
    child.stdin.on('error', () => {}); // Its exit code tells.
    child.stdin.end(input);
  });
