import { choice, defineInputs, flag } from '../../src/settings/define.ts';
import { allowedRemovals } from './allowed-removals.ts';
import { checkList } from './check-list.ts';

/** What is found out before anything changes, and what is allowed all the same. */
export const checkInputs = defineInputs({
  mode: choice(['deploy', 'plan'], {
    description:
      '`plan`: render, check and diff, change nothing. Without a cluster what needs one is "not checked".',
    default: 'deploy',
  }),
  comment: flag({
    description:
      'With `mode: plan` in a run of a pull request: write the plan as one comment, which later runs change (needs `pull-requests: write`). Never on the pull request of a fork.',
    default: 'false',
  }),
  checks: checkList({
    description: 'Which checks run before anything changes: `all`, `none`, or a list of names.',
    default: 'all',
  }),
  'strict-checks': flag({
    description: 'Refuse what could not be checked, for want of a right or an answer.',
    default: 'false',
  }),
  'allow-delete': allowedRemovals({
    description:
      'Data whose removal is meant, `Kind` or `Kind/name` a line. The removal of PersistentVolumeClaims, CustomResourceDefinitions, Namespaces, StatefulSets and custom resources is refused otherwise.',
  }),
  'take-ownership': flag({
    description: 'Take over objects that another release, or none, owns.',
    default: 'false',
  }),
  'force-conflicts': flag({
    description:
      'Overwrite fields that others have set. Helm 3 always does: they are named as a warning.',
    default: 'false',
  }),
});
