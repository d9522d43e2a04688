import { type EventView, newest, sum } from './event.ts';
import { needOf } from './needs.ts';
import { conditionOf, isBeingMade } from './pod.ts';
import { describePod, type Found, HOLD, type PodSubject, type Row } from './row.ts';
import type { Bound } from './signal.ts';

/** Autoscalers need minutes, and not all of them say that they are at work. */
const SCHEDULING: Bound = { least: 0, input: 'unschedulableAfter' };
/** The cluster autoscaler's and Karpenter's words for "a node is coming". */
const NODE_COMING = ['TriggeredScaleUp', 'Nominated'];
const NO_NODE_COMING = ['NotTriggerScaleUp', 'FailedScaleUp', 'ScaleUpTimedOut'];

const unscheduled = ({ pod }: PodSubject): string | undefined => {
  const scheduled = conditionOf(pod, 'PodScheduled');
  return scheduled?.status === 'False' && scheduled.reason === 'Unschedulable'
    ? (scheduled.message ?? 'Unschedulable')
    : undefined;
};

const unschedulable =
  (fits: (message: string, subject: PodSubject) => boolean) =>
  (subject: PodSubject): Found | undefined => {
    const message = unscheduled(subject);
    if (message === undefined || !fits(message, subject)) return undefined;
    return { message: withAutoscaler(message, subject.events) };
  };

function withAutoscaler(message: string, events: readonly EventView[]): string {
  const said = newest(events.filter(({ reason }) => NO_NODE_COMING.includes(reason)));
  return said === undefined ? message : `${message} (${said.reason}: ${said.message})`;
}

/** The autoscaler's newest word counts. */
function nodeIsComing(_message: string, { events }: PodSubject): boolean {
  const words = [...NODE_COMING, ...NO_NODE_COMING];
  const last = newest(events.filter(({ reason }) => words.includes(reason)));
  return last !== undefined && NODE_COMING.includes(last.reason);
}

/**
 * True when no node could take the pod even if it were empty: "Preemption is not helpful" for every
 * one of the N nodes. "No preemption victims found" may pass when old pods end.
 */
export function fitsNowhere(message: string): boolean {
  const nodes = /\b0\/(\d+) nodes are available/.exec(message)?.[1];
  if (nodes === undefined) return /no nodes available to schedule pods/.test(message);
  const hopeless = [...message.matchAll(/(\d+) (?:node\(s\) )?Preemption is not helpful/g)];
  return hopeless.reduce((total, [, count]) => total + Number(count), 0) >= Number(nodes);
}

const aboutClaim =
  (reasons: readonly string[], pattern: RegExp) =>
  (subject: PodSubject): Found | undefined => {
    if (!/PersistentVolumeClaim/i.test(unscheduled(subject) ?? '')) return undefined;
    const fits = (event: EventView) =>
      reasons.includes(event.reason) && pattern.test(event.message);
    const said = newest(subject.claimEvents.filter(fits));
    return said === undefined ? undefined : { message: said.message };
  };

