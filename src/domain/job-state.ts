import type { JobState, Plan } from './assessment.ts';
import type { KubeObject } from './manifest.ts';
import { conditionOf, type Pod } from './signals/pod.ts';
import type { WorldIndex } from './world-index.ts';

const isTrue = (object: KubeObject, ...types: string[]): boolean =>
  types.some((type) => conditionOf(object, type)?.status === 'True');

/** The Job has failed, or will as soon as its last pod is gone (`FailureTarget`). */
export const jobHasFailed = (job: KubeObject): boolean =>
  isTrue(job, 'Failed', 'FailureTarget') ||
  (job.kind === 'Pod' && (job as Pod).status?.phase === 'Failed');

/** Complete, also when its last pods are still ending (`SuccessCriteriaMet`). */
export const jobIsDone = (job: KubeObject): boolean =>
  isTrue(job, 'Complete', 'SuccessCriteriaMet') ||
  (job.kind === 'Pod' && (job as Pod).status?.phase === 'Succeeded');

/** Where each Job of the manifest and each hook stands. */
export function jobStates(index: WorldIndex, plan: Plan): readonly JobState[] {
  return [
    ...plan.hooks.map(({ object }) => ({ object, hook: true })),
    ...plan.manifest.map((object) => ({ object, hook: false })),
  ]
    .filter(({ object, hook }) => object.kind === 'Job' || (hook && object.kind === 'Pod'))
    .map(({ object, hook }) => {
      const { name, namespace = plan.namespace } = object.metadata;
      const found = index.find(object.kind, namespace, name);
      // The hook of an earlier revision may still be there under the same name.
      const isOld = hook && plan.baseline.uids.has(found?.metadata.uid ?? '');
      return jobState(index, name, hook, isOld ? undefined : found);
    });
}

function jobState(
  index: WorldIndex,
  name: string,
  hook: boolean,
  job: KubeObject | undefined,
): JobState {
  const none = { name, hook, pods: [], note: '' };
  if (job === undefined) return { ...none, phase: 'waiting' };
  const live = job.kind === 'Pod' ? [job as Pod] : index.pastPodsOf(job.metadata.uid ?? '');
  const pods = live.map(({ metadata }) => metadata.name);
  if (jobIsDone(job)) return { ...none, phase: 'done', pods };
  if (jobHasFailed(job)) {
    const why = conditionOf(job, 'Failed') ?? conditionOf(job, 'FailureTarget');
    return { ...none, phase: 'failed', pods, note: why?.reason ?? 'failed' };
  }
  const suspended = (job.spec as { readonly suspend?: boolean } | undefined)?.suspend === true;
  const container = runningIn(live.at(-1));
  const note = suspended ? 'suspended' : '';
  return { ...none, phase: 'running', pods, ...(container && { container }), note };
}

function runningIn(pod: Pod | undefined): string | undefined {
  const { initContainerStatuses = [], containerStatuses = [] } = pod?.status ?? {};
  const running = [...initContainerStatuses, ...containerStatuses].find(
    ({ state }) => state?.running,
  );
  return running?.name;
}
