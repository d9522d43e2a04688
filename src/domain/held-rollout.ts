import type { CheckFinding } from './check-finding.ts';
import type { Compared } from './diff.ts';
import { diffValues } from './diff-values.ts';
import { ownersOf } from './field-owners.ts';
import { rollsByItself } from './identity.ts';
import { type KubeObject, objectName } from './manifest.ts';
import { templateOf } from './pod-group.ts';

/**
 * Workloads whose new pods would not come, though the manifest asks for them: somebody has paused
 * the Deployment, or set `OnDelete` or a partition by hand. Helm counts such a rollout done.
 */
export function judgeHeld(compared: readonly Compared[]): readonly CheckFinding[] {
  return compared.flatMap(({ wanted, live, result }): readonly CheckFinding[] => {
    if (typeof live === 'string' || !result) return [];
    if (rollsByItself(result) || !rollsByItself(wanted) || isHelms(result)) return [];
    if (diffValues(templateOf(live), templateOf(result)).length === 0) return [];
    const name = objectName(wanted);
    const isPaused = (result.spec as HoldingSpec).paused === true;
    return [
      {
        check: 'dry-run',
        outcome: 'refused',
        object: name,
        field: isPaused ? 'spec.paused' : 'spec.updateStrategy',
        message: isPaused
          ? 'somebody has paused it: its new pods would not come, and what runs would stay'
          : 'somebody has set OnDelete or a partition: its new pods would not come by themselves',
        hint: isPaused
          ? `Let it go on first: kubectl rollout resume ${name.toLowerCase()}; or pause it in the chart.`
          : 'Take it away first, or write it into the chart.',
      },
    ];
  });
}

interface HoldingSpec {
  readonly paused?: boolean;
}

/** Set by an earlier version of the chart: helm takes it away with it. */
const isHelms = (object: KubeObject): boolean =>
  ['paused', 'updateStrategy']
    .flatMap((field) => ownersOf(object, field))
    .some(({ manager }) => manager === 'helm');
