import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { openSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  endProcess,
  findProcesses,
  hasVariable,
  isAlive,
  type ProcessId,
  startTime,
} from './proc.ts';
import { replaceFile } from './replace-file.ts';
import type { World } from './world.ts';

/** A long-lived process of the sandbox. */
export interface Daemon {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Default true: runs inside the sandbox's network namespace. */
  readonly inside?: boolean;
}

interface DaemonRecord extends ProcessId {
  /** Environment variable DEPLOY_ACTIONS_START of the process: known before its pid is. */
  readonly start: string;
  readonly argv: readonly string[];
}

const pidFile = (world: World, name: string): string => join(world.folder, 'pids', `${name}.json`);
export const logFile = (world: World, name: string): string =>
  join(world.folder, 'logs', `${name}.log`);

/** argv that runs a command inside the sandbox's network; it execs, so pid and signals stay the command's own. */
export const enter = (world: World, argv: readonly string[]): string[] => [
  'nsenter',
  `--net=/run/netns/${world.netns}`,
  '--',
  ...argv,
];

/**
 * Starts a daemon unless the recorded one still lives; one that lives with another argv (newer
 * tools, another flag) is replaced. Its output goes to `logs/<name>.log`.
 */
export async function startDaemon(world: World, daemon: Daemon): Promise<void> {
  const known = await readDaemonRecord(world, daemon.name);
  if (known && isAlive(known)) {
    if (known.argv.join('\0') === daemon.argv.join('\0')) return;
    await endProcess(known);
  }
  if (known?.pid === 0) await endUnrecorded(known);
  await mkdir(join(world.folder, 'pids'), { recursive: true });
  await mkdir(join(world.folder, 'logs'), { recursive: true });
  const log = openSync(logFile(world, daemon.name), 'a');
  const [command = '', ...args] =
    daemon.inside === false ? [...daemon.argv] : enter(world, daemon.argv);
  const start = randomUUID();
  const record = (id: ProcessId): Promise<void> =>
    replaceFile(pidFile(world, daemon.name), JSON.stringify({ ...id, start, argv: daemon.argv }));
  await record({ pid: 0, started: '' });
  const child = spawn(command, args, {
    cwd: daemon.cwd ?? world.folder,
    // The marker lets `down` find what a crash left, children and shims included.
    env: {
      ...process.env,
      ...daemon.env,
      DEPLOY_ACTIONS_SANDBOX: world.marker,
      DEPLOY_ACTIONS_START: start,
    },
    stdio: ['ignore', log, log],
    detached: true,
  });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.unref();
  const pid = child.pid ?? 0;
  await record({ pid, started: startTime(pid) });
}

/** Ends a daemon that was started by somebody who was killed before the record was complete. */
async function endUnrecorded({ start }: DaemonRecord): Promise<void> {
  const found = findProcesses((pid) => hasVariable(pid, 'DEPLOY_ACTIONS_START', start));
  await Promise.all(found.map((id) => endProcess(id, 0)));
}

export async function daemonAlive(world: World, name: string): Promise<boolean> {
  const id = await recorded(world, name);
  return id !== undefined && isAlive(id);
}

/** The process that was started under that name; it may have died since. */
export async function recorded(world: World, name: string): Promise<ProcessId | undefined> {
  return readDaemonRecord(world, name);
}

async function readDaemonRecord(world: World, name: string): Promise<DaemonRecord | undefined> {
  const text = await readFile(pidFile(world, name), 'utf8').catch(() => '');
  return text === '' ? undefined : (JSON.parse(text) as DaemonRecord);
}

export async function daemonNames(world: World): Promise<string[]> {
  const files = await readdir(join(world.folder, 'pids')).catch(() => []);
  // A `.json.new` is a record whose writer was killed.
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
}

export async function stopDaemon(world: World, name: string, graceMs?: number): Promise<void> {
  const id = await recorded(world, name);
  if (id) await endProcess(id, graceMs);
  await rm(pidFile(world, name), { force: true });
}

/**
 * Waits until `ready` holds. Fails when the daemon has ended or the time is over, with the last
 * lines of its log: what a person would look for next.
 */
export async function waitReady(
  world: World,
  name: string,
  ready: () => Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
    if (await ready().catch(() => false)) return;
    if (!(await daemonAlive(world, name))) break;
  }
  const why = (await daemonAlive(world, name)) ? `not ready after ${timeoutMs / 1000} s` : 'ended';
  throw new Error(`${name} ${why}; its log ends with:\n${tail(logFile(world, name), 15)}`);
}

export function tail(file: string, lines: number): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
