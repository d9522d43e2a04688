import type { CheckState, ChecksByName } from '../domain/gate-checks.ts';
import type { CheckRun } from '../http/github/facts.ts';
import type { GitHub } from '../http/github/github.ts';

/** The state of every check of a commit; where a name occurs twice, both must be green. */
export async function readChecks(github: GitHub, sha: string): Promise<ChecksByName> {
  const states: Record<string, CheckState> = {};
  for (const run of await github.checks(sha)) {
    const before = states[run.name];
    const state = stateOf(run);
    states[run.name] = before === undefined || before === 'success' ? state : before;
  }
  return states;
}

const stateOf = (run: CheckRun): CheckState =>
  run.status === 'completed' ? ((run.conclusion ?? 'pending') as CheckState) : 'pending';

export interface WaitPorts {
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly info: (line: string) => void;
  readonly cancelled: AbortSignal;
}

const POLL_MS = 10_000;
/** A workflow that the same push started may need so long until its checks are there. */
const APPEAR_MS = 60_000;

/** Waits within a limit for checks that run or are about to; what is red ends the wait at once. */
export async function awaitChecks(
  github: GitHub,
  sha: string,
  names: readonly string[],
  limitMs: number,
  ports: WaitPorts,
): Promise<ChecksByName> {
  const start = ports.elapsed();
  for (;;) {
    // An answer that took long shows what was: the time of its question counts.
    const waited = ports.elapsed() - start;
    const found = await readChecks(github, sha);
    const open = names.filter(
      (name) => found[name] === 'pending' || (found[name] === undefined && waited < APPEAR_MS),
    );
    const red = names.some((name) => !['success', 'pending', undefined].includes(found[name]));
    if (open.length === 0 || red || waited >= limitMs || ports.cancelled.aborted) return found;
    ports.info(`Waiting for ${open.join(', ')} of ${sha.slice(0, 8)}`);
    await ports.sleep(Math.min(POLL_MS, limitMs - waited));
  }
}
