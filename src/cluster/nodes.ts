import type { Cluster } from './connect.ts';

interface Nodes {
  readonly items: readonly {
    readonly status?: {
      readonly nodeInfo?: { readonly operatingSystem?: string; readonly architecture?: string };
    };
  }[];
}

/** Platforms of the cluster's nodes, `linux/amd64`; empty where we may not read nodes. */
export async function readPlatforms(cluster: Pick<Cluster, 'call'>): Promise<readonly string[]> {
  const answer = await cluster.call({ path: '/api/v1/nodes?limit=50' });
  if (answer.status !== 200) return [];
  const platforms = (answer.body as Nodes).items.map(({ status }) => {
    const { operatingSystem = 'linux', architecture = '' } = status?.nodeInfo ?? {};
    return `${operatingSystem}/${architecture}`;
  });
  return [...new Set(platforms)].sort();
}
