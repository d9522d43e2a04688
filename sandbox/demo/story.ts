import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { environment } from '../environment.ts';
import { ensureUp } from '../up.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import { type DemoEnvironment, openEnvironment } from './environment.ts';
import { type BuiltImage, rereadImage, rereadPods, runE2e, serviceUrl } from './reread.ts';
import type { Screen } from './screen.ts';
import { openServiceRepository, type ServiceRepository } from './service-repository.ts';
import { builtImage, runStep, type StepPorts } from './steps.ts';
import { askVersion, startTraffic } from './traffic.ts';

const EXAMPLE = 'story-1-1';
const RELEASE = 'story';

export interface StoryPorts extends StepPorts {
  readonly screen: Screen;
  readonly progress: Progress;
}

/**
 * A service is built, pushed, deployed over OIDC and used; then its second version, under traffic.
 * Returns only when every claim was read again from the registry and the cluster.
 */
export async function tellStory(world: World, ports: StoryPorts): Promise<void> {
  const { screen } = ports;
  screen.chapter('The world: a real Kubernetes, registry, build engine and OIDC issuer, here');
  await screen.phase('sandbox', async () => {
    await ensureUp(world, ports.progress);
    return { value: undefined, proof: `${world.apiServer}, ${world.registry}, ${world.issuer}` };
  });
  const sandbox = await environment(world);
  const staging = await openEnvironment(world, sandbox, 'staging');
  await staging.clear();
  const repository = await openServiceRepository(join(ports.root, 'examples', EXAMPLE));
  const scene = { world, staging, repository, ports, passwords: makePasswords() };
  try {
    screen.chapter(`Version 1 of ${EXAMPLE} (an API on a real Postgres and a real Redis)`);
    await ship(scene, '1.0.0');
    const url = await serviceUrl(staging, `${RELEASE}-api`, sandbox.nodeIp);
    await use(scene, url, '1.0.0');

    screen.chapter('Version 2, rolled out while version 1 is in use');
    const traffic = startTraffic(url);
    await ship(scene, '2.0.0').finally(() => traffic.stop());
    const { requests, failed, versions } = await traffic.stop();
    if (failed.length > 0)
      throw new Error(`${failed.length} of ${requests} requests failed: ${failed[0]}`);
    screen.line(
      `${requests} requests meanwhile, none failed; answered by ${[...versions.keys()].join(', then ')}`,
    );
    await use(scene, url, '2.0.0');
  } finally {
    await repository.remove();
  }
}

interface Scene {
  readonly world: World;
  readonly staging: DemoEnvironment;
  readonly repository: ServiceRepository;
  readonly ports: StoryPorts;
  readonly passwords: string;
}

/** Secret values as a service would keep them in one GitHub secret: made anew for every demo. */
function makePasswords(): string {
  const password = (): string => randomBytes(18).toString('hex');
  return `secrets:\n  postgresPassword: ${password()}\n  redisPassword: ${password()}\n`;
}

/** commit → build-image → helm-deploy, each proven. */
async function ship(scene: Scene, version: string): Promise<void> {
  const { repository, ports } = scene;
  const commit = await repository.release(version);
  ports.screen.line(
    `commit ${commit.slice(0, 12)} "Version ${version}" on develop of acme/${EXAMPLE}`,
  );
  const image = await ports.screen.phase(`build-image ${version}`, () =>
    build(scene, version, commit),
  );
  await ports.screen.phase(`helm-deploy ${version}`, () => deploy(scene, version, commit, image));
}

async function build(
  { world, staging, repository, ports }: Scene,
  version: string,
  commit: string,
) {
  const result = await runStep(
    {
      action: 'build-image',
      name: `build-${version}`,
      workspace: repository.folder,
      env: await staging.stepEnvironment(commit),
      inputs: { image: `${world.registry}/acme/${EXAMPLE}-api`, context: 'services/api' },
    },
    ports,
  );
  const image = builtImage(result);
  await rereadImage(world, image);
  return { value: image, proof: `the registry has ${image.digest.slice(0, 19)}…` };
}

async function deploy(
  { staging, repository, ports, passwords }: Scene,
  version: string,
  commit: string,
  image: BuiltImage,
) {
  const result = await runStep(
    {
      action: 'helm-deploy',
      name: `deploy-${version}`,
      workspace: repository.folder,
      env: await staging.stepEnvironment(commit),
      inputs: {
        ...staging.login,
        release: RELEASE,
        namespace: staging.namespace,
        chart: 'deploy/chart',
        values: 'deploy/staging.yml\ndeploy/sandbox.yml',
        images: `api=${image.repository}@${image.digest}`,
        'secret-values': passwords,
        timeout: '3m',
      },
    },
    ports,
  );
  const pods = await rereadPods(staging, 'app.kubernetes.io/component=api', image);
  const { revision, identity } = result.outputs;
  return {
    value: undefined,
    proof: `revision ${revision}, ${pods} pods run that digest, by ${identity}`,
  };
}

async function use({ repository, ports }: Scene, url: string, version: string): Promise<void> {
  await ports.screen.phase(`E2E ${version}`, async () => {
    const answered = await askVersion(url);
    if (answered !== version) throw new Error(`${url} is answered by ${answered}, not ${version}`);
    await runE2e(repository.folder, url, version);
    return {
      value: undefined,
      proof: `${url} is answered by ${answered}; its own E2E test passes`,
    };
  });
}
