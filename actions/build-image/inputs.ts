import { isTag, parseRepository, type Repository } from '../../src/domain/image-ref.ts';
import { describeError } from '../../src/errors.ts';
import {
  custom,
  defineInputs,
  duration,
  flag,
  type Input,
  Refusal,
  type Rule,
  type Settings,
  text,
} from '../../src/settings/define.ts';
import { looksSecret } from './looks-secret.ts';
import { nameAndValue, splitRecords } from './records.ts';

/** A `name=value` of a list input; without `=` the value is undefined. */
export interface NamedValue {
  readonly name: string;
  readonly value: string | undefined;
}

/** A secret for `RUN --mount=type=secret,id=…`. */
export interface BuildSecret {
  readonly id: string;
  readonly value: string;
}

export const inputs = defineInputs({
  image: custom(
    'repository',
    {
      description:
        'Repository to push to, without a tag, e.g. `ghcr.io/acme/shop/api`. Upper case is lowered.',
      required: true,
    },
    parseImage,
  ),
  context: text({ description: 'Folder (or git URL) to build from.', default: '.' }),
  file: text({ description: 'Path of the Dockerfile. Empty: `Dockerfile` in the context.' }),
  target: text({ description: 'Stage to build. Empty: the last one.' }),
  'build-args': records(
    {
      description:
        'Build arguments, one `NAME=value` a line. One that looks like a secret is refused: use `secrets`.',
    },
    parseBuildArgs,
  ),
  secrets: secretRecords({
    description:
      'Secrets for `RUN --mount=type=secret,id=ID`, one `ID=value` a line; a value with line breaks goes in double quotes. They reach BuildKit as private files and stay out of the image.',
  }),
  labels: records(
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
  tags: records(
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
      'User for the registry of `image`. Empty: the login that is there (docker login, docker/login-action).',
  }),
  'registry-password': text({
    description: 'Password or token of that user. It is never on a command line.',
    secret: true,
  }),
  timeout: duration({ description: 'For the build with its push.', default: '60m' }),
});

export const outputs = {
  image: '`repository@sha256:…` of what was pushed, for helm-deploy.',
  digest: '`sha256:…` of what was pushed, as the registry has it.',
  images:
    'JSON `{schema, images: {name: {repository, digest, tags, platforms}}}`; the name is the last part of the repository.',
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

/** A list input; empty when not given. */
function records<T>(
  about: { readonly description: string },
  parse: (text: string) => readonly T[],
): Input<readonly T[]> {
  return { ...custom('lines', { ...about, default: '' }, parse), parse };
}

function parseTags(given: string): readonly string[] {
  const tags = [...new Set(splitRecords(given, ','))];
  for (const tag of tags) {
    if (isTag(tag)) continue;
    throw new Refusal(
      `"${tag.slice(0, 60)}" is not a tag`,
      'up to 128 of A-Z a-z 0-9 _ . -, not starting with . or -, and without the repository',
    );
  }
  return tags;
}

function parseLabels(given: string): readonly NamedValue[] {
  return splitRecords(given).map((record) => {
    const label = nameAndValue(record);
    if (label.name !== '' && label.value !== undefined) return label;
    throw new Refusal(`"${record.slice(0, 60)}" is not name=value`, 'write one name=value a line');
  });
}

function parseBuildArgs(given: string): readonly NamedValue[] {
  const args = splitRecords(given).map(nameAndValue);
  const invalid = args.find(({ name }) => !/^[A-Za-z_]\w*$/.test(name));
  if (invalid) {
    throw new Refusal(
      `"${invalid.name.slice(0, 60)}" is not a name`,
      'write one NAME=value a line',
    );
  }
  const secret = args.find(({ name, value }) => looksSecret(name, value));
  if (secret === undefined) return args;
  const id = secret.name.toLowerCase();
  throw new Refusal(
    `${secret.name} looks like a secret; build arguments can be read from the image by everybody`,
    `give it as secrets: ${id}=… and read it in the Dockerfile with RUN --mount=type=secret,id=${id} (file /run/secrets/${id})`,
  );
}

const SECRET_FORM = 'write one ID=value a line; a value with line breaks in double quotes';

function secretRecords(about: { readonly description: string }): Input<readonly BuildSecret[]> {
  return {
    ...records(about, parseSecrets),
    // A record without = may be a value that lost its name: mask it all the same.
    secretsIn: (given) => splitRecords(given).map((record) => nameAndValue(record).value ?? record),
  };
}

function parseSecrets(given: string): readonly BuildSecret[] {
  const secrets = splitRecords(given).map((record, index) => {
    const { name, value = '' } = nameAndValue(record);
    // The record is never quoted: what stands in the wrong place may be the secret.
    if (!/^[\w.-]+$/.test(name) || value === '') {
      throw new Refusal(
        `record ${index + 1} is not ID=value with an ID of A-Z a-z 0-9 _ . -`,
        SECRET_FORM,
      );
    }
    return { id: name, value };
  });
  const ids = secrets.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Refusal(`${twice} is given twice`, SECRET_FORM);
  return secrets;
}
