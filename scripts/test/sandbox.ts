import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs `npm run sandbox -- COMMAND`; what it says goes to stderr. @returns its exit code */
function sandbox(root: string, command: string, quiet = false): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'sandbox', 'main.ts'), command], {
      cwd: root,
      stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs `body` with a sandbox that is up. One that was up before stays up; one that was started
 * here is taken down again, whatever happens.
 * @returns what `body` returns, or `undefined` where the sandbox did not come up
 */
export async function withSandbox<T>(root: string, body: () => Promise<T>): Promise<T | undefined> {
  const wasUp = (await sandbox(root, 'status', true)) === 0;
  try {
    return wasUp || (await sandbox(root, 'up')) === 0 ? await body() : undefined;
  } finally {
    if (!wasUp) await sandbox(root, 'down');
  }
}
