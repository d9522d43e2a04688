import { parseRepository, type Repository } from '../../src/domain/image-ref.ts';
import { describeError } from '../../src/errors.ts';
import { CONFIG_PATH } from '../../src/settings/config/load-config.ts';
import {
  custom,
  defineInputs,
  duration,
  flag,
  lines,
  list,
  Refusal,
  type Rule,
  type Settings,
  text,
} from '../../src/settings/define.ts';
import { parseBuildArgs, parseLabels, parseTags, secretRecords } from './list-inputs.ts';

export const inputs = defineInputs({
  image: custom(
    'repository',
    {
      description:
        'Repository to push one image to, without a tag, e.g. `ghcr.io/acme/shop/api`. Upper case is lowered. Empty: the services of `config` are built.',
    },
    parseImage,
  ),
  config: text({
    description:
      'Path of the service’s deploy.yml (see docs/deploy-yml.md). Read when `image` is not given.',
    default: CONFIG_PATH,
  }),
  services: lines({
    description:
      'Which services of `config` to build, one a line. Empty: all, and then the step makes their bundle.',
  }),
  context: text({
    description:
      'Folder (or git URL) to build from. Empty: the checked-out repository. Only with `image`.',
  }),
  file: text({
    description: 'Path of the Dockerfile. Empty: `Dockerfile` in the context. Only with `image`.',
  }),
  target: text({ description: 'Stage to build. Empty: the last one. Only with `image`.' }),
  'build-args': list(
    {
      description:
        'Build arguments, one `NAME=value` a line. One that looks like a secret is refused: use `secrets`. Only with `image`.',
    },
    parseBuildArgs,
  ),
  secrets: secretRecords({
    description:
      'Secrets for `RUN --mount=type=secret,id=ID`, one `ID=value` a line; a value with line breaks goes in double quotes. They reach BuildKit as private files and stay out of the image.',
  }),
  labels: list(
    {
      description:
        'Labels, one `name=value` a line, over the OCI labels for source, revision and created.',
    },
    parseLabels,
  ),
  network: text({
    description: 'Network of RUN steps: `default`, `none` or `host`. Empty: the engine’s own.',
    pattern: /^[\w.:-]+$/,
    allowed: 'default, none, host',
  }),
  'no-cache': flag({ description: 'Do not use the build cache.', default: 'false' }),
  pull: flag({ description: 'Look for newer base images.', default: 'false' }),
  tags: list(
    {
      description:
        'Tags, one a line or separated by commas. Empty: the commit (12 digits) and the branch (`pr-<number>` in a pull request).',
    },
    parseTags,
  ),
  push: flag({
    description: 'Push, and prove that the registry has the image. `false`: build only.',
    default: 'true',
  }),
  'registry-username': text({
    description:
      'User for the registry of the images. Empty: the login that is there (docker login, docker/login-action).',
  }),
  'registry-password': text({
    description: 'Password or token of that user. It is never on a command line.',
    secret: true,
  }),
  timeout: duration({ description: 'For each build with its push.', default: '60m' }),
});

export const outputs = {
  image: '`repository@sha256:…` of what was pushed, for helm-deploy; empty for several services.',
  digest: '`sha256:…` of what was pushed, as the registry has it; empty for several services.',
  images:
    'JSON `{schema, images: {name: {repository, digest, tags, platforms}}}` of all that is in the registry; the name is the service, or the last part of `image`.',
  bundle:
    'Id (`bdl-…`) of the bundle of all services; empty with `image`, for some of the services, and where the chart can still change.',
  'bundle-file': 'Path of the bundle as JSON, until the job ends; empty without a bundle.',
  status: '`built` or `failed`.',
  timings: 'Milliseconds by phase, as JSON.',
} as const;

/** The inputs of one run, read and checked. */
export type BuildImageSettings = Settings<typeof inputs>;

/** What must hold between the inputs. */
export const rules: readonly Rule<typeof inputs>[] = [
  ({ registryUsername = '', registryPassword = '' }) => {
    if ((registryUsername === '') === (registryPassword === '')) return [];
    const [given, missing] =
      registryUsername === ''
        ? ['registry-password', 'registry-username']
        : ['registry-username', 'registry-password'];
    return [{ input: missing, message: `is missing, while ${given} is given` }];
  },
  (settings) => {
    // An image that was refused is not here at all; one that was not given is undefined.
    if (!('image' in settings)) return [];
    const { image, context, file, target, buildArgs = [], services = [] } = settings;
    if (image) {
      const hint = 'Leave one of them out: image is for one image, services are those of config.';
      return services.length > 0 ? [{ input: 'services', message: 'excludes image', hint }] : [];
    }
    const single = { context, file, target, 'build-args': buildArgs[0]?.name };
    return Object.entries(single)
      .filter(([, value]) => value)
      .map(([input]) => ({
        input,
        message: 'is used only with image',
        hint: `Give image, or write services.<service>.${input} into the config file.`,
      }));
  },
];

function parseImage(given: string): Repository {
  try {
    return parseRepository(given.toLowerCase());
  } catch (error) {
    throw new Refusal(
      describeError(error),
      'write it like ghcr.io/acme/shop/api; tags go to `tags`',
    );
  }
}
