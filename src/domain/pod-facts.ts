import type { KubeObject } from './manifest.ts';

/** Where a container stands: one of the three states of Kubernetes, flat. */
export interface ContainerState {
  readonly state: 'waiting' | 'running' | 'terminated' | 'unknown';
  /** `ImagePullBackOff`, `OOMKilled` …; `''` while it runs. */
  readonly reason: string;
  readonly message: string;
  readonly exitCode: number | null;
  /** ISO times, `''` when not known. */
  readonly started: string;
  readonly finished: string;
}

export interface ContainerFacts {
  readonly name: string;
  readonly init: boolean;
  readonly image: string;
  /** What the container runtime says it runs, `''` before that. */
  readonly imageID: string;
  readonly ready: boolean;
  readonly restarts: number;
  readonly now: ContainerState;
  /** How its run before this one ended; null when this is the first. */
  readonly before: ContainerState | null;
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** ISO time of the last change, `''` when not known. */
  readonly since: string;
}

/** What is worth knowing of a pod that is in trouble. */
export interface PodFacts {
  readonly name: string;
  readonly namespace: string;
  /** `ReplicaSet/web-6d4f`, `''` for a pod of nobody. */
  readonly owner: string;
  readonly node: string;
  readonly phase: string;
  readonly created: string;
  readonly deleting: boolean;
  /** Why the pod as a whole failed, e.g. `Evicted`. */
  readonly reason: string;
  readonly message: string;
  readonly conditions: readonly Condition[];
  readonly containers: readonly ContainerFacts[];
}

interface RawState {
  readonly reason?: string;
  readonly message?: string;
  readonly exitCode?: number;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}
type RawStates = Partial<Record<'waiting' | 'running' | 'terminated', RawState>>;
interface RawContainer {
  readonly name: string;
  readonly image?: string;
  readonly imageID?: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
  readonly state?: RawStates;
  readonly lastState?: RawStates;
}
interface RawSpec {
  readonly nodeName?: string;
  readonly initContainers?: readonly RawContainer[];
  readonly containers?: readonly RawContainer[];
}
interface RawStatus {
  readonly phase?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly initContainerStatuses?: readonly RawContainer[];
  readonly containerStatuses?: readonly RawContainer[];
}

export function podFacts(pod: KubeObject): PodFacts {
  const spec = (pod.spec ?? {}) as RawSpec;
  const status = (pod.status ?? {}) as RawStatus;
  const { metadata } = pod;
  const owner = metadata.ownerReferences?.find((reference) => reference.controller);
  const facts =
    (init: boolean, statuses: readonly RawContainer[] = []) =>
    (container: RawContainer): ContainerFacts =>
      containerFacts(
        container,
        statuses.find(({ name }) => name === container.name),
        init,
      );
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    owner: owner ? `${owner.kind}/${owner.name}` : '',
    node: spec.nodeName ?? '',
    phase: status.phase ?? '',
    created: (metadata as { creationTimestamp?: string }).creationTimestamp ?? '',
    deleting: metadata.deletionTimestamp !== undefined,
    reason: status.reason ?? '',
    message: status.message ?? '',
    conditions: conditionsOf(pod),
    containers: [
      ...(spec.initContainers ?? []).map(facts(true, status.initContainerStatuses)),
      ...(spec.containers ?? []).map(facts(false, status.containerStatuses)),
    ],
  };
}

function containerFacts(
  { name, image }: RawContainer,
  status: RawContainer | undefined,
  init: boolean,
): ContainerFacts {
  return {
    name,
    init,
    image: image ?? '',
    imageID: status?.imageID ?? '',
    ready: status?.ready ?? false,
    restarts: status?.restartCount ?? 0,
    now: stateOf(status?.state) ?? UNKNOWN,
    before: stateOf(status?.lastState) ?? null,
  };
}

const UNKNOWN: ContainerState = {
  state: 'unknown',
  reason: '',
  message: '',
  exitCode: null,
  started: '',
  finished: '',
};

function stateOf(states: RawStates = {}): ContainerState | undefined {
  const state = (['terminated', 'running', 'waiting'] as const).find((name) => states[name]);
  if (state === undefined) return undefined;
  const { reason, message, exitCode, startedAt, finishedAt } = states[state] ?? {};
  return {
    state,
    reason: reason ?? '',
    message: message ?? '',
    exitCode: exitCode ?? null,
    started: startedAt ?? '',
    finished: finishedAt ?? '',
  };
}

/** The status conditions of any object. */
export function conditionsOf({ status }: KubeObject): readonly Condition[] {
  const { conditions } = (status ?? {}) as { conditions?: readonly RawCondition[] };
  return (conditions ?? []).map((condition) => ({
    type: condition.type,
    status: condition.status,
    reason: condition.reason ?? '',
    message: condition.message ?? '',
    since: condition.lastTransitionTime ?? '',
  }));
}

interface RawCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

/** True when a container has run, so that it has a log, be it an empty one. */
export const hasRun = ({ now, before }: ContainerFacts): boolean =>
  now.state === 'running' || now.started !== '' || before !== null;

/** True for a container that ended badly, now or in the run before. */
export const endedBadly = ({ now, before }: ContainerFacts): boolean =>
  [now, before].some((state) => state?.state === 'terminated' && state.exitCode !== 0);

/** It had just ended when it was seen: by now its log may be that of the next run. */
export const mayHaveRestarted = ({ now, before }: ContainerFacts): boolean =>
  now.state === 'terminated' && before === null;
