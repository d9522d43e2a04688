import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaultOptions } from './registry-faults.ts';
import type { TestSandbox } from './sandbox.ts';

/** The sandbox's registry behind a login, or behind faults, on this machine over TLS. */
export interface ChartRegistry {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly close: () => Promise<void>;
}

/** Starts it as a process: only at its start node can be told whom else to trust. */
export async function startChartRegistry(
  { environment, world }: TestSandbox,
  options: Omit<FaultOptions, 'upstream'>,
): Promise<ChartRegistry> {
  const script = join(import.meta.dirname, 'registry-faults-main.ts');
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  child.stdin.end(JSON.stringify({ ...options, upstream: `https://${world.registry}` }));
  const host = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the registry ended with ${code}`)));
  });
  return {
    host,
    close: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
