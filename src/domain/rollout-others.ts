import type { Plan, WorkloadState } from './assessment.ts';
import { isReady } from './identity.ts';
import type { PodGroup } from './pod-group.ts';
import type { Others } from './pod-signals.ts';
import { conditionOf, type Pod } from './signals/pod.ts';

/** A workload or Job as another one may wait for it. */
export interface Traveller {
  readonly workload: string;
  readonly onItsWay: boolean;
  /** When its first new pod got Ready, in ms of the cluster's clock; 0: it was up before. */
  readonly readyAt: number;
}

/** Up to here a workload that exits again and again is not what others wait for. */
const TOO_OFTEN = 2;

export function workloadTraveller(
  state: WorkloadState,
  group: PodGroup | undefined,
  { baseline }: Plan,
): Traveller {
  const workload = `${state.ref.kind}/${state.ref.name}`;
  const fresh = (group?.pods ?? []).filter(
    ({ metadata }) => !baseline.uids.has(metadata.uid ?? ''),
  );
  const first = fresh.filter(isReady).map(readySince);
  const isUnderWay = state.phase === 'rolling' || state.phase === 'waiting';
  const exits = fresh.some((pod) => mostRestarts(pod) >= TOO_OFTEN);
  return {
    workload,
    onItsWay: isUnderWay && state.ready === 0 && !exits,
    readyAt: first.length === 0 ? 0 : Math.min(...first),
  };
}

/** What stands beside one workload. */
export function othersOf(workload: string, travellers: readonly Traveller[]): Others {
  const others = travellers.filter((one) => one.workload !== workload);
  return {
    onTheirWay: others.some(({ onItsWay }) => onItsWay),
    readyAt: Math.max(0, ...others.map(({ readyAt }) => readyAt)),
  };
}

function readySince(pod: Pod): number {
  const at = Date.parse(conditionOf(pod, 'Ready')?.lastTransitionTime ?? '');
  return Number.isFinite(at) ? at : 0;
}

const mostRestarts = (pod: Pod): number =>
  Math.max(0, ...(pod.status?.containerStatuses ?? []).map(({ restartCount = 0 }) => restartCount));
