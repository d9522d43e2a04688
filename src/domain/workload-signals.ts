import type { Plan, WorkloadState } from './assessment.ts';
import { newestReplicaSet } from './identity.ts';
import type { KubeObject } from './manifest.ts';
import { ownedBy, type PodGroup } from './pod-group.ts';
import { CREATION_ROWS, type CreationSubject } from './signals/creation.ts';
import { newest } from './signals/event.ts';
import { conditionOf, passedDeadline } from './signals/pod.ts';
import type { Row } from './signals/row.ts';
import type { Signal } from './signals/signal.ts';
import { firstOf, type Place } from './signals/to-signal.ts';
import type { WorldIndex } from './world-index.ts';

/** What a workload says about itself: pods that cannot be made, a deadline that has passed. */
export function workloadSignals(
  index: WorldIndex,
  { baseline }: Plan,
  group: PodGroup,
  state: WorkloadState,
): readonly Signal[] {
  const place = placeOf(group, group.object);
  const refusal = state.updated < state.desired ? refusalOf(index, group) : undefined;
  const creation = refusal
    ? firstOf(
        CREATION_ROWS,
        {
          namespace: group.namespace,
          workload: group.workload,
          object: `${refusal.by.kind}/${refusal.by.metadata.name}`,
          message: refusal.message,
          podsAreEnding: index.pods.some(
            ({ metadata }) => metadata.deletionTimestamp !== undefined,
          ),
        } satisfies CreationSubject,
        placeOf(group, refusal.by),
      )
    : [];
  // The controller leaves it standing under a new spec until something moves (measured after a rollback).
  const { uid = '' } = group.object.metadata;
  const isStale =
    baseline.deadlines?.get(uid) === (passedDeadline(group.object)?.lastTransitionTime ?? '');
  const held = state.phase === 'rolling' ? firstOf(HELD_ROWS, group, place) : [];
  return [...creation, ...held, ...(isStale ? [] : firstOf(PROGRESS_ROWS, group, place))];
}

function placeOf(group: PodGroup, object: KubeObject): Place {
  const { name, uid = name } = object.metadata;
  return {
    key: uid,
    workload: group.workload,
    namespace: group.namespace,
    object: `${object.kind}/${name}`,
    container: '',
    pods: 0,
    standing: !group.changed,
    job: group.job,
    othersOnTheirWay: false,
    node: '',
  };
}

interface Refusal {
  readonly by: KubeObject;
  readonly message: string;
}

/** A ReplicaSet says it in a condition; StatefulSets, DaemonSets and Jobs only by events. */
export function refusalOf(index: WorldIndex, { object }: PodGroup): Refusal | undefined {
  const maker = object.kind === 'Deployment' ? replicaSet(index, object) : object;
  const by = maker ?? object;
  const condition = conditionOf(by, 'ReplicaFailure');
  if (condition?.status === 'True') return { by, message: condition.message ?? '' };
  if (by.kind === 'ReplicaSet') return undefined;
  if (by.kind === 'Deployment') return unmade(by);
  const events = index.eventsOf(by.metadata.uid ?? '');
  const told = newest(
    events.filter(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate'),
  );
  return told?.reason === 'FailedCreate' ? { by, message: told.message } : undefined;
}

/** Not even the ReplicaSet could be made. */
function unmade(by: KubeObject): Refusal | undefined {
  const progress = conditionOf(by, 'Progressing');
  return progress?.status === 'False' && progress.reason === 'ReplicaSetCreateError'
    ? { by, message: progress.message ?? '' }
    : undefined;
}

function replicaSet(index: WorldIndex, object: KubeObject): KubeObject | undefined {
  const { name, namespace = '' } = object.metadata;
  const ref = { kind: 'Deployment' as const, name, namespace };
  return newestReplicaSet({ ref, object, ...ownedBy(index, object) });
}

/** Who stopped it may let it go on: only the end of the time makes it a failure. */
const HELD_ROWS: readonly Row<PodGroup>[] = [
  {
    name: 'paused',
    code: 'changed-by-others',
    class: 'slow',
    find: ({ object, held }) =>
      held && (object.spec as { readonly paused?: boolean }).paused
        ? { message: 'it is paused (spec.paused), which the manifest does not ask for' }
        : undefined,
    hint: ({ namespace, workload }) =>
      `Somebody paused it, so no new pod comes: \`kubectl -n ${namespace} rollout resume ${workload.toLowerCase()}\``,
  },
  {
    name: 'held',
    code: 'changed-by-others',
    class: 'slow',
    find: ({ held }) =>
      held
        ? { message: 'its updateStrategy keeps new pods back, which the manifest does not ask for' }
        : undefined,
    hint: ({ namespace, workload }) =>
      `Somebody changed its updateStrategy (OnDelete, or a partition): \`kubectl -n ${namespace} get ${workload.toLowerCase()} -o jsonpath={.spec.updateStrategy}\``,
  },
];

const PROGRESS_ROWS: readonly Row<PodGroup>[] = [
  {
    name: 'progress-deadline',
    code: 'progress-deadline',
    class: 'fatal',
    find: ({ object }) => {
      const passed = passedDeadline(object);
      return passed && { message: passed.message ?? 'ProgressDeadlineExceeded' };
    },
    hint: ({ namespace, workload, object }) => {
      const spec = object.spec as { readonly progressDeadlineSeconds?: number } | undefined;
      return `${workload} made no progress for its progressDeadlineSeconds (${spec?.progressDeadlineSeconds ?? 600}). \`kubectl -n ${namespace} describe ${workload}\``;
    },
  },
];
