import { existsSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, startTime } from '../world/proc.ts';
import type { World } from '../world/world.ts';

interface Hierarchy {
  readonly mount: string;
  readonly version: 1 | 2;
  readonly cpuset: boolean;
}

/** Every cgroup file system of the machine: one on version 2, one per controller on version 1. */
function hierarchies(): Hierarchy[] {
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .map(([, mount = '', type, options = '']) => ({
      mount,
      version: type === 'cgroup2' ? 2 : 1,
      cpuset: options.split(',').includes('cpuset'),
    }));
}

/** Makes the folder below which the kubelet keeps its pods, apart from the machine's own groups. */
export async function openCgroup(world: World): Promise<void> {
  for (const { mount, version, cpuset } of hierarchies()) {
    const folder = join(mount, world.cgroup);
    await mkdir(folder, { recursive: true });
    // A new cpuset of version 1 is empty, and an empty one takes no process.
    if (version === 1 && cpuset) {
      for (const file of ['cpuset.cpus', 'cpuset.mems']) {
        writeFileSync(join(folder, file), readFileSync(join(mount, file)));
      }
    }
    if (version === 2) for (const group of [mount, folder]) passControllersOn(group);
  }
}

/** Version 2 gives a child only the controllers its parent hands down. */
function passControllersOn(group: string): void {
  for (const controller of ['cpu', 'cpuset', 'memory', 'pids', 'io', 'hugetlb']) {
    try {
      writeFileSync(join(group, 'cgroup.subtree_control'), `+${controller}`);
    } catch {
      // Not in this kernel, or kept by version 1: the kubelet names what it misses.
    }
  }
}

/** Kills whatever still runs in the sandbox's cgroups, then removes them in every hierarchy. */
export async function closeCgroup(world: World): Promise<void> {
  for (const { mount } of hierarchies()) {
    const folder = join(mount, world.cgroup);
    for (const end = Date.now() + 10_000; existsSync(folder); await sleep(20)) {
      await Promise.all(processesBelow(folder).map((pid) => killNow(pid)));
      if (removeTree(folder)) break;
      if (Date.now() > end) throw new Error(`${folder} stays busy: see its cgroup.procs`);
    }
  }
}

/** The processes of a group and of all below it; the kubelet may remove groups meanwhile. */
export function processesBelow(folder: string): number[] {
  return groupsBelow(folder).flatMap((group) => {
    const text = unlessGone(() => readFileSync(join(group, 'cgroup.procs'), 'utf8'), '');
    return text.split('\n').filter(Boolean).map(Number);
  });
}

/** A removed group's files are not found, or, where they are open, of no device. */
function unlessGone<T>(read: () => T, gone: T): T {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ENODEV'].includes((error as NodeJS.ErrnoException).code ?? '')) return gone;
    throw error;
  }
}

/** The group and all below it, the deepest first. */
function groupsBelow(folder: string): string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true }), []);
  const children = entries.filter((at) => at.isDirectory());
  return [...children.flatMap((child) => groupsBelow(join(folder, child.name))), folder];
}

async function killNow(pid: number): Promise<void> {
  await endProcess({ pid, started: startTime(pid) }, 0);
}

/** False when the kernel is not done with one of them yet. */
function removeTree(folder: string): boolean {
  try {
    for (const group of groupsBelow(folder)) rmdirSync(group);
    return true;
  } catch {
    return false;
  }
}
