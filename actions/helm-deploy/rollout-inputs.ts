import { choice, defineInputs, duration, flag, wholeNumber } from '../../src/settings/define.ts';
import { settleDuration } from './settle-duration.ts';

/** How long is waited, when it is given up, and what then. */
export const rolloutInputs = defineInputs({
  timeout: duration({
    description: 'For the whole rollout, hooks included.',
    default: '10m',
  }),
  'fail-fast': flag({
    description:
      'End as soon as the rollout provably cannot succeed. `false`: name the cause, but wait for helm.',
    default: 'true',
  }),
  'pull-attempts': wholeNumber({
    description:
      'Failed pulls of an image after which it counts as missing; 2 where the registry is replicated and may lag.',
    default: '1',
    min: 1,
    max: 10,
  }),
  'max-restarts': wholeNumber({
    description: 'Restarts of a new container that are accepted; the exit after them is fatal.',
    default: '2',
    min: 0,
    max: 20,
  }),
  'unschedulable-after': duration({
    description:
      'How long a pod may find no node; autoscalers need minutes, a cluster of fixed size none.',
    default: '5m',
  }),
  settle: settleDuration({
    description:
      'How long to watch on after helm is done: restarts, lost readiness, Services without endpoints. `auto`: 5–60 s, from the probes.',
    default: 'auto',
  }),
  wait: choice(['legacy', 'watcher'], {
    description:
      "Helm 4's way to wait; `watcher` also waits for custom resources. Helm 3 has one way only.",
    default: 'legacy',
  }),
  recover: choice(['own', 'foreign'], {
    description:
      'Which releases left pending are recovered: those of runs that are over, or also `foreign` ones, which nobody of ours made.',
    default: 'own',
  }),
  'wait-for-jobs': flag({ description: 'Wait for the Jobs of the chart, too.', default: 'true' }),
  'on-failure': choice(['rollback', 'keep'], {
    description:
      '`rollback`: go back to the revision that was live before. `keep`: leave what failed.',
    default: 'rollback',
  }),
  production: flag({
    description:
      'An undo here also sets a hold: no forward deploy until a person lifts it with the rollback action.',
    default: 'false',
  }),
});
