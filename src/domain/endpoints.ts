import type { KubeObject } from './manifest.ts';
import type { World } from './world.ts';

interface EndpointSlice {
  readonly endpoints?: readonly { readonly conditions?: { readonly ready?: boolean | null } }[];
}

/** How many ready endpoints each Service has, by `<namespace>/<Service>`; Services without slices are absent. */
export function readyEndpoints(world: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const slice of world.all('EndpointSlice')) {
    const service = slice.metadata.labels?.['kubernetes.io/service-name'];
    if (service === undefined) continue;
    const key = `${slice.metadata.namespace ?? ''}/${service}`;
    counts.set(key, (counts.get(key) ?? 0) + readyIn(slice));
  }
  return counts;
}

/** Unknown readiness counts as ready, as kube-proxy takes it. */
function readyIn(slice: KubeObject): number {
  const { endpoints } = slice as unknown as EndpointSlice;
  return (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false).length;
}
