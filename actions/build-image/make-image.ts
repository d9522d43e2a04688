import { rm } from 'node:fs/promises';
import { formatRepository } from '../../src/domain/image-ref.ts';
import type { Registry } from '../../src/http/registry/registry.ts';
import type { Stopwatch } from '../../src/report/stopwatch.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import { dockerfileSteps, type Step } from './build-log.ts';
import type { Login } from './check.ts';
import type { BuildImageSettings } from './inputs.ts';
import type { Build } from './plan-builds.ts';
import { writeDockerConfig, writeSecrets } from './private-files.ts';
import { type PublishedImage, readBack } from './read-back.ts';
import type { NamedValue } from './records.ts';
import { type BuildPorts, type BuildResult, refuseWhenCancelled, runBuild } from './run-build.ts';

/** What is built how, and with what. */
export interface ImageOrder {
  readonly build: Build;
  readonly settings: BuildImageSettings;
  readonly tags: readonly string[];
  readonly labels: readonly NamedValue[];
  readonly login: Login | undefined;
  readonly registry: Registry;
  readonly phase: Stopwatch['phase'];
}

export interface MakePorts extends BuildPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly tempFolder: string;
  readonly saveState: (name: string, value: string) => void;
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
}

/** How far one image came. */
export interface MadeImage {
  readonly build: Build;
  /** Only what the registry has; undefined for a build without push. */
  readonly image?: PublishedImage;
  /** The steps of the Dockerfile. */
  readonly steps: readonly Step[];
  readonly failure?: unknown;
}

/** Builds and pushes one image, and reads it back from the registry. Never throws. */
export async function makeImage(order: ImageOrder, ports: MakePorts): Promise<MadeImage> {
  const { build, tags, labels, registry, phase } = order;
  const made: { -readonly [K in keyof MadeImage]: MadeImage[K] } = { build, steps: [] };
  try {
    const result = await phase(`${build.prefix}build`, () =>
      ports.group(`${build.prefix}docker buildx build ${build.context}`, () =>
        buildPrivately(order, ports),
      ),
    );
    made.steps = dockerfileSteps(result.steps);

    if (result.digest !== undefined) {
      const claim = { repository: build.image, digest: result.digest, tags, labels };
      const image = await phase(`${build.prefix}read back`, () =>
        readBack(claim, { ...ports, registry }),
      );
      refuseWhenCancelled(ports.cancelled);
      made.image = image;
      ports.info(`${build.prefix}${image.repository}@${image.digest} is in the registry`);
    }
  } catch (error) {
    made.failure = error;
  }
  return made;
}

/** Builds with secrets and login in a private folder that is gone afterwards. */
async function buildPrivately(order: ImageOrder, ports: MakePorts): Promise<BuildResult> {
  const { build, settings, tags, labels, login } = order;
  const folder = await makeScratch(ports.tempFolder, ports.saveState);
  try {
    const docker = login ? await writeDockerConfig(folder, login, ports.env) : undefined;
    const secretFiles = await writeSecrets(folder, settings.secrets);
    const references = tags.map((tag) => `${formatRepository(build.image)}:${tag}`);
    const env = childEnvironment(ports.env, docker);
    return await runBuild({ build, settings, references, labels, secretFiles, folder }, env, ports);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
