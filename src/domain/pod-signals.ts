import type { Plan } from './assessment.ts';
import type { PodGroup } from './pod-group.ts';
import { EXIT_ROWS } from './signals/exit.ts';
import { SANDBOX_ROWS, SCHEDULE_ROWS } from './signals/place.ts';
import type { Container, Pod } from './signals/pod.ts';
import { GATE_ROWS, KILL_ROWS, READY_ROWS } from './signals/probe.ts';
import { PULL_ROWS } from './signals/pull.ts';
import type { ContainerSubject, PodSubject, Row } from './signals/row.ts';
import type { Signal } from './signals/signal.ts';
import { START_ROWS } from './signals/start.ts';
import { firstOf, type Place } from './signals/to-signal.ts';
import type { WorldIndex } from './world-index.ts';

/** What the rest of the release does meanwhile. */
export interface Others {
  /** Another workload is still on its way to its first Ready pod. */
  readonly onTheirWay: boolean;
  /** When the last of them got its first Ready pod, in ms of the cluster's clock; 0: before. */
  readonly readyAt: number;
}

/** Per table at most one signal: its first row that fits. */
const POD_TABLES = [SCHEDULE_ROWS, SANDBOX_ROWS, GATE_ROWS];
const CONTAINER_TABLES = [PULL_ROWS, START_ROWS, EXIT_ROWS, KILL_ROWS, READY_ROWS];

/** Every sign of trouble of a workload's new pods. */
export function podSignals(
  index: WorldIndex,
  plan: Plan,
  group: PodGroup,
  others: Others,
): readonly Signal[] {
  const signals = group.pods.flatMap((pod) => {
    const subject = podSubject(index, group, pod);
    const place = placeOf(plan, group, pod, others);
    return [
      ...POD_TABLES.flatMap((table) => firstOf(table, subject, place)),
      ...containersOf(pod).flatMap(({ container, init }) =>
        containerSignals(containerSubject(index, plan, subject, container, init, others), place),
      ),
    ];
  });
  return withSuspects(signals, index.nodes);
}

function podSubject(index: WorldIndex, group: PodGroup, pod: Pod): PodSubject {
  const claims = (pod.spec?.volumes ?? []).flatMap(
    ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
  );
  return {
    namespace: group.namespace,
    workload: group.workload,
    pod,
    events: index.eventsOf(pod.metadata.uid ?? '').filter(({ container }) => container === ''),
    claimEvents: claims.flatMap((name) => {
      const claim = index.find('PersistentVolumeClaim', group.namespace, name);
      return index.eventsOf(claim?.metadata.uid ?? '');
    }),
  };
}

function placeOf(plan: Plan, group: PodGroup, pod: Pod, others: Others): Place {
  const { name, uid = name } = pod.metadata;
  return {
    key: uid,
    workload: group.workload,
    namespace: group.namespace,
    object: `Pod/${name}`,
    container: '',
    pods: group.job ? 0 : group.pods.length,
    // The release did not change it, so it is not what broke it.
    standing: !group.changed || plan.baseline.uids.has(uid),
    job: group.job,
    othersOnTheirWay: others.onTheirWay,
    node: pod.spec?.nodeName ?? '',
  };
}

/** A sidecar (`restartPolicy: Always`) is an init container that stays. */
function containersOf(
  pod: Pod,
): readonly { readonly container: Container; readonly init: boolean }[] {
  return [
    ...(pod.spec?.initContainers ?? []).map((container) => ({
      container,
      init: container.restartPolicy !== 'Always',
    })),
    ...(pod.spec?.containers ?? []).map((container) => ({ container, init: false })),
  ];
}

function containerSubject(
  index: WorldIndex,
  plan: Plan,
  subject: PodSubject,
  container: Container,
  init: boolean,
  others: Others,
): ContainerSubject {
  const { metadata, status } = subject.pod;
  const { uid = '' } = metadata;
  const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  return {
    ...subject,
    container,
    init,
    status: statuses.find(({ name }) => name === container.name),
    containerEvents: index.eventsOf(uid).filter((event) => event.container === container.name),
    restartsBefore: plan.baseline.restarts.get(`${uid}/${container.name}`) ?? 0,
    othersReadyAt: others.readyAt,
  };
}

function containerSignals(subject: ContainerSubject, place: Place): readonly Signal[] {
  const { name } = subject.container;
  const at = { ...place, key: `${place.key}/${name}`, container: name };
  return CONTAINER_TABLES.flatMap((table: readonly Row<ContainerSubject>[]) =>
    firstOf(table, subject, at),
  );
}

/** Trouble that may be one node's stays suspect until a second node shows the same. */
function withSuspects(signals: readonly Signal[], nodes: number): readonly Signal[] {
  const places = new Map<string, Set<string>>();
  for (const { code, suspect } of signals) {
    places.set(code, (places.get(code) ?? new Set()).add(suspect));
  }
  return signals.map((signal) => {
    const cleared = nodes < 2 || (places.get(signal.code)?.size ?? 0) > 1;
    return cleared && signal.suspect !== '' ? { ...signal, suspect: '' } : signal;
  });
}
