import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Process, StartProcess } from '../tools/process.ts';

export interface ProxyOptions {
  /** Path of the program. Default: the one on PATH. */
  readonly kubectl?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly kubeconfig: string;
  readonly context?: string;
  /** A private folder for the socket. */
  readonly folder: string;
}

/** The API server on a Unix socket, with our credentials already on it. */
export interface KubectlProxy {
  readonly socket: string;
  /** Settles when it serves, also after a restart. Rejects when it does not start. */
  readonly serving: () => Promise<void>;
  /** The last lines kubectl wrote. */
  readonly said: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** A Unix socket's path may have 107 bytes. */
const SOCKET_PATH_LIMIT = 107;
/** A failing connection makes a line each time. */
const KEPT_LINES = 20;
/** One that ends more often than this does not end by accident. */
const RESTARTS = 5;

/**
 * Starts `kubectl proxy` on a Unix socket. One that ends by itself, say for want of memory, is
 * started again: whoever watches a rollout must not go blind by it.
 * @throws {ActionError} `command-missing`
 */
export async function startProxy(
  options: ProxyOptions,
  startProcess: StartProcess,
): Promise<KubectlProxy> {
  const { socket, remove } = await makeSocket(options.folder);
  let said: readonly string[] = [];
  let closing = false;
  const start = (): Promise<Started> =>
    startOnce(options, socket, startProcess, (line) => {
      said = [...said, line].slice(-KEPT_LINES);
    });
  let current = start();
  const supervise = async (): Promise<void> => {
    for (let restarts = 0; restarts < RESTARTS; restarts++) {
      const { process, serving } = await current;
      await serving;
      await process.ended;
      if (closing) return;
      current = start();
    }
  };
  await current;
  // One that does not serve, or not again, is told to those who ask.
  void supervise().catch(() => {});
  return {
    socket,
    serving: async () => (await current).serving,
    said: () => said,
    close: async () => {
      closing = true;
      const last = await current.catch(() => undefined);
      await last?.process.stop(1000);
      await remove();
    },
  };
}

interface Started {
  readonly process: Process;
  readonly serving: Promise<void>;
}

async function startOnce(
  { env, kubeconfig, context, kubectl = 'kubectl' }: ProxyOptions,
  socket: string,
  startProcess: StartProcess,
  onLine: (line: string) => void,
): Promise<Started> {
  const args = ['proxy', `--unix-socket=${socket}`, '--kubeconfig', kubeconfig];
  if (context) args.push('--context', context);
  let served: () => void = () => {};
  const serves = new Promise<void>((resolve) => {
    served = resolve;
  });
  const process = await startProcess(kubectl, args, {
    env,
    onLine: (line) => {
      onLine(line);
      // Its first line says where it listens; until then a connection fails at once.
      if (line.startsWith('Starting to serve on')) served();
    },
  });
  const failed = process.exited.then(() => {
    throw new Error('kubectl proxy ended');
  });
  const serving = Promise.race([serves, failed]);
  serving.catch(() => {}); // Told to those who ask.
  return { process, serving };
}

/** RUNNER_TEMP can be long on self-hosted runners: the socket then lives in a folder of its own. */
async function makeSocket(folder: string) {
  const socket = join(folder, 'api');
  if (Buffer.byteLength(socket) <= SOCKET_PATH_LIMIT) {
    return { socket, remove: () => rm(socket, { force: true }) };
  }
  const short = await mkdtemp(join(tmpdir(), 'api-'));
  return { socket: join(short, 'api'), remove: () => rm(short, { recursive: true, force: true }) };
}
