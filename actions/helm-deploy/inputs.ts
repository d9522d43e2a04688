import { checkLogin, loginInputs } from '../../src/cloud/login-inputs.ts';
import {
  choice,
  defineInputs,
  duration,
  flag,
  lines,
  type Rule,
  text,
  wholeNumber,
} from '../../src/settings/define.ts';
import { recordInputs } from '../../src/settings/record-inputs.ts';
import { configInputs } from '../../src/settings/settle.ts';
import { yamlMapping } from '../../src/settings/yaml-input.ts';
import { namedImages } from './images.ts';
import { settleDuration } from './settle-duration.ts';

/** A DNS label, the form of names in Kubernetes and of Helm releases (at most 53 there). */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export const inputs = defineInputs({
  ...configInputs,
  release: text({
    description: 'Name of the Helm release.',
    required: true,
    inFile: true,
    pattern: /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    allowed: 'up to 53 of a-z 0-9 -, as in Helm',
  }),
  namespace: text({
    description: 'Namespace of the release.',
    required: true,
    inFile: true,
    pattern: NAME,
    allowed: 'a-z 0-9 -, as in Kubernetes',
  }),
  'create-namespace': flag({
    description: 'Create the namespace when it is missing (needs the right to).',
    default: 'false',
  }),
  chart: text({
    description: 'Chart folder or archive, `oci://…` reference, or `repository/chart`.',
    required: true,
    inFile: true,
  }),
  'chart-version': text({ description: 'Version of a chart that is not a folder.' }),
  values: lines({ description: 'Values files, one a line; the later wins.' }),
  set: yamlMapping({ description: 'Inline YAML, merged over the values files.' }),
  'secret-values': yamlMapping({
    description:
      'Inline YAML with secrets, merged over `set`. Every leaf of 8 or more characters is masked; it reaches helm on stdin only.',
    secret: true,
  }),
  images: namedImages({
    description:
      'Images to deploy, one `name=repository@sha256:…` a line, or the `images` output of build-image. `api` fills the chart value `api.image` (or `image` when it is the only one).',
  }),
  'image-paths': lines({
    description:
      'Where the chart takes an image, `name=values.path` a line. Default: `<name>.image`, or `image` for the only one.',
  }),
  'allow-tags': flag({
    description: 'Accept images by tag. What runs is then not proven by digest.',
    default: 'false',
  }),
  bundle: text({
    description:
      'Id of the bundle to deploy. Without `images` they are those recorded for it. It is kept on the revision, and refused where it was rejected.',
    pattern: /^bdl-[0-9a-f]{16}$/,
    allowed: 'bdl- and 16 hex digits',
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
  timeout: duration({
    description: 'For the whole rollout, hooks included.',
    default: '10m',
  }),
  'history-max': wholeNumber({
    description: 'Revisions that Helm keeps.',
    default: '20',
    min: 2,
    max: 1000,
  }),
  ...recordInputs,
  ...loginInputs,
});

export const outputs = {
  status:
    '`deployed`; `rolled-back` (it failed, and what was live before serves again); `failed` (helm was started, the result is not good); `refused` (nothing was changed).',
  revision: 'Revision of the release that this run made.',
  'previous-revision': 'Revision that was live before; empty on a first install.',
  images:
    'What really runs, as JSON: `{schema, images: [{workload, container, image, digest, reported, ready, desired}]}`.',
  bundle: 'Id of the bundle that was deployed; empty when none is known.',
  'deployment-id': 'Id of the GitHub Deployment; empty when none was written.',
  diagnosis:
    'Why the rollout failed, as JSON: `{schema, code, workload, object, namespace, container, message, hint, log}`; empty when it did not.',
  evidence: 'Path of a JSON file with all that was seen of a failed rollout; until the job ends.',
  identity: 'Who the cluster says we are.',
  timings: 'Milliseconds by phase, as JSON.',
} as const;

/** What must hold between the inputs. */
export const rules: readonly Rule<typeof inputs>[] = [
  checkLogin,
  ({ images = [], allowTags }) =>
    allowTags
      ? []
      : images
          .filter((image) => image.digest === undefined)
          .map((image) => ({
            input: 'images',
            message: `${image.name} is given by tag, and a tag can be moved`,
            hint: 'Give it as repository@sha256:… (output of build-image), or set allow-tags: true.',
          })),
];
