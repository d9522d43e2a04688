import type { KubeObject, WorkloadRef } from './manifest.ts';

/** One container of one workload's newest revision, and what its pods really run. */
export interface RunningImage {
  readonly workload: string;
  readonly container: string;
  /** The reference in the pods' spec. */
  readonly image: string;
  /** Digest in the reference, `''` when the workload names a tag only. */
  readonly digest: string;
  /** What the container runtime reports (`imageID`); may name another index over the same image. */
  readonly reported: readonly string[];
  readonly ready: number;
  readonly desired: number;
  /** Pods of earlier revisions that nobody has told to end yet; Helm counts a rollout done with them. */
  readonly old: number;
  /** False where new pods do not come by themselves: OnDelete, a partition, a paused Deployment. */
  readonly rolls: boolean;
}

export interface LiveWorkload {
  readonly ref: WorkloadRef;
  readonly object: KubeObject;
  /** ReplicaSets of a Deployment's namespace; empty for the other kinds. */
  readonly replicaSets: readonly KubeObject[];
  readonly pods: readonly KubeObject[];
}

interface PodSpec {
  readonly containers: readonly { readonly name: string; readonly image: string }[];
}
interface PodStatus {
  readonly phase?: string;
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  readonly containerStatuses?: readonly { readonly name: string; readonly imageID?: string }[];
}

/** The pods of a workload that belong to its newest revision and are not on their way out. */
export function newestPods(live: LiveWorkload): readonly KubeObject[] {
  return live.pods.filter((pod) => isStaying(pod) && isNewest(live, pod));
}

/** Neither told to end nor over by itself: evicted pods stay as objects, and serve nobody. */
export const isStaying = (pod: KubeObject): boolean =>
  !pod.metadata.deletionTimestamp &&
  !['Failed', 'Succeeded'].includes((pod.status as PodStatus | undefined)?.phase ?? '');

const controllerOf = (pod: KubeObject): string | undefined =>
  pod.metadata.ownerReferences?.find((reference) => reference.controller)?.uid;

/** Of any revision of this workload: the selector alone may match other people's pods. */
function isOurs(live: LiveWorkload, pod: KubeObject): boolean {
  const uid = live.object.metadata.uid;
  const sets = live.replicaSets.filter((set) => controllerOf(set) === uid);
  const owner = controllerOf(pod);
  return owner === uid || sets.some((set) => set.metadata.uid === owner);
}

function isNewest(live: LiveWorkload, pod: KubeObject): boolean {
  const owner = controllerOf(pod);
  const hash = pod.metadata.labels?.['controller-revision-hash'];
  switch (live.ref.kind) {
    case 'Deployment':
      return owner !== undefined && owner === newestReplicaSet(live)?.metadata.uid;
    case 'StatefulSet': {
      const update = (live.object.status as { updateRevision?: string } | undefined)
        ?.updateRevision;
      return owner === live.object.metadata.uid && hash === update;
    }
    case 'DaemonSet': {
      const generation =
        live.object.metadata.annotations?.['deprecated.daemonset.template.generation'];
      return (
        owner === live.object.metadata.uid &&
        pod.metadata.labels?.['pod-template-generation'] === generation
      );
    }
  }
}

const REVISION = 'deployment.kubernetes.io/revision';

/** The ReplicaSet of the Deployment's newest revision, once its controller has made it. */
export function newestReplicaSet(live: LiveWorkload): KubeObject | undefined {
  const revision = live.object.metadata.annotations?.[REVISION];
  return live.replicaSets.find(
    (set) =>
      set.metadata.annotations?.[REVISION] === revision &&
      set.metadata.ownerReferences?.some((owner) => owner.uid === live.object.metadata.uid),
  );
}

/** What each container of the workload's template runs in its newest pods. */
export function runningImages(live: LiveWorkload): readonly RunningImage[] {
  const spec = live.object.spec as { replicas?: number; template?: { spec?: PodSpec } } | undefined;
  const pods = newestPods(live);
  const old = live.pods.filter((pod) => isOurs(live, pod) && isStaying(pod)).length - pods.length;
  const desired =
    live.ref.kind === 'DaemonSet'
      ? ((live.object.status as { desiredNumberScheduled?: number })?.desiredNumberScheduled ?? 0)
      : (spec?.replicas ?? 1);
  return (spec?.template?.spec?.containers ?? []).map(({ name, image }) => {
    const same = pods.filter((pod) => specImage(pod, name) === image);
    return {
      workload: `${live.ref.kind}/${live.ref.name}`,
      container: name,
      image,
      digest: digestOf(image),
      reported: unique(same.map((pod) => reportedDigest(pod, name))),
      ready: same.filter(isReady).length,
      desired,
      old,
      rolls: rollsByItself(live.object),
    };
  });
}

/** False where new pods do not come by themselves: OnDelete, a partition, a paused Deployment. */
export function rollsByItself(object: KubeObject): boolean {
  const spec = object.spec as
    | {
        paused?: boolean;
        updateStrategy?: { type?: string; rollingUpdate?: { partition?: number } };
      }
    | undefined;
  const strategy = spec?.updateStrategy;
  return !spec?.paused && strategy?.type !== 'OnDelete' && !strategy?.rollingUpdate?.partition;
}

const specImage = (pod: KubeObject, container: string): string | undefined =>
  (pod.spec as PodSpec | undefined)?.containers.find((c) => c.name === container)?.image;

function reportedDigest(pod: KubeObject, container: string): string {
  const statuses = (pod.status as PodStatus | undefined)?.containerStatuses;
  return digestOf(statuses?.find((status) => status.name === container)?.imageID ?? '');
}

/** By its own condition: every container ready and every readiness gate open. */
export const isReady = (pod: KubeObject): boolean =>
  (pod.status as PodStatus | undefined)?.conditions?.some(
    (condition) => condition.type === 'Ready' && condition.status === 'True',
  ) ?? false;

/** Sorted, without what is not known yet. */
const unique = (digests: readonly string[]): string[] =>
  [...new Set(digests)].filter((digest) => digest !== '').sort((a, b) => a.localeCompare(b));

const digestOf = (reference: string): string => /sha256:[0-9a-f]{64}$/.exec(reference)?.[0] ?? '';

export interface IdentityProblem {
  /** `absent` will not change by waiting; `behind` may. */
  readonly kind: 'absent' | 'behind';
  readonly subject: string;
  readonly message: string;
}

/**
 * Compares what runs with what was asked for. The digest in the pods' spec decides: the runtime may
 * report another index over the same image (measured: three provenance rebuilds, one config).
 * @returns every difference; empty means each asked image runs, ready, in every pod it should
 */
export function identityProblems(
  asked: readonly { readonly name: string; readonly digest: string }[],
  running: readonly RunningImage[],
): readonly IdentityProblem[] {
  const absent = asked
    .filter((image) => !running.some((run) => run.digest === image.digest))
    .map((image) => ({
      kind: 'absent' as const,
      subject: image.name,
      message: `${image.digest} is in no workload of the release`,
    }));
  const behind = running
    .filter((run) => run.rolls && run.ready < run.desired)
    .map((run) => ({
      kind: 'behind' as const,
      subject: `${run.workload} ${run.container}`,
      message: `${run.ready} of ${run.desired} pods are ready with ${run.image}`,
    }));
  const lingering = running
    .filter((run) => run.rolls && run.old > 0)
    .map((run) => ({
      kind: 'behind' as const,
      subject: run.workload,
      message: `${run.old} pods of an earlier revision are still there`,
    }));
  return [...absent, ...behind, ...lingering];
}
