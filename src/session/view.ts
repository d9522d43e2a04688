import type { WatchPlace } from '../cluster/collection.ts';
import type { Cluster } from '../cluster/connect.ts';
import { type Watcher, watchPlaces } from '../cluster/watch.ts';
import { createWorld } from '../domain/world.ts';
import { ActionError } from '../errors.ts';
import type { View } from '../release/observe.ts';
import type { Clock } from '../tools/clock.ts';

/** What tells how a rollout goes: one stream per kind and namespace, however many pods there are. */
const PLACES: readonly (Omit<WatchPlace, 'path'> & {
  readonly api: string;
  readonly plural: string;
})[] = [
  { kind: 'Deployment', api: '/apis/apps/v1', plural: 'deployments' },
  { kind: 'ReplicaSet', api: '/apis/apps/v1', plural: 'replicasets' },
  { kind: 'StatefulSet', api: '/apis/apps/v1', plural: 'statefulsets' },
  { kind: 'DaemonSet', api: '/apis/apps/v1', plural: 'daemonsets' },
  { kind: 'Job', api: '/apis/batch/v1', plural: 'jobs' },
  { kind: 'Pod', api: '/api/v1', plural: 'pods' },
  { kind: 'Event', api: '/api/v1', plural: 'events', fromNow: true },
  { kind: 'PersistentVolumeClaim', api: '/api/v1', plural: 'persistentvolumeclaims' },
  { kind: 'EndpointSlice', api: '/apis/discovery.k8s.io/v1', plural: 'endpointslices' },
];

const placesOf = (namespace: string): readonly WatchPlace[] =>
  PLACES.map(({ api, plural, ...place }) => ({
    ...place,
    path: `${api}/namespaces/${namespace}/${plural}`,
  }));

/** Changes come in bursts; those who look are called at most so often. */
const COALESCE_MS = 100;

export interface ViewPorts extends Clock {
  readonly info: (line: string) => void;
  /** Aborted when the user cancels the run. */
  readonly cancelled: AbortSignal;
}

/** Longer than an API server takes to start again. */
const FIRST_SYNC_MS = 60_000;

/**
 * Opens the view on a namespace; settles when what is there now is in its world.
 * @throws {ActionError} `cluster-unreachable` where that takes too long; `cancelled`
 */
export async function openView(
  cluster: Pick<Cluster, 'call' | 'stream'>,
  namespace: string,
  ports: ViewPorts,
): Promise<View> {
  const world = createWorld();
  const listeners = new Set<() => void>();
  const tell = coalesced(() => {
    for (const listener of [...listeners]) listener();
  }, ports);
  const watchers = new Map<string, Watcher>();
  const include = async (namespaces: readonly string[]): Promise<void> => {
    for (const one of namespaces.filter((name) => !watchers.has(name))) {
      const change = (seen: Parameters<typeof world.apply>[0]): void => {
        world.apply(seen);
        tell.soon();
      };
      // Missing rights are told once, with what they cost, by who asked for them.
      const quiet = { ...ports, cluster, warn: ports.info };
      watchers.set(one, watchPlaces(placesOf(one), change, quiet));
    }
    await Promise.all([...watchers.values()].map((watcher) => watcher.synced));
  };
  const close = (): void => {
    for (const watcher of watchers.values()) watcher.close();
    tell.never();
  };
  const synced = new AbortController();
  const enough = AbortSignal.any([synced.signal, ports.cancelled]);
  const isThere = await Promise.race([
    include([namespace]).then(() => true),
    ports.sleep(FIRST_SYNC_MS, enough).then(() => false),
  ]);
  synced.abort();
  if (!isThere) {
    close();
    throw notSynced(ports.cancelled.aborted);
  }
  return {
    world,
    include,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    refresh: async () => {
      await Promise.all([...watchers.values()].map((watcher) => watcher.refresh()));
    },
    streams: () => [...watchers.values()].every((watcher) => watcher.streams()),
    lost: () => [...new Set([...watchers.values()].flatMap((watcher) => watcher.lost()))],
    close,
  };
}

const notSynced = (cancelled: boolean): ActionError =>
  cancelled
    ? new ActionError('cancelled', 'Cancelled while the state of the cluster was read')
    : new ActionError(
        'cluster-unreachable',
        `The state of the cluster could not be read within ${FIRST_SYNC_MS / 1000} s`,
        { hint: 'Does the API server answer? kubectl get --raw /readyz' },
      );

/** Calls `body` once for many wishes, soon after the first. */
function coalesced(
  body: () => void,
  { sleep }: Pick<Clock, 'sleep'>,
): { readonly soon: () => void; readonly never: () => void } {
  const over = new AbortController();
  let waits = false;
  const wait = async (): Promise<void> => {
    waits = true;
    await sleep(COALESCE_MS, over.signal);
    waits = false;
    if (!over.signal.aborted) body();
  };
  return {
    soon: () => {
      if (!waits) void wait();
    },
    never: () => over.abort(),
  };
}
