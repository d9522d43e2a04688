import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 3000;
const POLL_MS = 50;

/**
 * Ends a child that an earlier process of this step left behind: SIGINT, and where it stays SIGKILL
 * to its whole group. A number may belong to somebody else by now: it must still be this command.
 * @param words arguments that its command line must have
 */
export async function endOrphan(pid: number, words: readonly string[]): Promise<void> {
  if (!(await isStill(pid, words))) return;
  send(pid, 'SIGINT');
  for (let waited = 0; waited < GRACE_MS; waited += POLL_MS) {
    await sleep(POLL_MS);
    if (!(await isStill(pid, words))) return;
  }
  // It was started as the leader of a group of its own.
  send(-pid, 'SIGKILL');
}

/** Where there is no /proc (macOS) nothing is ended: the runner does it when the job is over. */
async function isStill(pid: number, words: readonly string[]): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const args = line.split('\0');
  return words.every((word) => args.includes(word));
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {} // It has ended.
}
