import { formatRepository, parseRepository, type Repository } from '../../src/domain/image-ref.ts';
import { ActionError, InputError, type InputProblem } from '../../src/errors.ts';
import { imageOf } from '../../src/settings/config/images.ts';
import type { Config } from '../../src/settings/config/read-config.ts';
import { didYouMean } from '../../src/settings/config/shape.ts';
import type { BuildImageSettings } from './inputs.ts';
import { secretProblem } from './looks-secret.ts';
import type { NamedValue } from './records.ts';
import { serviceOrder } from './service-order.ts';

/** One image to build: what the services of a step do not share. */
export interface Build {
  /** Its name among the images: the service, or the last part of the repository. */
  readonly name: string;
  /** In front of what is said about it: `api: `; empty for an image that is given by inputs. */
  readonly prefix: string;
  readonly image: Repository;
  readonly context: string;
  /** `''`: `Dockerfile` in the context. */
  readonly file: string;
  readonly target: string;
  readonly buildArgs: readonly NamedValue[];
  /** The input or the key of the file that a part of it came from. */
  readonly origin: (part: BuildPart) => Pick<InputProblem, 'input' | 'place'>;
}

type BuildPart = 'image' | 'context' | 'file' | 'build-args';

/** What a step builds. */
export interface BuildPlan {
  /** First what others depend on. */
  readonly builds: readonly Build[];
  /** The deploy.yml the services stand in. */
  readonly config?: Config;
}

/** What a plan is made from beside the inputs. */
export interface PlanPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly loadConfig: (path: string) => Config | undefined;
}

/**
 * The one image of the inputs, or the services of deploy.yml.
 * @throws {InputError} with all that is wrong with the file or `services`
 */
export function planBuilds(settings: BuildImageSettings, ports: PlanPorts): BuildPlan {
  const { image } = settings;
  if (image) return { builds: [givenBuild(image, settings)] };
  const config = ports.loadConfig(settings.config);
  if (!config) {
    const hint = `Give image, or write services into ${settings.config} (docs/deploy-yml.md). Is actions/checkout an earlier step?`;
    const message = `is not given, and there is no ${settings.config}`;
    throw new InputError([{ input: 'image', message, hint }]);
  }
  const names = chosenServices(settings.services, config);
  const owner = ownerOf(ports.env, config);
  const builds = serviceOrder(config.value.services, names).map((name) =>
    serviceBuild(name, config, owner),
  );
  const problems = [...builds.flatMap(secretArguments), ...sharedImages(builds)];
  if (problems.length > 0) throw new InputError(problems);
  return { builds, config };
}

function givenBuild(image: Repository, settings: BuildImageSettings): Build {
  const { context, file, target, buildArgs } = settings;
  return {
    ...{ name: image.path.slice(image.path.lastIndexOf('/') + 1), prefix: '', image },
    ...{ context: context || '.', file, target, buildArgs },
    origin: (input) => ({ input }),
  };
}

function chosenServices(given: readonly string[], { file, value }: Config): readonly string[] {
  const known = Object.keys(value.services);
  if (known.length === 0) {
    const hint = `Write services into ${file} (docs/deploy-yml.md), or give image.`;
    throw new InputError([{ input: 'config', message: `${file} has no services`, hint }]);
  }
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((name) => ({
        input: 'services',
        message: `"${name.slice(0, 60)}" is no service of ${file}`,
        hint: didYouMean(name, known),
      })),
    );
  }
  return given.length === 0 ? known : given;
}

/** `acme` of `acme/shop`; needed only where a service does not name its image. */
function ownerOf({ GITHUB_REPOSITORY: repository }: PlanPorts['env'], { value }: Config): string {
  const owner = repository?.split('/')[0] ?? '';
  if (owner !== '' || Object.values(value.services).every((service) => service.image)) return owner;
  throw new ActionError(
    'invalid-input',
    'GITHUB_REPOSITORY is not set, and images are named by it',
    {
      hint: 'Give each service its image in the file.',
    },
  );
}

function serviceBuild(name: string, config: Config, owner: string): Build {
  const service = config.value.services[name];
  const { context = '.', file = '', target = '', buildArgs = {} } = service ?? {};
  return {
    ...{ name, prefix: `${name}: `, context, file, target },
    image: parseRepository(imageOf(config.value, name, owner)),
    buildArgs: Object.entries(buildArgs).map(([arg, value]) => ({ name: arg, value })),
    origin: (part) => {
      const at = config.find('services', name, part) ?? config.find('services', name);
      return { input: `services.${name}.${part}`, ...(at && { place: at.keyPlace }) };
    },
  };
}

function secretArguments({ origin, buildArgs }: Build): readonly InputProblem[] {
  const problem = secretProblem(buildArgs);
  return problem ? [{ ...origin('build-args'), ...problem }] : [];
}

/** Two services in one repository would write the same tags over each other. */
function sharedImages(builds: readonly Build[]): readonly InputProblem[] {
  return builds.flatMap(({ image, origin }, index) => {
    const text = formatRepository(image);
    const other = builds.slice(0, index).find((it) => formatRepository(it.image) === text);
    return other ? [{ ...origin('image'), message: `is ${text}, as that of ${other.name}` }] : [];
  });
}
