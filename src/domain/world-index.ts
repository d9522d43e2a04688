import type { Baseline } from './assessment.ts';
import type { KubeObject } from './manifest.ts';
import { type EventView, subjectOf, timesSent, viewEvent } from './signals/event.ts';
import type { Pod } from './signals/pod.ts';
import type { World } from './world.ts';

/** The world by owner, by name and by subject, so that no look at it is quadratic. */
export interface WorldIndex {
  /** Of a Job also the last state of one that is gone. */
  readonly find: (kind: string, namespace: string, name: string) => KubeObject | undefined;
  readonly byUid: (uid: string) => KubeObject | undefined;
  /** Living pods whose controller has this uid. */
  readonly podsOf: (uid: string) => readonly Pod[];
  readonly replicaSetsOf: (uid: string) => readonly KubeObject[];
  /** Also pods that are gone, with their last state. */
  readonly pastPodsOf: (uid: string) => readonly Pod[];
  /** Of the object with this uid, sent since the baseline. */
  readonly eventsOf: (uid: string) => readonly EventView[];
  readonly pods: readonly Pod[];
  /** How many nodes the known pods are on. */
  readonly nodes: number;
}

const INDEXED = ['ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
const NAMED = [...INDEXED, 'PersistentVolumeClaim', 'Service', 'Pod'];

export function indexWorld(world: World, baseline: Baseline): WorldIndex {
  const pods = world.all('Pod') as readonly Pod[];
  const named = new Map<string, KubeObject>();
  const uids = new Map<string, KubeObject>();
  for (const object of NAMED.flatMap((kind) => world.all(kind))) {
    const { namespace = '', name, uid } = object.metadata;
    const key = `${object.kind}/${namespace}/${name}`;
    // While a replaced object is still going, the one that stays is meant.
    if (!(named.has(key) && object.metadata.deletionTimestamp)) named.set(key, object);
    if (uid !== undefined) uids.set(uid, object);
  }
  // A hook's Job may be deleted as soon as it is over.
  for (const object of [...world.gone('Job')].reverse()) {
    const key = `Job/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
    if (!named.has(key)) named.set(key, object);
  }
  const byOwner = groupBy(pods, ownerUid);
  const sets = groupBy(world.all('ReplicaSet'), ownerUid);
  const past = groupBy(world.gone('Pod') as readonly Pod[], ownerUid);
  const events = groupBy(world.all('Event'), subjectOf);
  const views = new Map<string, readonly EventView[]>();
  return {
    find: (kind, namespace, name) => named.get(`${kind}/${namespace}/${name}`),
    byUid: (uid) => uids.get(uid),
    podsOf: (uid) => byOwner.get(uid) ?? [],
    replicaSetsOf: (uid) => sets.get(uid) ?? [],
    pastPodsOf: (uid) => [...(past.get(uid) ?? []), ...(byOwner.get(uid) ?? [])],
    eventsOf: (uid) => {
      const known = views.get(uid);
      if (known !== undefined) return known;
      const read = (events.get(uid) ?? []).flatMap((event) => sinceBaseline(event, baseline));
      views.set(uid, read);
      return read;
    },
    pods,
    nodes: new Set(pods.flatMap((pod) => pod.spec?.nodeName ?? [])).size,
  };
}

function sinceBaseline(event: KubeObject, baseline: Baseline): readonly EventView[] {
  const before = baseline.events.get(event.metadata.uid ?? '') ?? 0;
  return timesSent(event) > before ? [viewEvent(event, before)] : [];
}

/** The controller's; operators that do not call themselves one are the first owner. */
export function ownerOf(object: KubeObject) {
  const owners = object.metadata.ownerReferences ?? [];
  return owners.find(({ controller }) => controller) ?? owners[0];
}

const ownerUid = (object: KubeObject): string => ownerOf(object)?.uid ?? '';

function groupBy<T>(objects: readonly T[], key: (object: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const object of objects) {
    const group = groups.get(key(object));
    if (group === undefined) groups.set(key(object), [object]);
    else group.push(object);
  }
  return groups;
}
