import type { OpenHook } from '../cluster/hook-jobs.ts';
import type { Revision } from '../domain/history.ts';
import { ActionError } from '../errors.ts';
import type { Clock } from '../tools/clock.ts';

export interface HookWaitInput {
  readonly namespace: string;
  readonly history: readonly Revision[];
  /** When to give up waiting, on the clock of `elapsed`. */
  readonly deadline: number;
}

export interface HookWaitPorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  /** Hook Jobs of the namespace that have not ended; undefined when they cannot be read. */
  readonly openHooks: () => Promise<readonly OpenHook[] | undefined>;
  /** Names of the Jobs among the hooks of one revision. */
  readonly hookNames: (revision: number) => Promise<readonly string[]>;
  readonly info: (line: string) => void;
  /** Aborted when the wait makes no sense any more. */
  readonly stop: AbortSignal;
}

const POLL_MS = 1000;
/** A Job without a container that runs gets so long to start one; after a failed try it waits longer. */
const START_MS = 10_000;
/** An undo and a second try leave a hook's revision so many behind at most. */
const REVISIONS = 5;

/**
 * Waits for hook Jobs that an earlier revision left running. Helm would delete them to make its own:
 * a migration would end half done. So they are never deleted, not even at the deadline.
 * @throws {ActionError} `hook-running`, naming the Job; `cancelled`
 */
export async function awaitHooks(input: HookWaitInput, ports: HookWaitPorts): Promise<void> {
  const { elapsed, info } = ports;
  const idleSince = new Map<string, number>();
  let names: readonly string[] | undefined;
  let told = false;
  for (;;) {
    const open = await ports.openHooks();
    if (open === undefined) {
      info('Hook Jobs of earlier revisions: not checked, needs `list` on jobs');
      return;
    }
    if (open.length > 0) names ??= await ownNames(input.history, ports);
    const busy = open.find(({ name, state }) => {
      if (!names?.includes(name) || state === 'stuck') return false;
      if (state === 'running') idleSince.delete(name);
      const since = state === 'starting' ? (idleSince.get(name) ?? elapsed()) : elapsed();
      if (state === 'starting') idleSince.set(name, since);
      return elapsed() - since < START_MS;
    });
    if (busy === undefined) return;
    if (ports.stop.aborted) throw new ActionError('cancelled', 'Stopped while a hook Job ran');
    if (elapsed() > input.deadline) throw stillRunning(busy.name, input.namespace);
    if (!told) info(`Waiting: hook Job ${busy.name} of an earlier revision still runs`);
    told = true;
    await ports.sleep(POLL_MS);
  }
}

async function ownNames(
  history: readonly Revision[],
  { hookNames }: HookWaitPorts,
): Promise<readonly string[]> {
  const newest = history.slice(-REVISIONS);
  return (await Promise.all(newest.map(({ number }) => hookNames(number)))).flat();
}

function stillRunning(job: string, namespace: string): ActionError {
  const where = `--namespace ${namespace}`;
  return new ActionError('hook-running', `Hook Job ${job} of an earlier revision still runs`, {
    hint: `Run this job again when it has ended (kubectl logs --follow job/${job} ${where}). Helm would delete it half done; to do so yourself: kubectl delete job ${job} ${where}`,
  });
}
