import { RELEASE_NAME } from '../../domain/names.ts';
import { listOf, mappingOf } from './collections.ts';
import { record } from './record.ts';
import { ONE_LINE, SERVICE_NAME, SERVICE_NAME_ALLOWED } from './service.ts';
import { anyMapping, choice, duration, flag, text, wholeNumber } from './shape.ts';

/** A path in the checkout, one a line when it becomes an input: no line break, no comment. */
const FILE = String.raw`^[^\s#](.*\S)?$`;

export const valuesShape = (description: string) =>
  listOf(text({ description: 'Path of a file.', pattern: FILE, allowed: 'a path of one line' }), {
    description,
  });

const releaseKeys = {
  name: text({
    description: 'Name of the Helm release. Default: `name` of the file.',
    pattern: RELEASE_NAME,
    allowed: 'up to 53 of a-z 0-9 -, as in Helm',
  }),
  chart: text({
    description: 'Chart folder or archive, `oci://…` reference, or `repository/chart`.',
  }),
  'chart-version': text({ description: 'Version of a chart that is not a folder.' }),
  set: anyMapping({ description: 'Helm values, merged over the values files.' }),
  images: mappingOf(
    text({
      description: 'Path in the values.',
      pattern: String.raw`^[\w\-]+(\.[\w\-]+)*$`,
      allowed: 'keys joined by dots, like api.image',
    }),
    {
      description:
        'Where the chart takes the image of a service: `api: backend.image`. Default: `<service>.image`, or `image` for the only one.',
      named: '<service>',
      pattern: SERVICE_NAME,
      allowed: SERVICE_NAME_ALLOWED,
    },
  ),
  'allow-tags': flag({ description: 'Accept images by tag. What runs is then not proven.' }),
  'create-namespace': flag({ description: 'Create the namespace when it is missing.' }),
  'on-failure': choice(['rollback', 'keep'], {
    description: 'What becomes of a failed rollout. Default: `rollback`.',
  }),
  'fail-fast': flag({
    description: 'End as soon as the rollout provably cannot succeed. Default: `true`.',
  }),
  'pull-attempts': wholeNumber({
    description: 'Failed pulls after which an image counts as missing. Default: 1.',
    min: 1,
    max: 10,
  }),
  'max-restarts': wholeNumber({
    description: 'Restarts of a new container that are accepted. Default: 2.',
    min: 0,
    max: 20,
  }),
  'unschedulable-after': duration({
    description: 'How long a pod may find no node. Default: 5m.',
  }),
  settle: text({
    description: 'How long to watch on after the rollout. Default: `auto`, from the probes.',
    pattern: String.raw`^(auto|(\d+(\.\d+)?(ms|s|m|h))+)$`,
    allowed: 'auto, 0s, 20s or 2m',
  }),
  wait: choice(['legacy', 'watcher'], {
    description: 'How Helm 4 waits. Default: `legacy`.',
  }),
  recover: choice(['own', 'foreign'], {
    description: 'Which pending releases are recovered. Default: `own`.',
  }),
  'wait-for-jobs': flag({ description: 'Wait for the Jobs of the chart, too. Default: `true`.' }),
  'values-decrypt': text({
    description: 'Command that decrypts a values file: `sops decrypt`.',
    pattern: ONE_LINE,
    allowed: 'one line of text',
  }),
  crds: choice(['skip', 'apply'], {
    description: "What becomes of the chart's `crds/` at an upgrade. Default: `skip`.",
  }),
  checks: text({
    description: 'Checks before anything changes: all, none, or a list of names. Default: `all`.',
    pattern: ONE_LINE,
    allowed: 'one line of text',
  }),
  'strict-checks': flag({ description: 'Refuse what could not be checked. Default: `false`.' }),
  'allow-delete': listOf(
    text({ description: '`Kind` or `Kind/name`.', pattern: FILE, allowed: 'Kind or Kind/name' }),
    { description: 'Data whose removal is meant.' },
  ),
  'take-ownership': flag({ description: 'Take over objects of another release or of none.' }),
  'force-conflicts': flag({ description: 'Overwrite fields that others have set.' }),
  timeout: duration({ description: 'For the whole rollout, hooks included. Default: 10m.' }),
  'history-max': wholeNumber({
    description: 'Revisions Helm keeps. Default: 20.',
    min: 2,
    max: 1000,
  }),
};

/** How all environments are deployed. */
export const releaseShape = record(
  { ...releaseKeys, values: valuesShape('Helm values files for every environment; later wins.') },
  { description: 'How all environments are deployed with Helm.' },
);

/** What an environment does differently; its values files stand beside it. */
export const releaseOverrideShape = record(releaseKeys, {
  description: 'What of `release` is different here.',
});
