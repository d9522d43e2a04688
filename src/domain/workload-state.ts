import type { Baseline, PodState, WorkloadState } from './assessment.ts';
import { isReady, isStaying, rollsByItself } from './identity.ts';
import type { KubeObject, WorkloadRef } from './manifest.ts';
import { isObserved, ownedBy, type PodGroup } from './pod-group.ts';
import { podNote } from './pod-note.ts';
import type { WorldIndex } from './world-index.ts';

interface Status {
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly desiredNumberScheduled?: number;
  readonly updatedNumberScheduled?: number;
  readonly numberReady?: number;
  readonly numberAvailable?: number;
}

interface Counts {
  readonly desired: number;
  readonly updated: number;
  readonly ready: number;
  /** Ready for `minReadySeconds`, of any revision. */
  readonly available: number;
  readonly old: number;
}

/** Where a workload stands; without a group helm has not applied it yet. */
export function workloadState(
  index: WorldIndex,
  ref: WorkloadRef,
  group: PodGroup | undefined,
  baseline: Baseline,
): WorkloadState {
  if (group === undefined) {
    const none = { desired: 0, updated: 0, ready: 0, old: 0, pods: [] };
    return { ref, phase: 'waiting', ...none, note: 'not applied yet' };
  }
  const pods = group.pods.map((pod) => podState(index, pod));
  // Of one that is held nobody but its controller knows which pods have the newest template.
  const counts =
    group.held || isBlind(index, group.object)
      ? told(group.object)
      : counted(index, group, pods, baseline);
  const { desired, updated, ready, old } = counts;
  const phase = phaseOf(group, counts);
  const isOver = phase === 'done' || phase === 'scaled-to-zero';
  const note = isOver ? '' : workloadNote(group, counts, pods);
  return { ref, phase, desired, updated, ready, old, note, pods };
}

/** Without the right to read pods or ReplicaSets nobody can say which pods are new. */
function isBlind(index: WorldIndex, { kind, metadata }: KubeObject): boolean {
  const sets = kind === 'Deployment' ? index.replicaSetsOf(metadata.uid ?? '') : undefined;
  return index.pods.length === 0 || sets?.length === 0;
}

function podState(index: WorldIndex, pod: PodGroup['pods'][number]): PodState {
  const { name, uid = '' } = pod.metadata;
  return { name, ready: isReady(pod), note: podNote(pod, index.eventsOf(uid)) };
}

/** By the pods themselves: the controller's own numbers come later, and mix revisions. */
function counted(
  index: WorldIndex,
  group: PodGroup,
  pods: readonly PodState[],
  baseline: Baseline,
): Counts {
  const staying = ownedBy(index, group.object).pods.filter(isStaying);
  const names = new Set(pods.map(({ name }) => name));
  // Until the controller has seen the change, what came since is of nobody knows which revision.
  const known = isObserved(group.object);
  const isOld = ({ metadata: { name, uid = '' } }: KubeObject) =>
    !names.has(name) && (known || baseline.uids.has(uid));
  return {
    ...told(group.object),
    updated: pods.length,
    ready: pods.filter(({ ready }) => ready).length,
    old: staying.filter(isOld).length,
  };
}

/** By the controller's numbers. */
function told({ kind, spec, status }: KubeObject): Counts {
  const said = (status ?? {}) as Status;
  if (kind === 'DaemonSet') {
    const desired = said.desiredNumberScheduled ?? 0;
    const updated = said.updatedNumberScheduled ?? 0;
    return {
      desired,
      updated,
      ready: said.numberReady ?? 0,
      available: said.numberAvailable ?? 0,
      old: Math.max(0, desired - updated),
    };
  }
  const updated = said.updatedReplicas ?? 0;
  return {
    desired: (spec as { readonly replicas?: number } | undefined)?.replicas ?? 1,
    updated,
    // Its number is of all revisions.
    ready: Math.min(updated, said.readyReplicas ?? 0),
    available: said.availableReplicas ?? 0,
    old: Math.max(0, (said.replicas ?? 0) - updated),
  };
}

function phaseOf({ object, held }: PodGroup, counts: Counts): WorkloadState['phase'] {
  if (!isObserved(object)) return 'rolling';
  if (!held && !rollsByItself(object)) return 'not-applicable';
  const { desired, updated, ready, available, old } = counts;
  if (desired === 0) return old === 0 ? 'scaled-to-zero' : 'rolling';
  const all = Math.min(updated, ready, available) >= desired;
  return all && old === 0 ? 'done' : 'rolling';
}

function workloadNote(
  { object, held }: PodGroup,
  counts: Counts,
  pods: readonly PodState[],
): string {
  if (!isObserved(object)) return 'its controller has not seen the change yet';
  if (held) return 'somebody has stopped its rollout';
  if (!rollsByItself(object)) return 'does not roll by itself';
  const { desired, updated, ready, available, old } = counts;
  const waiting = pods.filter((pod) => !pod.ready);
  if (waiting.length > 0) {
    const many = waiting.length === 1 ? 'new pod' : `${waiting.length} new pods`;
    return `${many} waiting: ${mostFrequent(waiting.map(({ note }) => note))}`;
  }
  if (updated < desired && old === 0) return 'new pods are not made yet';
  if (old > 0) return `${old} old ${old === 1 ? 'pod is' : 'pods are'} still there`;
  if (ready >= desired && available < desired) return 'ready, not yet for minReadySeconds';
  return `${updated} of ${desired} new pods made`;
}

function mostFrequent(notes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const note of notes) counts.set(note, (counts.get(note) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}
