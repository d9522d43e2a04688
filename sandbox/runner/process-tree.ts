import { readdirSync, readFileSync } from 'node:fs';

/** Kills a process and everything below it, children first found first stopped. */
export function endTree(pid: number): void {
  for (const one of [pid, ...descendants(pid)]) kill(one);
}

/** Live processes whose environment holds `name=value`: what a job left running (Linux). */
export function findByEnvironment(name: string, value: string): readonly number[] {
  return processIds().filter((pid) =>
    read(`/proc/${pid}/environ`).split('\0').includes(`${name}=${value}`),
  );
}

/** The command line of a process, `''` when it is gone. */
export function commandLine(pid: number): string {
  return read(`/proc/${pid}/cmdline`).split('\0').join(' ').trim();
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

function descendants(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const one of processIds()) {
    const parent = parentOf(one);
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const below = (one: number): number[] =>
    (children.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  // Field 2 is the command in brackets and may hold spaces: count from behind it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

const processIds = (): readonly number[] => {
  try {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map(Number);
  } catch {
    return []; // No /proc on this system: only the child itself is known then.
  }
};

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
