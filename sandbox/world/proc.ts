import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessId {
  readonly pid: number;
  /** Boot id and start tick; empty when the process is gone. */
  readonly started: string;
}

const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
  } catch {
    return 'unknown';
  }
};

/** When the process was started: `<boot>-<ticks>`, or `''` when there is no such process or it is a zombie. */
export function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 2 is the command in brackets and may hold spaces: count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : `${bootId()}-${fields[19]}`;
  } catch {
    return '';
  }
}

export function isAlive(id: ProcessId): boolean {
  return id.started !== '' && startTime(id.pid) === id.started;
}

/** SIGTERM, up to `graceMs` to end, then SIGKILL; returns when the process is gone. */
export async function endProcess(id: ProcessId, graceMs = 8000): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 5000],
  ] as const) {
    if (!isAlive(id)) return;
    try {
      process.kill(id.pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + wait; Date.now() < end && isAlive(id); ) await sleep(20);
  }
}

/** All live processes for which `matches` holds; `/proc/<pid>` entries that vanish meanwhile are skipped. */
export function findProcesses(matches: (pid: number) => boolean): ProcessId[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return matches(pid);
      } catch {
        return false;
      }
    })
    .map((pid) => ({ pid, started: startTime(pid) }))
    .filter((id) => id.started !== '');
}

/** Whether the process was started with that environment variable; throws when it is gone. */
export function hasVariable(pid: number, name: string, value: string): boolean {
  return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${name}=${value}`);
}
