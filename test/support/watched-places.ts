import type { WatchPlace } from '../../src/cluster/collection.ts';

/** What a deploy watches in a namespace. */
export const placesOf = (namespace: string): readonly WatchPlace[] => [
  place('Pod', '/api/v1', namespace, 'pods'),
  place('Deployment', '/apis/apps/v1', namespace, 'deployments'),
  place('ReplicaSet', '/apis/apps/v1', namespace, 'replicasets'),
  place('Job', '/apis/batch/v1', namespace, 'jobs'),
  { ...place('Event', '/api/v1', namespace, 'events'), fromNow: true },
];

const place = (kind: string, api: string, namespace: string, plural: string): WatchPlace => ({
  kind,
  path: `${api}/namespaces/${namespace}/${plural}`,
});
