import type { Plan } from './assessment.ts';
import type { DiagnosisCode } from './diagnosis.ts';
import { jobHasFailed, jobIsDone } from './job-state.ts';
import type { PodGroup } from './pod-group.ts';
import { CREATION_ROWS } from './signals/creation.ts';
import { tellExit } from './signals/exit.ts';
import { endedByMemory } from './signals/memory.ts';
import { cleanMessage } from './signals/message.ts';
import { type ContainerStatus, conditionOf, isDisrupted, type Pod } from './signals/pod.ts';
import type { Signal } from './signals/signal.ts';
import { firstOf } from './signals/to-signal.ts';
import { refusalOf } from './workload-signals.ts';
import type { WorldIndex } from './world-index.ts';

/** A Job that has failed or fails again and again, and a Job whose pods cannot be made. */
export function jobSignals(index: WorldIndex, plan: Plan, group: PodGroup): readonly Signal[] {
  const { object, workload, namespace } = group;
  const { name, uid = name } = object.metadata;
  const failed = jobHasFailed(object);
  const pods = object.kind === 'Pod' ? [object as Pod] : index.pastPodsOf(uid);
  const cause = jobIsDone(object) ? undefined : lastFailure(pods);
  if (!failed && cause === undefined) return refused(index, group);
  const hook = plan.hooks.some(
    (one) => one.object.kind === object.kind && one.object.metadata.name === name,
  );
  const told = conditionOf(object, 'Failed') ?? conditionOf(object, 'FailureTarget');
  return [
    {
      key: `${uid}/job-failed`,
      class: failed ? 'fatal' : 'slow',
      code: hook ? 'hook-failed' : codeOf(cause, told?.reason),
      workload,
      object: cause === undefined ? workload : `Pod/${cause.pod}`,
      namespace,
      container: cause?.container ?? '',
      message: cleanMessage([cause?.message, told?.message].filter(Boolean).join('; ')),
      hint: hintOf(group, hook, cause),
      count: 1,
      pods: 0,
      minAge: 0,
      excused: false,
      suspect: '',
    },
  ];
}

interface Failure {
  readonly pod: string;
  readonly container: string;
  readonly exitCode: number;
  readonly byMemory: boolean;
  readonly message: string;
  readonly at: string;
}

/** The failure that ended last, in any pod of the Job, also one that is deleted already. */
function lastFailure(pods: readonly Pod[]): Failure | undefined {
  return pods
    .filter((pod) => !isDisrupted(pod))
    .flatMap((pod) =>
      [
        ...(pod.status?.initContainerStatuses ?? []),
        ...(pod.status?.containerStatuses ?? []),
      ].flatMap((status) => failureOf(pod, status)),
    )
    .reduce<Failure | undefined>(
      (last, one) => (last === undefined || one.at >= last.at ? one : last),
      undefined,
    );
}

function failureOf(pod: Pod, { name, state, lastState }: ContainerStatus): readonly Failure[] {
  const ended = [state?.terminated, lastState?.terminated].find((one) => one && one.exitCode !== 0);
  if (!ended) return [];
  const { exitCode, finishedAt = '' } = ended;
  return [
    {
      pod: pod.metadata.name,
      container: name,
      exitCode,
      byMemory: endedByMemory(ended),
      message: tellExit(ended),
      at: finishedAt,
    },
  ];
}

function codeOf(cause: Failure | undefined, reason: string | undefined): DiagnosisCode {
  if (cause?.byMemory) return 'out-of-memory';
  if ([126, 127].includes(cause?.exitCode ?? 0)) return 'bad-command';
  return reason === 'DeadlineExceeded' ? 'progress-deadline' : 'crash-loop';
}

function hintOf({ workload, namespace }: PodGroup, hook: boolean, cause: Failure | undefined) {
  const log =
    cause === undefined
      ? `\`kubectl -n ${namespace} describe ${workload}\``
      : `\`kubectl -n ${namespace} logs ${cause.pod} -c ${cause.container}\``;
  const memory = cause?.byMemory ? 'It needs more memory than its limit. ' : '';
  const half = hook ? 'What it had done before it failed stays done. ' : '';
  return `${workload} did not finish; its last lines say why: ${log}. ${memory}${half}`.trim();
}

function refused(index: WorldIndex, group: PodGroup): readonly Signal[] {
  const { object, workload, namespace } = group;
  const refusal = group.pods.length === 0 ? refusalOf(index, group) : undefined;
  if (refusal === undefined) return [];
  const { name, uid = name } = object.metadata;
  const subject = { namespace, workload, object: workload, message: refusal.message };
  return firstOf(
    CREATION_ROWS,
    { ...subject, podsAreEnding: false },
    {
      key: uid,
      workload,
      namespace,
      object: workload,
      container: '',
      pods: 0,
      standing: false,
      job: true,
      othersOnTheirWay: false,
      node: '',
    },
  );
}
