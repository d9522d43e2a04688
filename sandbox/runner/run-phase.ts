import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endTree } from './process-tree.ts';

export interface PhaseOptions {
  /** The command and its arguments. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Begins to cancel; called at most once. */
  readonly cancelled: Promise<void>;
  /** Milliseconds from SIGINT to SIGTERM, and from SIGTERM to SIGKILL. */
  readonly grace: readonly [number, number];
  /** The phase is killed and refused after this many milliseconds. */
  readonly timeoutMs: number;
}

export interface Phase {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly ms: number;
  /** What was sent to it, and when. */
  readonly signals: readonly { readonly signal: NodeJS.Signals; readonly atMs: number }[];
}

const STREAM_MS = 5000;

function closeStreams(child: ChildProcessByStdio<null, Readable, Readable>): void {
  child.stdout.destroy();
  child.stderr.destroy();
}

/**
 * Runs `main` or `post` of an action: no TTY, nothing on stdin, both streams read as one log.
 * Cancel is the runner's: SIGINT to the process alone, SIGTERM, then SIGKILL to its whole tree.
 * Rules: actions/runner 2.336, `src/Runner.Sdk/ProcessInvoker.cs`.
 * @throws {Error} when it takes longer than `timeoutMs`
 */
export async function runPhase(options: PhaseOptions): Promise<Phase> {
  const started = Date.now();
  const signals: { signal: NodeJS.Signals; atMs: number }[] = [];
  const [command = '', ...args] = options.argv;
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid;
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, act: () => void): void => void timers.push(setTimeout(act, ms));
  const send = (signal: NodeJS.Signals): void => {
    signals.push({ signal, atMs: Date.now() - started });
    if (signal === 'SIGKILL' && pid !== undefined) endTree(pid);
    else child.kill(signal);
  };
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
      // A process it left behind may hold the streams open: the runner waits 5 s for them.
      child.once('exit', () => later(STREAM_MS, () => closeStreams(child)));
    },
  );
  void options.cancelled.then(() => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const [toTerm, toKill] = options.grace;
    send('SIGINT');
    later(toTerm, () => send('SIGTERM'));
    later(toTerm + toKill, () => send('SIGKILL'));
  });
  let hung = false;
  later(options.timeoutMs, () => {
    hung = true;
    send('SIGKILL');
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on(
      'line',
      options.onLine,
    );
  }
  try {
    const { code, signal } = await ended;
    if (hung) throw new Error(`${options.argv.join(' ')} did not end in ${options.timeoutMs} ms`);
    return { code, signal, ms: Date.now() - started, signals };
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