/** Why a pod has no node; the first row that fits names the cause. */
export const SCHEDULE_ROWS: readonly Row<PodSubject>[] = [
  {
    name: 'claim-absent',
    code: 'missing-volume',
    class: 'held',
    bound: HOLD,
    find: unschedulable((message) => /persistentvolumeclaim "[^"]+" not found/.test(message)),
    needs: (_, message) => needOf(message),
    hint: ({ namespace, workload }, message) =>
      `Create the PersistentVolumeClaim ${needOf(message)?.name} in namespace ${namespace}, or correct claimName in ${workload}.`,
  },
  {
    name: 'claim-never-binds',
    code: 'volume-unbound',
    class: 'held',
    bound: HOLD,
    find: aboutClaim(
      ['FailedBinding', 'ProvisioningFailed'],
      /no persistent volumes available for this claim and no storage class is set|storageclass\S* "[^"]+" not found/,
    ),
    hint: ({ namespace }) =>
      `Nobody makes a volume for the claim: set storageClassName to one of \`kubectl get storageclass\`, or make one of them the default. \`kubectl -n ${namespace} get pvc\``,
  },
  {
    name: 'claim-unbound',
    code: 'volume-unbound',
    class: 'held',
    bound: SCHEDULING,
    find: unschedulable((message) => message.includes('unbound immediate PersistentVolumeClaims')),
    hint: ({ namespace }) =>
      `The claim has no volume yet: does its storage class exist, and does its provisioner work? \`kubectl -n ${namespace} describe pvc\``,
  },
  {
    name: 'node-coming',
    code: 'unschedulable',
    class: 'slow',
    find: unschedulable(nodeIsComing),
    hint: () => 'The autoscaler is bringing a node: `kubectl get nodes`',
  },
  {
    name: 'fits-nowhere',
    code: 'unschedulable',
    class: 'held',
    bound: SCHEDULING,
    find: unschedulable(fitsNowhere),
    hint: ({ workload }) =>
      `No node can take a pod of ${workload}, not even an empty one: compare its resource requests, nodeSelector, affinity and tolerations with \`kubectl describe nodes\`. An autoscaler that needs longer: \`unschedulable-after\`.`,
  },
  {
    name: 'no-room',
    code: 'unschedulable',
    class: 'slow',
    find: unschedulable(() => true),
    hint: ({ workload }) =>
      `The nodes are full; a pod of ${workload} waits until something ends or a node comes. \`kubectl describe nodes\``,
  },
];

/** Trouble before the first container starts is told by events only; the status says ContainerCreating. */
const whileMade =
  (reasons: readonly string[], pattern: RegExp) =>
  ({ pod, events }: PodSubject): Found | undefined => {
    if (!isBeingMade(pod)) return undefined;
    const seen = events.filter(
      ({ reason, message }) => reasons.includes(reason) && pattern.test(message),
    );
    const last = newest(seen);
    return last === undefined ? undefined : { message: last.message, count: sum(seen) };
  };

const ABSENT = /(configmap|secret) "[^"]+" not found|references non-existent (config|secret) key/;

/** Why a pod that has a node has no containers; the first row that fits names the cause. */
export const SANDBOX_ROWS: readonly Row<PodSubject>[] = [
  {
    name: 'sandbox-memory',
    code: 'out-of-memory',
    class: 'count',
    bound: { least: 2 },
    find: whileMade(['FailedCreatePodSandBox'], /memory limit too low/),
    hint: ({ workload }) =>
      `The memory limit of ${workload} is too low even to make a container: raise resources.limits.memory (1Mi written for 1Gi?).`,
  },
  {
    name: 'volume-content-absent',
    code: 'missing-volume',
    class: 'held',
    bound: HOLD,
    find: whileMade(['FailedMount'], ABSENT),
    needs: (_, message) => needOf(message),
    hint: absentContentHint,
  },
  {
    name: 'mount-fails',
    code: 'missing-volume',
    class: 'slow',
    mayBeNode: true,
    find: whileMade(['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'], /./),
    hint: (subject) =>
      `A volume cannot be attached or mounted yet; a volume for one node at a time waits until the old pod has let go of it. ${describePod(subject)}`,
  },
  {
    name: 'sandbox-fails',
    code: 'timeout',
    class: 'slow',
    mayBeNode: true,
    find: whileMade(['FailedCreatePodSandBox', 'NetworkNotReady'], /./),
    hint: (subject) =>
      `The node cannot set the pod up (network plugin, runtime); this often heals by itself. ${describePod(subject)}`,
  },
];

function absentContentHint({ namespace, workload }: PodSubject, message: string): string {
  const volume = /for volume "([^"]+)"/.exec(message)?.[1] ?? '?';
  const need = needOf(message);
  if (need !== undefined) {
    return `Create the ${need.kind} ${need.name} in namespace ${namespace}, or correct volume "${volume}" of ${workload}. Does an operator make it? Then see why it has not.`;
  }
  const key = /non-existent \w+ key: (\S+)/.exec(message)?.[1];
  return `Add the key ${key} to what volume "${volume}" of ${workload} mounts (namespace ${namespace}), or remove it from the volume's items.`;
}
