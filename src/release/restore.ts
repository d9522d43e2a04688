import type { LiveObjects } from '../cluster/live-objects.ts';
import { type HeldReplicas, heldReplicas, replicasOf, withHeld } from '../domain/held-replicas.ts';
import { isHelm3 } from '../domain/helm-version.ts';
import { isPending, LABEL, nextNumber, type Revision } from '../domain/history.ts';
import type { RunningImage } from '../domain/identity.ts';
import { objectName, workloads } from '../domain/manifest.ts';
import type { ReleaseRecord } from '../domain/release-record.ts';
import { ActionError, describeError } from '../errors.ts';
import type { Helm } from '../tools/helm.ts';
import type { AwaitRevision } from './await-revision.ts';
import { dropAccounts } from './drop-accounts.ts';
import { type FreePorts, freeStuckPods } from './free-stuck-pods.ts';
import { keepData } from './keep-data.ts';
import { sayConflicts } from './say-conflicts.ts';

export interface RestoreInput {
  readonly release: string;
  readonly namespace: string;
  /** The revision to go back to. */
  readonly target: Revision;
  readonly historyMax: number;
  /** When to stop waiting for its pods, on the clock of `elapsed`. */
  readonly deadline: number;
  /** Why the newest revision is no good, in a line; it is then no target of a later rollback. */
  readonly failure?: string;
}

export interface RestorePorts extends FreePorts {
  readonly helm: Pick<Helm, 'rollback' | 'version'>;
  readonly objects: LiveObjects;
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly history: () => Promise<readonly Revision[]>;
  readonly record: (revision: number) => Promise<ReleaseRecord | undefined>;
  readonly label: (revision: number, labels: Readonly<Record<string, string>>) => Promise<void>;
  /** Writes into the record of a revision that it failed, and why. */
  readonly markFailed: (revision: number, why: string) => Promise<void>;
  /** Tells everybody that this run is about to make a revision. */
  readonly announce: (revision: number) => Promise<void>;
  /** See src/cluster/hold-replicas.ts. */
  readonly holdReplicas: (
    revision: number,
    held: readonly HeldReplicas[],
  ) => Promise<(() => Promise<void>) | undefined>;
  /** Looks at the pods as they are; its answer waits for those of a revision. */
  readonly expect: () => AwaitRevision;
}

/** A rollback that comes late still goes: its hooks then have so long. */
const HOOKS_MS = 30_000;

/** What runs again, and as which revision. */
export interface Restored {
  readonly revision: number;
  readonly images: readonly RunningImage[];
}

/**
 * Goes back to an earlier revision, and proves that it serves again. `helm rollback` runs without
 * `--wait`: the watch is ours, and helm would leave the release pending when it is killed. Beside
 * it we see to what it gets wrong: data that the target does not know, replicas that an autoscaler
 * set, fields that others changed, ServiceAccounts, pods of StatefulSets that never heal.
 * @throws {ActionError} `undo-failed`, with the commands for a person
 */
export async function restoreRevision(input: RestoreInput, ports: RestorePorts): Promise<Restored> {
  const { namespace, target, deadline } = input;
  try {
    const awaitRevision = ports.expect();
    const history = await ports.history();
    if (history.at(-1)?.number === target.number) {
      ports.info(`Revision ${target.number} is still the newest: there is nothing to go back from`);
      return { revision: target.number, images: await awaitRevision(target.number, deadline) };
    }
    await blame(history.at(-1), input, ports);
    const expected = nextNumber(history);
    const [from, to] = await Promise.all([expected - 1, target.number].map(ports.record));
    if (!to) throw new Error(`revision ${target.number} is not in the cluster any more`);
    const change = { from: from?.manifest ?? [], to: to.manifest, namespace };
    const unmark = await keepData(change, ports);
    await rollBack(to, expected, input, ports);
    await dropAccounts(change, ports);
    await Promise.all([relabel(target, expected, ports), unmark()]);
    const stop = freeStuckPods(workloads(to.manifest, namespace), ports);
    try {
      return { revision: expected, images: await awaitRevision(expected, deadline) };
    } finally {
      stop();
    }
  } catch (cause) {
    throw new ActionError(
      'undo-failed',
      `Going back to revision ${target.number} did not succeed: ${describeError(cause)}`,
      { hint: byHand(input, cause) },
    );
  }
}

