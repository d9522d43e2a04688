import type { OpenHooks } from '../cluster/open-hooks.ts';
import type { Revision } from '../domain/history.ts';
import type { HookRef } from '../domain/open-hook.ts';
import { ActionError, describeError } from '../errors.ts';
import type { Clock } from '../tools/clock.ts';

export interface HookWaitInput {
  readonly namespace: string;
  readonly history: readonly Revision[];
  /** When to give up waiting, on the clock of `elapsed`. */
  readonly deadline: number;
}

export interface HookWaitPorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  /** Hooks of a namespace that have not ended, of whatever release. */
  readonly openHooks: (namespace: string) => Promise<OpenHooks>;
  /** The hooks of one revision. */
  readonly hooksOf: (revision: number) => Promise<readonly HookRef[]>;
  readonly info: (line: string) => void;
  /** Aborted when the wait makes no sense any more. */
  readonly stop: AbortSignal;
}

const POLL_MS = 1000;
/** A hook without a container that runs gets so long to start one; after a failed try it waits longer. */
const START_MS = 10_000;
/** An undo and a second try leave a hook's revision so many behind at most. */
const REVISIONS = 5;

/**
 * Waits for hooks that an earlier revision left running. Helm would delete them to make its own: a
 * migration would end half done. So they are never deleted, not even at the deadline.
 * @throws {ActionError} `hook-running`, naming the hook; `cancelled`
 */
export async function awaitHooks(input: HookWaitInput, ports: HookWaitPorts): Promise<void> {
  const { elapsed, info } = ports;
  const idleSince = new Map<string, number>();
  const once = onlyOnce(info);
  const newest = input.history.slice(-REVISIONS);
  // Helm waits for its hooks: only a revision that did not end well can have left one.
  const broken = newest.filter(({ status }) => !['deployed', 'superseded'].includes(status));
  const elsewhere = (await hooksOf(broken, ports)).map(({ namespace }) => namespace);
  const namespaces = [...new Set([input.namespace, ...elsewhere])];
  let own: ReadonlySet<string> | undefined;
  for (;;) {
    // An answer that took long shows what was: the time of its question counts.
    const at = elapsed();
    const seen = await Promise.all(namespaces.map(ports.openHooks));
    seen.forEach(({ hidden }, index) => {
      const kinds = hidden.map((kind) => `${kind.toLowerCase()}s`).join(', ');
      const where = namespaces[index];
      if (kinds)
        once(`Hooks of earlier revisions in ${where}: not checked, needs \`list\` on ${kinds}`);
    });
    const open = seen.flatMap(({ hooks }) => hooks);
    if (open.length > 0) own ??= new Set((await hooksOf(newest, ports)).map(keyOf));
    const busy = open.find((hook) => {
      const key = keyOf(hook);
      if (!own?.has(key) || hook.state === 'stuck') return false;
      if (hook.state === 'running') idleSince.delete(key);
      const since = hook.state === 'starting' ? (idleSince.get(key) ?? at) : at;
      if (hook.state === 'starting') idleSince.set(key, since);
      return at - since < START_MS;
    });
    if (busy === undefined) return;
    if (ports.stop.aborted) throw new ActionError('cancelled', 'Stopped while a hook ran');
    if (elapsed() > input.deadline) throw stillRunning(busy);
    once(`Waiting: hook ${busy.kind}/${busy.name} of an earlier revision still runs`);
    await ports.sleep(POLL_MS);
  }
}

const keyOf = ({ kind, namespace, name }: HookRef): string => `${kind} ${namespace}/${name}`;

/** A record that cannot be read is said, and keeps nobody out. */
async function hooksOf(
  revisions: readonly Revision[],
  { hooksOf: read, info }: HookWaitPorts,
): Promise<readonly HookRef[]> {
  const refs = revisions.map(({ number }) =>
    read(number).catch((error: unknown) => {
      info(`Hooks of revision ${number}: not checked: ${describeError(error)}`);
      return [];
    }),
  );
  return (await Promise.all(refs)).flat();
}

function onlyOnce(info: (line: string) => void): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    if (!said.has(line)) info(line);
    said.add(line);
  };
}

function stillRunning({ kind, name, namespace }: HookRef): ActionError {
  const where = `--namespace ${namespace}`;
  const ref = `${kind.toLowerCase()}/${name}`;
  return new ActionError('hook-running', `Hook ${kind}/${name} of an earlier revision still runs`, {
    hint: `Run this job again when it has ended (kubectl logs --follow ${ref} ${where}). Helm would delete it half done; to do so yourself: kubectl delete ${ref} ${where}`,
  });
}
