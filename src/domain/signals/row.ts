import type { DiagnosisCode, Need } from '../diagnosis.ts';
import type { EventView } from './event.ts';
import type { Container, ContainerStatus, Pod } from './pod.ts';
import type { Bound, SignalClass } from './signal.ts';

/** One line of a signal table: where to look, what it means, what it is worth. */
export interface Row<Subject> {
  /** Unique among all tables; part of the signal's key. */
  readonly name: string;
  readonly code: DiagnosisCode;
  readonly class: SignalClass;
  readonly bound?: Bound;
  readonly find: (subject: Subject) => Found | undefined;
  /** What to do, with names, for somebody woken up. */
  readonly hint: (subject: Subject, message: string) => string;
  /** The object whose absence is the cause, so that it can be looked for before it is believed. */
  readonly needs?: (subject: Subject, message: string) => Need | undefined;
  /** May be one node's fault: needs two nodes, or a replaced pod. */
  readonly mayBeNode?: boolean;
  /** Heals when what it waits for is up: judged only when no other workload is on its way. */
  readonly mayWaitForOthers?: boolean;
  /** Milliseconds since the first start before it counts. */
  readonly minAge?: number;
  /** A Job starts its pods again by its own rules; its own end decides. */
  readonly retriedByJob?: boolean;
}

export interface Found {
  readonly message: string;
  /** 1 unless said. */
  readonly count?: number;
  /** How long the container ran before it ended, in ms. */
  readonly ran?: number;
}

/** A new pod of a workload of the release, with its events. */
export interface PodSubject {
  readonly namespace: string;
  /** `Deployment/web`. */
  readonly workload: string;
  readonly pod: Pod;
  /** About the pod as a whole. */
  readonly events: readonly EventView[];
  /** Events of the claims that the pod mounts. */
  readonly claimEvents: readonly EventView[];
}

/** One container of such a pod, with its own events. */
export interface ContainerSubject extends PodSubject {
  readonly container: Container;
  /** Runs to its end before the others start; a sidecar does not. */
  readonly init: boolean;
  readonly status: ContainerStatus | undefined;
  readonly containerEvents: readonly EventView[];
  /** Restarts before the baseline. */
  readonly restartsBefore: number;
  /** In ms of the cluster's clock: when the last of the other workloads got its first Ready pod. */
  readonly othersReadyAt: number;
}

/** What ends a rollout only after 15 s, since an operator or a controller may still bring it. */
export const HOLD: Bound = { least: 15_000 };

/** As Markdown: `kubectl -n shop describe pod web-abc-x`. */
export const describePod = ({ namespace, pod }: PodSubject): string =>
  `\`kubectl -n ${namespace} describe pod ${pod.metadata.name}\``;

/** The container's last output before it ended. */
export const previousLog = ({ namespace, pod, container }: ContainerSubject): string =>
  `\`kubectl -n ${namespace} logs ${pod.metadata.name} -c ${container.name} --previous\``;
