import { caFile } from '../cluster/pki.ts';
import { environment } from '../environment.ts';
import { clusterAudience } from '../issuer/authentication.ts';
import { ensureUp } from '../up.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';

/** What the demo stands on: a cluster, a registry it pulls from, and a build engine. */
export interface Ground {
  /** One line: what it is. */
  readonly title: string;
  /** Added to the environment of jobs and of kubectl. */
  readonly env: Readonly<Record<string, string>>;
  /** `host:port`, as in image references. */
  readonly registry: string;
  /** How the demo itself asks it. */
  readonly registryAddress: { readonly url: string; readonly caFile?: string };
  /** NodePorts answer here. */
  readonly nodeIp: string;
  /** Login over OIDC; without it jobs use the kubeconfig that is there. */
  readonly oidc?: {
    readonly world: World;
    readonly cluster: string;
    readonly audience: string;
    readonly caFile: string;
  };
}

/** The sandbox, brought up where it is not. */
export async function sandboxGround(world: World, progress: Progress): Promise<Ground> {
  await ensureUp(world, progress);
  const { env, nodeIp } = await environment(world);
  const authority = caFile(world);
  return {
    title: `${world.apiServer}, ${world.registry}, ${world.issuer}`,
    env,
    registry: world.registry,
    registryAddress: { url: `https://${world.registry}`, caFile: authority },
    nodeIp,
    oidc: {
      world,
      cluster: world.apiServer,
      audience: clusterAudience(world),
      caFile: authority,
    },
  };
}

/**
 * A cluster that is there already (kind, k3d, a cloud), by its kubeconfig. It trusts no issuer of
 * ours, so jobs use the kubeconfig; it needs a registry that it and this machine reach, helm, kubectl
 * and docker with buildx on PATH. @throws {Error} naming what is missing
 */
export async function existingGround(env: NodeJS.ProcessEnv): Promise<Ground> {
  const { KUBECONFIG = '', DEMO_REGISTRY: registry = '', PATH = '' } = env;
  if (!/^[\w.-]+(:\d+)?(\/[\w./-]+)?$/.test(registry)) {
    throw new Error(
      'With KUBECONFIG the demo also needs DEMO_REGISTRY=host:port, a registry that this machine may push to and the cluster pulls from.',
    );
  }
  const pass = ['DOCKER_HOST', 'DOCKER_CONFIG', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
  const given = pass.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const jobs = { KUBECONFIG, PATH, ...Object.fromEntries(given) };
  const nodes = await run(['kubectl', 'get', 'nodes', '--output', 'json'], {
    env: { ...env, ...jobs },
  });
  const local = /^(localhost|127\.)/.test(registry);
  return {
    title: `the cluster of ${KUBECONFIG}, ${registry}; no OIDC, no sandbox`,
    env: jobs,
    registry,
    registryAddress: {
      url: `${local ? 'http' : 'https'}://${registry.split('/')[0]}`,
      ...(env.SSL_CERT_FILE && { caFile: env.SSL_CERT_FILE }),
    },
    nodeIp: internalIp(nodes),
  };
}

interface Nodes {
  readonly items: readonly {
    readonly status: { readonly addresses: readonly { type: string; address: string }[] };
  }[];
}

function internalIp(json: string): string {
  const [node] = (JSON.parse(json) as Nodes).items;
  const found = node?.status.addresses.find(({ type }) => type === 'InternalIP');
  if (!found) throw new Error('the cluster has no node with an InternalIP');
  return found.address;
}
