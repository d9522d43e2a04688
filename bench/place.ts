import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Api, connectApi } from '../sandbox/cluster/api.ts';
import { kubeconfigFile } from '../sandbox/cluster/kubeconfig.ts';
import type { Progress } from '../sandbox/world/progress.ts';
import { makeNamespace, type TestNamespace } from '../test/support/namespace.ts';
import { type TestSandbox, testSandbox } from '../test/support/sandbox.ts';

/** Where and with what a row measures. */
export interface Place {
  /** Measurements of each kind. */
  readonly runs: number;
  readonly progress: Progress;
  readonly sandbox: TestSandbox;
  readonly namespace: TestNamespace;
  readonly api: Api;
  /** Both helm and we use it, so that the login is not what is compared. */
  readonly kubeconfig: string;
  /** With Helm 4 as `helm`, and kubectl. */
  readonly path: string;
  /** Serves the pages; in a registry that the cluster and our checks can reach. */
  readonly image: string;
  /** DOCKER_CONFIG of a job that is logged in to the registry: without, a missing image proves nothing. */
  readonly dockerConfig: string;
  /** For files of this run; removed at its end. */
  readonly folder: string;
}

export interface PlaceSettings extends Pick<Place, 'runs' | 'progress'> {
  /** Another sandbox than the one the integration tests use. */
  readonly sandboxName?: string;
}

/** A namespace of its own in the sandbox for as long as `body` runs. */
export async function withPlace<T>(
  { sandboxName, ...settings }: PlaceSettings,
  body: (place: Place) => Promise<T>,
): Promise<T> {
  const sandbox = await testSandbox(sandboxName);
  const api = await connectApi(sandbox.world);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const namespace = await makeNamespace(sandbox, 'bench');
  try {
    return await body({
      ...settings,
      sandbox,
      namespace,
      api,
      folder,
      image: await pushWebServer(sandbox),
      dockerConfig: await writeLogin(join(folder, 'docker'), sandbox.world.registry),
      kubeconfig: kubeconfigFile(sandbox.world, 'admin'),
      path: [dirname(sandbox.environment.helm.v4), sandbox.environment.env.PATH].join(':'),
    });
  } finally {
    await namespace.drop();
    api.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies busybox into the sandbox's own registry: outside the cluster nothing answers as docker.io. */
async function pushWebServer({ run, world }: TestSandbox): Promise<string> {
  const image = `${world.registry}/bench/busybox:1.36`;
  await run(['docker', 'pull', '--quiet', 'busybox:1.36']);
  await run(['docker', 'tag', 'busybox:1.36', image]);
  await run(['docker', 'push', '--quiet', image]);
  return image;
}

/** The sandbox's registry lets everybody in; that we have a login at all is what counts. */
async function writeLogin(folder: string, registry: string): Promise<string> {
  const auth = Buffer.from('bench:bench').toString('base64');
  await mkdir(folder);
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [registry]: { auth } } }));
  return folder;
}
