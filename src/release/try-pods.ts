import type { PodDryRun } from '../cluster/dry-run-pods.ts';
import type { Hook } from '../domain/assessment.ts';
import type { CheckFinding } from '../domain/check-finding.ts';
import type { Coming } from '../domain/coming-objects.ts';
import type { Compared } from '../domain/diff.ts';
import { diffValues } from '../domain/diff-values.ts';
import type { KubeObject } from '../domain/manifest.ts';
import { startsPods } from '../domain/pod-template.ts';
import { judgePods, makesRoom, type TrialContext } from '../domain/trial-findings.ts';
import { type TrialPod, trialPodOf } from '../domain/trial-pod.ts';

export interface TryPodsPorts {
  readonly dryRunPods: (trials: readonly TrialPod[]) => Promise<readonly PodDryRun[]>;
}

interface Trial extends TrialContext {
  readonly pod: TrialPod;
}

/** Tries out a pod of each template that would make new ones, and of each hook. */
export async function tryPods(
  compared: readonly Compared[],
  hooks: readonly Hook[],
  coming: Coming,
  { dryRunPods }: TryPodsPorts,
): Promise<readonly CheckFinding[]> {
  const trials = [
    ...compared.filter(hasNewPods).flatMap(({ wanted, live, result }): readonly Trial[] => {
      const pod = trialPodOf(wanted, coming);
      const hasOld = typeof live !== 'string' && makesRoom(result ?? wanted);
      return pod ? [{ pod, starts: startsPods(wanted), makesRoom: hasOld }] : [];
    }),
    ...hooks.flatMap(({ object }): readonly Trial[] => {
      const pod = trialPodOf(object, coming);
      return pod ? [{ pod, starts: true, makesRoom: false }] : [];
    }),
  ];
  const runs = await dryRunPods(trials.map(({ pod }) => pod));
  return runs.flatMap(({ findings }, index) => {
    const trial = trials[index];
    return trial ? judgePods(findings, trial.pod.field, trial, coming) : [];
  });
}

/** Where the template stays as it is, helm starts no pods, whatever a pod would run into now. */
function hasNewPods({ live, result }: Compared): boolean {
  if (typeof live === 'string' || !result) return true;
  return diffValues(templateIn(live), templateIn(result)).length > 0;
}

function templateIn({ spec }: KubeObject): unknown {
  const { template, jobTemplate } = (spec ?? {}) as { template?: unknown; jobTemplate?: unknown };
  return template ?? jobTemplate ?? spec;
}
