import { findPatternProblem, isPlainRef } from '../../domain/ref-pattern.ts';
import { listOf, mappingOf } from './collections.ts';
import { environmentShape } from './environment.ts';
import { record } from './record.ts';
import { releaseShape } from './release.ts';
import { SERVICE_NAME, SERVICE_NAME_ALLOWED, serviceShape } from './service.ts';
import { type Shape, text } from './shape.ts';

const PATTERN_ALLOWED =
  'a name, or a pattern of GitHub (* ** ? + [a-z] and \\ before a literal one)';

const flowShape = record(
  {
    push: text({
      description: 'Branch whose pushes start this flow, or a pattern (`release/**`).',
      allowed: PATTERN_ALLOWED,
      check: findPatternProblem,
    }),
    tag: text({
      description: 'Tag that starts this flow, or a pattern (`v*`).',
      allowed: PATTERN_ALLOWED,
      check: findPatternProblem,
    }),
    deploy: listOf(text({ description: 'Name of an environment.' }), {
      description: 'Environments in this order; each must pass before the next.',
      required: true,
      min: 1,
      unique: true,
    }),
    'promote-to': text({
      description: 'Branch that is moved to this commit once all of them passed.',
      allowed: 'the name of a branch',
      check: (given) => (isPlainRef(given) ? undefined : 'is a pattern'),
    }),
  },
  { description: 'What a push deploys.', exactlyOne: ['push', 'tag'] },
);

/** All of `.github/deploy.yml`. */
export const deployFile = record(
  {
    name: text({
      description: 'Name of the system; the default of release and image names.',
      required: true,
      pattern: '^(?=.{1,53}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$',
      allowed: 'up to 53 of a-z 0-9 and single dashes, starting with a letter',
    }),
    registry: text({
      description: 'Registry of the images, with a path below it where it has one.',
      default: 'ghcr.io',
      pattern: String.raw`^(localhost(:\d{1,5})?|[a-z0-9\-]+(\.[a-z0-9\-]+)+(:\d{1,5})?|[a-z0-9\-]+:\d{1,5})(/[a-z0-9]+([._\-]+[a-z0-9]+)*)*$`,
      allowed: 'a host in lower case like ghcr.io, with port or path where needed',
    }),
    'trusted-workflows': listOf(
      text({
        description: 'Path of a workflow file.',
        pattern: String.raw`^[^\s#]\S*$`,
        allowed: '.github/workflows/ship.yml, or owner/repo/… when it is called',
      }),
      {
        description:
          'Workflows of your own whose runs may prove, besides the reusable ones of this suite.',
        unique: true,
      },
    ),
    services: mappingOf(serviceShape, {
      description: 'What is built: one image each.',
      named: '<service>',
      pattern: SERVICE_NAME,
      allowed: SERVICE_NAME_ALLOWED,
    }),
    release: releaseShape,
    flow: listOf(flowShape, {
      description: 'What pushes deploy. The first entry that fits the branch or tag counts.',
    }),
    environments: mappingOf(environmentShape, {
      description: 'Where it is deployed.',
      named: '<environment>',
      pattern: String.raw`^[A-Za-z0-9][\w\-.]{0,99}$`,
      allowed: 'up to 100 of A-Z a-z 0-9 . _ -, starting with a letter or digit',
    }),
  },
  { description: 'How a service repository is built, deployed and promoted.' },
);

/** The file, read: names in camel case, durations in milliseconds, defaults filled in. */
export type DeployConfig = typeof deployFile extends Shape<infer T> ? NonNullable<T> : never;
