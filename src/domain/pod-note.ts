import { isReady } from './identity.ts';
import { type EventView, newest } from './signals/event.ts';
import { type ContainerStatus, conditionOf, type Pod } from './signals/pod.ts';

/** What a new pod is doing, in plain words; `''` when it is ready. */
export function podNote(pod: Pod, events: readonly EventView[]): string {
  if (isReady(pod)) return '';
  if (pod.status?.phase === 'Failed') return pod.status.reason ?? 'failed';
  if (conditionOf(pod, 'PodScheduled')?.status === 'False') return scheduling(pod);
  const init = pod.status?.initContainerStatuses?.find(
    ({ state, started, ready }) => !(state?.terminated?.exitCode === 0 || (started && ready)),
  );
  const statuses = pod.status?.containerStatuses ?? [];
  const behind = init ?? statuses.find(({ ready }) => !ready);
  if (behind === undefined) return statuses.length === 0 ? 'not scheduled yet' : 'not ready yet';
  const name = init ? `init container ${init.name} ` : '';
  return `${name}${containerNote(behind, events)}`;
}

function scheduling(pod: Pod): string {
  const why = conditionOf(pod, 'PodScheduled')?.message?.split(/\. |: preemption/)[0];
  return why === undefined ? 'no node yet' : `no node yet (${why})`;
}

function containerNote(status: ContainerStatus, events: readonly EventView[]): string {
  const { waiting, running, terminated } = status.state ?? {};
  if (terminated) return `ended with exit code ${terminated.exitCode}`;
  if (running) return status.started === false ? 'starting' : 'started, not ready yet';
  switch (waiting?.reason) {
    case undefined:
    case 'ContainerCreating':
    case 'PodInitializing':
      return creationNote(events);
    case 'ErrImagePull':
    case 'ImagePullBackOff':
      return 'its image cannot be pulled';
    case 'CrashLoopBackOff':
      return `restarting after exit code ${status.lastState?.terminated?.exitCode ?? '?'} (restart ${(status.restartCount ?? 0) + 1})`;
    default:
      return [waiting?.reason, waiting?.message].filter(Boolean).join(': ');
  }
}

const STEPS: Readonly<Record<string, string>> = {
  Scheduled: 'being set up',
  Pulling: 'pulling image',
  Pulled: 'creating the container',
  Created: 'starting',
  Started: 'starting',
  FailedMount: 'a volume cannot be mounted',
  FailedAttachVolume: 'a volume cannot be attached',
  FailedCreatePodSandBox: 'the node cannot set it up',
};

function creationNote(events: readonly EventView[]): string {
  const step = newest(events.filter(({ reason }) => reason in STEPS));
  return STEPS[step?.reason ?? 'Scheduled'] ?? '';
}