/**
 * Helm is green on some broken rollouts: its "Upgrade complete" would make them a target again. One
 * that was killed leaves its revision pending, for good once a newer one is there.
 */
async function blame(
  newest: Revision | undefined,
  { failure }: RestoreInput,
  { markFailed, warn }: RestorePorts,
): Promise<void> {
  if (failure === undefined || !newest) return;
  if (newest.status !== 'deployed' && !isPending(newest)) return;
  await markFailed(newest.number, failure).catch((error: unknown) => {
    warn(`Revision ${newest.number} still counts as good: ${describeError(error)}`);
  });
}

async function rollBack(
  to: ReleaseRecord,
  expected: number,
  { target, historyMax, deadline }: RestoreInput,
  ports: RestorePorts,
): Promise<void> {
  const { helm } = ports;
  const held = await findHeld(to, ports);
  // Helm 4 goes on as the target was made: from the server's side, or as Helm 3 always does.
  const overwrites = isHelm3(await helm.version()) || to.raw.apply_method !== 'ssa';
  const conflicts = await sayConflicts(withHeld(to.manifest, held), ports);
  await ports.announce(expected).catch((error: unknown) => {
    ports.warn(`A run after this one may not know this rollback as ours: ${describeError(error)}`);
  });
  const putBack = await hold(held, target.number, ports);
  try {
    // An autoscaler goes on scaling meanwhile: its next number must not stop the rollback.
    const forceConflicts = !overwrites && (conflicts || held.length > 0);
    const timeoutMs = Math.max(deadline - ports.elapsed(), HOOKS_MS);
    await helm.rollback(target.number, { historyMax, forceConflicts, timeoutMs });
  } finally {
    await putBack?.().catch((error: unknown) => {
      ports.warn(`Revision ${target.number} keeps today's replicas: ${describeError(error)}`);
    });
  }
}

/** @returns what puts the record back as it was, where it was changed */
async function hold(
  held: readonly HeldReplicas[],
  revision: number,
  { holdReplicas, warn }: RestorePorts,
): Promise<(() => Promise<void>) | undefined> {
  if (held.length === 0) return undefined;
  const names = held.map(({ object }) => objectName(object)).join(', ');
  try {
    const putBack = await holdReplicas(revision, held);
    if (!putBack) warn(`The replicas of ${names} change: they are not where we can write them`);
    return putBack;
  } catch (error) {
    // To be back with too few pods for a moment is better than not to be back.
    warn(`The replicas of ${names} change: ${describeError(error)}`);
    return undefined;
  }
}

/** What a rollback to the revision would scale behind the back of who scaled it last. */
async function findHeld(
  to: ReleaseRecord,
  { objects, info, warn }: RestorePorts,
): Promise<readonly HeldReplicas[]> {
  const scaled = to.manifest.filter((object) => replicasOf(object) !== undefined);
  const found = await Promise.all(
    scaled.map(async (object) => {
      const live = await objects.read(object).catch((error: unknown) => {
        warn(`Who scaled ${objectName(object)} is not known: ${describeError(error)}`);
        return undefined;
      });
      return (live && heldReplicas(object, live)) ?? [];
    }),
  );
  const held = found.flat();
  for (const { object, replicas, manager } of held) {
    const asked = `revision ${to.version} says ${replicasOf(object)}`;
    info(`${objectName(object)} keeps its ${replicas} replicas, set by ${manager}; ${asked}`);
  }
  return held;
}

/** Helm copies the target's labels; they count for the new revision once they name it. */
async function relabel(target: Revision, revision: number, ports: RestorePorts): Promise<void> {
  if (Object.keys(target.labels).length === 0) return;
  await ports.label(revision, { [LABEL.forRevision]: String(revision) }).catch((error: unknown) => {
    ports.warn(`The restored revision is not labelled: ${describeError(error)}`);
  });
}

/** The commands for a person, what helps most first. */
function byHand({ release, namespace, target }: RestoreInput, cause: unknown): string {
  const where = `--namespace ${namespace}`;
  return [
    ...(cause instanceof ActionError && cause.hint ? [cause.hint] : []),
    `By hand: helm history ${release} ${where}; helm rollback ${release} ${target.number} ${where}; kubectl get pods ${where}`,
  ].join('\n');
}
