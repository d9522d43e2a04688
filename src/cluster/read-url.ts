import { environmentUrl } from '../domain/environment-url.ts';
import type { KubeObject } from '../domain/manifest.ts';
import type { Cluster } from './connect.ts';

/**
 * Finds the address of what a manifest deploys; asks the cluster only for what the manifest does
 * not tell: addresses of load balancers, and whether a Gateway speaks TLS.
 * @returns `''` when there is none, or it cannot be read
 */
export async function readUrl(
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
  manifest: readonly KubeObject[],
): Promise<string> {
  const [services, gateways] = await Promise.all([
    getAll(cluster, balancerPaths(manifest, namespace)),
    getAll(cluster, gatewayPaths(manifest, namespace)),
  ]);
  return environmentUrl(manifest, { services, gateways });
}

async function getAll(
  cluster: Pick<Cluster, 'call'>,
  paths: ReadonlySet<string>,
): Promise<readonly KubeObject[]> {
  const answers = await Promise.all([...paths].map((path) => cluster.call({ path })));
  return answers.filter(({ status }) => status === 200).map(({ body }) => body as KubeObject);
}

const balancerPaths = (manifest: readonly KubeObject[], namespace: string): ReadonlySet<string> =>
  new Set(
    manifest
      .filter(
        ({ kind, spec }) =>
          kind === 'Service' && (spec as { type?: string } | undefined)?.type === 'LoadBalancer',
      )
      .map(
        ({ metadata }) =>
          `/api/v1/namespaces/${metadata.namespace ?? namespace}/services/${metadata.name}`,
      ),
  );

interface Route {
  readonly parentRefs?: readonly { readonly name: string; readonly namespace?: string }[];
}

const gatewayPaths = (manifest: readonly KubeObject[], namespace: string): ReadonlySet<string> =>
  new Set(
    manifest
      .filter(({ kind }) => kind === 'HTTPRoute')
      .flatMap(({ metadata, spec }) =>
        ((spec as Route | undefined)?.parentRefs ?? []).map((parent) => {
          const where = parent.namespace ?? metadata.namespace ?? namespace;
          return `/apis/gateway.networking.k8s.io/v1/namespaces/${where}/gateways/${parent.name}`;
        }),
      ),
  );
