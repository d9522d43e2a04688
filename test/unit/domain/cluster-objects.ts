import type { KubeObject } from '../../../src/domain/manifest.ts';
import type { Container, ContainerState, Pod } from '../../../src/domain/signals/pod.ts';

/** Objects of a small cluster, as the API server shows them; all in namespace `shop`. */
export const NAMESPACE = 'shop';
const START = Date.parse('2026-11-21T12:00:00Z');

/** Seconds after the start, as the cluster writes times. */
export const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

export const uid = (kind: string, name: string): string => `uid-${kind}-${name}`;

const metadata = (kind: string, name: string) => ({
  name,
  namespace: NAMESPACE,
  uid: uid(kind, name),
});

const ownedBy = (kind: string, name: string) => [
  { uid: uid(kind, name), kind, name, controller: true },
];

const template = (image: string, labels: Readonly<Record<string, string>> = { app: 'web' }) => ({
  metadata: { labels },
  spec: { containers: [{ name: 'web', image }] },
});

export interface WorkloadOptions {
  readonly generation?: number;
  readonly observed?: number;
  readonly revision?: number;
  readonly replicas?: number;
  readonly image?: string;
  readonly spec?: object;
  readonly status?: object;
}

export const IMAGE = 'ghcr.io/acme/web:2';

export function deployment(name: string, options: WorkloadOptions = {}): KubeObject {
  const { generation = 2, observed = generation, revision = generation, replicas = 1 } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      ...metadata('Deployment', name),
      generation,
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
    },
    spec: { replicas, template: template(options.image ?? IMAGE), ...options.spec },
    status: { observedGeneration: observed, ...options.status },
  };
}

export function replicaSet(owner: string, revision: number, conditions: object[] = []): KubeObject {
  const name = `${owner}-rs${revision}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      ...metadata('ReplicaSet', name),
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: ownedBy('Deployment', owner),
    },
    status: { conditions },
  };
}

export function statefulSet(name: string, options: WorkloadOptions = {}): KubeObject {
  const { generation = 2, observed = generation, revision = generation, replicas = 1 } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { ...metadata('StatefulSet', name), generation },
    spec: { replicas, template: template(options.image ?? IMAGE), ...options.spec },
    status: {
      observedGeneration: observed,
      updateRevision: `${name}-${revision}`,
      ...options.status,
    },
  };
}

export function daemonSet(name: string, options: WorkloadOptions = {}): KubeObject {
  const { generation = 2, observed = generation, revision = generation } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      ...metadata('DaemonSet', name),
      generation,
      annotations: { 'deprecated.daemonset.template.generation': String(revision) },
    },
    spec: { template: template(options.image ?? IMAGE), ...options.spec },
    status: {
      observedGeneration: observed,
      desiredNumberScheduled: options.replicas ?? 1,
      ...options.status,
    },
  };
}

export function job(name: string, conditions: object[] = [], spec: object = {}): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata('Job', name),
    spec,
    status: { conditions },
  };
}

export const condition = (type: string, status: string, reason = '', message = '', since = 0) => ({
  type,
  status,
  reason,
  message,
  lastTransitionTime: at(since),
});

export interface PodOptions {
  readonly container?: string;
  readonly image?: string;
  readonly node?: string;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
  readonly restarts?: number;
  /** Ready since this second. */
  readonly ready?: number;
  readonly init?: boolean;
  readonly deleting?: boolean;
  readonly phase?: string;
  readonly reason?: string;
  readonly restartPolicy?: string;
  readonly unscheduled?: string;
  /** Why its condition Ready is False. */
  readonly notReady?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly conditions?: readonly object[];
  readonly volumes?: readonly object[];
  readonly limits?: { readonly memory?: string };
}

/** A pod of one container, which its options put into a state. */
export function pod(name: string, owner: readonly [string, string], options: PodOptions = {}): Pod {
  const { container = 'web', image = IMAGE, node = 'node-1', ready } = options;
  const spec: Container = { name: container, image, resources: { limits: options.limits ?? {} } };
  const isReady = ready !== undefined;
  const running = { running: { startedAt: at(0) } };
  const status = {
    name: container,
    ready: isReady,
    started: isReady || options.state?.running !== undefined,
    restartCount: options.restarts ?? 0,
    state: options.state ?? (isReady ? running : { waiting: { reason: 'ContainerCreating' } }),
    lastState: options.lastState ?? {},
  };
  const unscheduled = options.unscheduled;
  const scheduled =
    unscheduled === undefined
      ? condition('PodScheduled', 'True')
      : condition('PodScheduled', 'False', 'Unschedulable', unscheduled);
  const readiness = condition(
    'Ready',
    isReady ? 'True' : 'False',
    '',
    options.notReady,
    ready ?? 0,
  );
  const conditions = [scheduled, readiness, ...(options.conditions ?? [])];
  const result = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata('Pod', name),
      ownerReferences: ownedBy(...owner),
      labels: options.labels ?? {},
      ...(options.deleting && { deletionTimestamp: at(0) }),
    },
    spec: {
      restartPolicy: options.restartPolicy ?? 'Always',
      ...(unscheduled === undefined && { nodeName: node }),
      containers: options.init ? [{ name: 'main', image }] : [spec],
      initContainers: options.init ? [spec] : [],
      volumes: options.volumes ?? [],
    },
    status: {
      phase: options.phase ?? (isReady ? 'Running' : 'Pending'),
      reason: options.reason,
      conditions,
      ...(unscheduled !== undefined
        ? {}
        : options.init
          ? { initContainerStatuses: [status] }
          : { containerStatuses: [status] }),
    },
  };
  return result as unknown as Pod;
}

/** A pod of the newest ReplicaSet (revision 2) of a Deployment. */
export const webPod = (name: string, options: PodOptions = {}): Pod =>
  pod(name, ['ReplicaSet', 'web-rs2'], options);

export interface EventOptions {
  readonly count?: number;
  readonly container?: string;
  readonly seconds?: number;
  readonly type?: string;
  /** Distinguishes events of the same reason about the same object. */
  readonly name?: string;
  readonly init?: boolean;
}

export function event(
  about: KubeObject,
  reason: string,
  message: string,
  options: EventOptions = {},
): KubeObject {
  const { count = 1, container, seconds = 0, init } = options;
  const name = `${about.metadata.name}.${reason}.${options.name ?? message.length}`;
  const field = init ? 'spec.initContainers' : 'spec.containers';
  const result = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: metadata('Event', name),
    involvedObject: {
      kind: about.kind,
      name: about.metadata.name,
      uid: about.metadata.uid,
      ...(container !== undefined && { fieldPath: `${field}{${container}}` }),
    },
    reason,
    message,
    count,
    type: options.type ?? 'Warning',
    lastTimestamp: at(seconds),
  };
  return result as unknown as KubeObject;
}

export const waiting = (reason: string, message = ''): ContainerState => ({
  waiting: { reason, message },
});

export const running = (since: number): ContainerState => ({ running: { startedAt: at(since) } });

export const exited = (
  exitCode: number,
  since: number,
  until: number,
  reason = exitCode === 0 ? 'Completed' : 'Error',
): ContainerState => ({
  terminated: { exitCode, reason, startedAt: at(since), finishedAt: at(until) },
});
