import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { formatRepository, type Repository } from '../../src/domain/image-ref.ts';
import { ActionError, InputError } from '../../src/errors.ts';
import { dockerCredentials, type FindCredentials } from '../../src/http/registry/credentials.ts';
import { createRegistry, type Registry } from '../../src/http/registry/registry.ts';
import type { Send } from '../../src/http/request.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import type { Exec } from '../../src/tools/exec.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import { dockerfileSteps, type Step } from './build-log.ts';
import { buildxVersion } from './buildx.ts';
import type { BuildImageSettings, NamedValue } from './inputs.ts';
import { imageLabels } from './labels.ts';
import { dockerConfigFolder, writeDockerConfig, writeSecrets } from './private-files.ts';
import { type PublishedImage, readBack } from './read-back.ts';
import { type BuildPorts, type BuildResult, refuseWhenCancelled, runBuild } from './run-build.ts';
import { defaultTags } from './tags.ts';

/** The outside world as build-image sees it. */
export interface BuildImagePorts extends BuildPorts {
  readonly exec: Exec;
  readonly send: Send;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of a clock that never jumps. */
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly tempFolder: string;
  readonly saveState: (name: string, value: string) => void;
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
}

/** What a run of build-image found out and did; complete also when it failed half-way. */
export interface BuildImageResult {
  readonly status: 'built' | 'failed';
  readonly failure?: unknown;
  /** Only what the registry has; undefined for a build without push. */
  readonly image: PublishedImage | undefined;
  /** The steps of the Dockerfile. */
  readonly steps: readonly Step[];
  readonly timings: Timings;
}

/** Builds an image, pushes it, and proves that the registry has it. */
export async function buildImage(
  settings: BuildImageSettings,
  ports: BuildImagePorts,
): Promise<BuildImageResult> {
  const { phase, timings } = createStopwatch(ports.elapsed);
  const found: { -readonly [K in keyof BuildImageResult]: BuildImageResult[K] } = {
    status: 'failed',
    image: undefined,
    steps: [],
    timings: {},
  };
  try {
    const registry = createRegistry({ ...ports, credentials: findLogin(settings, ports) });
    const { tags, labels } = await phase('check', () => check(settings, registry, ports));

    const build = await phase('build', () =>
      ports.group(`docker buildx build ${settings.context}`, () =>
        buildPrivately({ settings, tags, labels }, ports),
      ),
    );
    found.steps = dockerfileSteps(build.steps);

    if (build.digest !== undefined) {
      const claim = { repository: settings.image, digest: build.digest, tags, labels };
      const image = await phase('read back', () => readBack(claim, { ...ports, registry }));
      refuseWhenCancelled(ports.cancelled);
      found.image = image;
      ports.info(`${image.repository}@${image.digest} is in the registry`);
    }
    found.status = 'built';
  } catch (error) {
    found.failure = error;
  }
  return { ...found, timings: timings() };
}

/** The login of the inputs for the image's registry, and docker's own for everything else. */
function findLogin(settings: BuildImageSettings, ports: BuildImagePorts): FindCredentials {
  const others = dockerCredentials(dockerConfigFolder(ports.env), ports.exec);
  const own = givenLogin(settings);
  return async (host) => (host === settings.image.host && own ? own : others(host));
}

function givenLogin(settings: BuildImageSettings) {
  const { registryUsername: username, registryPassword: password } = settings;
  return username === '' ? undefined : { username, password };
}

/** Everything that can be known before the build takes its time. */
async function check(settings: BuildImageSettings, registry: Registry, ports: BuildImagePorts) {
  checkPaths(settings);
  const tags = settings.tags.length > 0 ? settings.tags : defaultTags(ports.env);
  if (tags.length === 0) {
    throw new ActionError('invalid-input', 'There is no commit and no branch to name the tag by', {
      hint: 'Give the input tags.',
    });
  }
  const [version, labels] = await Promise.all([
    buildxVersion(ports.exec, childEnvironment(ports.env)),
    imageLabels(settings.labels, ports.env, ports.exec),
    settings.push ? registry.checkLogin(settings.image.host) : undefined,
  ]);
  ports.info(`buildx ${version}: ${formatRepository(settings.image)} with ${tags.join(', ')}`);
  return { tags, labels };
}

function checkPaths({ context, file }: BuildImageSettings): void {
  const remote = /:\/\/|^git@|^github\.com\//.test(context);
  const missing = [
    ...(remote || existsSync(context) ? [] : [{ input: 'context', path: context }]),
    ...(remote || file === '' || existsSync(file) ? [] : [{ input: 'file', path: file }]),
  ];
  if (missing.length === 0) return;
  throw new InputError(
    missing.map(({ input, path }) => ({
      input,
      message: `"${path}" does not exist`,
      hint: 'Paths start at the checked-out repository; is actions/checkout an earlier step?',
    })),
  );
}

interface Order {
  readonly settings: BuildImageSettings;
  readonly tags: readonly string[];
  readonly labels: readonly NamedValue[];
}

/** Builds with secrets and login in a private folder that is gone afterwards. */
async function buildPrivately(order: Order, ports: BuildImagePorts): Promise<BuildResult> {
  const { settings, tags, labels } = order;
  const folder = await makeScratch(ports.tempFolder, ports.saveState);
  try {
    const login = givenLogin(settings);
    const docker = login
      ? await writeDockerConfig(folder, settings.image, login, ports.env)
      : undefined;
    const secretFiles = await writeSecrets(folder, settings.secrets);
    const references = tags.map((tag) => reference(settings.image, tag));
    const env = childEnvironment(ports.env, docker);
    return await runBuild({ settings, references, labels, secretFiles, folder }, env, ports);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const reference = (image: Repository, tag: string): string => `${formatRepository(image)}:${tag}`;
