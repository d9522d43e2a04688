import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestSandbox } from './sandbox.ts';

/** What visitors of a site saw. */
export interface Visits {
  readonly sent: number;
  readonly good: number;
  readonly seconds: number;
  /** Every request that was not answered with 200, with the second it was sent in. */
  readonly failures: readonly string[];
}

/** Sends requests at a steady rate from inside the sandbox's network until `end` is called. */
export function startLoad(
  { environment }: TestSandbox,
  url: string,
  perSecond: number,
): { readonly end: () => Promise<Visits> } {
  const script = join(import.meta.dirname, 'load-main.ts');
  const [command = '', ...args] = [...environment.enter, process.execPath, script];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ url, perSecond }));
  const lines: string[] = [];
  const closed = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout })
      .on('line', (line) => lines.push(line))
      .on('close', resolve);
  });
  return {
    end: async () => {
      child.kill('SIGTERM');
      await closed;
      const { sent, good, seconds } = JSON.parse(lines.pop() ?? '{}');
      return { sent, good, seconds, failures: lines };
    },
  };
}
