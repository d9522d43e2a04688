import { choice, defineInputs, flag, lines, text } from '../../src/settings/define.ts';
import { yamlMapping } from '../../src/settings/yaml-input.ts';
import { namedImages } from './images.ts';

/** What is deployed: the chart, its values and its images. */
export const chartInputs = defineInputs({
  chart: text({
    description:
      'Chart folder or archive, `oci://host/repository[@sha256:…]`, `https://host/charts/name` (chart `name` of that repository), or `repository/chart`.',
    required: true,
    inFile: true,
  }),
  'chart-version': text({ description: 'Version of a chart that is not a folder.' }),
  'chart-username': text({ description: 'User of a private chart repository or registry.' }),
  'chart-password': text({
    description: 'Its password or token; it reaches helm on stdin only.',
    secret: true,
  }),
  values: lines({ description: 'Values files, one a line; the later wins.' }),
  'values-decrypt': text({
    description:
      'Command that decrypts a values file, run by a shell for each with its path as last argument: `sops decrypt`. What it prints is masked and reaches helm on stdin only.',
  }),
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
  crds: choice(['skip', 'apply'], {
    description:
      "`apply`: bring the chart's `crds/` up to date before the release; Helm itself only ever installs them.",
    default: 'skip',
  }),
});
