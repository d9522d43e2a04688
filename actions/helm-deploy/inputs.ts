import { checkLogin, loginInputs } from '../../src/cloud/login-inputs.ts';
import { defineInputs, flag, type Rule, text, wholeNumber } from '../../src/settings/define.ts';
import { recordInputs } from '../../src/settings/record-inputs.ts';
import { configInputs } from '../../src/settings/settle.ts';
import { chartInputs } from './chart-inputs.ts';
import { checkInputs } from './check-inputs.ts';
import { labelLines } from './label-lines.ts';
import { rolloutInputs } from './rollout-inputs.ts';
import { checkTools, toolInputs } from './tool-inputs.ts';

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
  ...chartInputs,
  bundle: text({
    description:
      'Id of the bundle to deploy. Without `images` they are those recorded for it. It is kept on the revision, and refused where it was rejected.',
    pattern: /^bdl-[0-9a-f]{16}$/,
    allowed: 'bdl- and 16 hex digits',
  }),
  ...checkInputs,
  ...rolloutInputs,
  'history-max': wholeNumber({
    description: 'Revisions that Helm keeps.',
    default: '20',
    min: 2,
    max: 1000,
  }),
  labels: labelLines({
    description: 'Further labels of the release, `key=value` a line.',
  }),
  description: text({
    description: 'What `helm history` shows of the revision.',
    pattern: /^[^\r\n]{0,255}$/,
    allowed: 'one line of up to 255 characters',
  }),
  url: text({
    description:
      'Where people reach the environment. Default: found from HTTPRoute, Ingress or LoadBalancer.',
    pattern: /^https?:\/\/\S+$/,
    allowed: 'http://… or https://…',
  }),
  ...toolInputs,
  ...recordInputs,
  ...loginInputs,
});

export const outputs = {
  status:
    '`deployed`; `unchanged` (all of it runs already); `planned`; `rolled-back` (it failed, and what was live before serves again); `failed` (helm was started, the result is not good); `refused` (nothing was changed).',
  revision: 'Revision of the release that this run made.',
  'previous-revision': 'Revision that was live before; empty on a first install.',
  images:
    'What really runs, as JSON: `{schema, images: [{workload, container, image, digest, reported, ready, desired}]}`.',
  bundle: 'Id of the bundle that was deployed; empty when none is known.',
  'deployment-id': 'Id of the GitHub Deployment; empty when none was written.',
  url: 'Where people reach the environment; empty where nobody knows.',
  manifest: 'Path of the rendered manifest without the values of Secrets; until the job ends.',
  diff: 'Path of what changes, as text; until the job ends.',
  diagnosis:
    'Why the rollout failed, as JSON: `{schema, code, workload, object, namespace, container, message, hint, log}`; empty when it did not.',
  evidence: 'Path of a JSON file with all that was seen of a failed rollout; until the job ends.',
  identity: 'Who the cluster says we are.',
  timings: 'Milliseconds by phase, as JSON.',
} as const;

/** What must hold between the inputs. */
export const rules: readonly Rule<typeof inputs>[] = [
  checkLogin,
  checkTools,
  ({ chartUsername = '', chartPassword = '' }) =>
    (chartUsername === '') === (chartPassword === '')
      ? []
      : [
          {
            input: chartUsername === '' ? 'chart-username' : 'chart-password',
            message: 'is needed: user and password of a private chart belong together',
          },
        ],
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
