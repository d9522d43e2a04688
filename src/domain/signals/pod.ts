import type { KubeObject } from '../manifest.ts';

/** A pod as far as signals read it. */
export interface Pod extends KubeObject {
  readonly spec?: {
    readonly nodeName?: string;
    readonly restartPolicy?: string;
    readonly imagePullSecrets?: readonly { readonly name: string }[];
    readonly containers?: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly volumes?: readonly {
      readonly name: string;
      readonly persistentVolumeClaim?: { readonly claimName: string };
    }[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly startTime?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

export interface Container {
  readonly name: string;
  readonly image: string;
  /** `Always` on an init container makes it a sidecar. */
  readonly restartPolicy?: string;
  readonly resources?: { readonly limits?: { readonly memory?: string } };
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

export interface ContainerStatus {
  readonly name: string;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restartCount?: number;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: { readonly startedAt?: string };
  readonly terminated?: Terminated;
}

export interface Terminated {
  readonly exitCode: number;
  readonly reason?: string;
  readonly message?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

/** Lists of conditions exist on every kind with a status. */
export function conditionOf(object: KubeObject, type: string): Condition | undefined {
  const status = object.status as { readonly conditions?: readonly Condition[] } | undefined;
  return status?.conditions?.find((condition) => condition.type === type);
}

/** Its condition, when a Deployment has made no progress for its `progressDeadlineSeconds`. */
export function passedDeadline(deployment: KubeObject): Condition | undefined {
  const progress = conditionOf(deployment, 'Progressing');
  const isPassed = progress?.status === 'False' && progress.reason === 'ProgressDeadlineExceeded';
  return isPassed ? progress : undefined;
}

/**
 * Its end is somebody else's decision (eviction, preemption, a node that went away or shuts down),
 * so it says nothing about the release.
 */
export function isDisrupted(pod: Pod): boolean {
  return (
    conditionOf(pod, 'DisruptionTarget')?.status === 'True' ||
    conditionOf(pod, 'Ready')?.reason === 'NodeStatusUnknown' ||
    ['Evicted', 'Preempting', 'NodeLost', 'NodeShutdown', 'Shutdown', 'Terminated'].includes(
      pod.status?.reason ?? '',
    )
  );
}

/** No container has started yet, so trouble with the sandbox or the volumes may still stand. */
export function isBeingMade(pod: Pod): boolean {
  const statuses = [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ];
  return statuses.every(
    ({ state, lastState, restartCount }) =>
      !state?.running && !state?.terminated && !lastState?.terminated && !restartCount,
  );
}
