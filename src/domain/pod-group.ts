import { contains } from './applied.ts';
import type { Plan } from './assessment.ts';
import { isStaying, newestPods, rollsByItself } from './identity.ts';
import { findObject, type KubeObject, type WorkloadRef } from './manifest.ts';
import { isDisrupted, type Pod } from './signals/pod.ts';
import { ownerOf, type WorldIndex } from './world-index.ts';

/** The pods of one object of the release that belong to what helm is bringing. */
export interface PodGroup {
  /** `Deployment/web`, `Job/migrate`, `Cluster/db`. */
  readonly workload: string;
  readonly namespace: string;
  readonly object: KubeObject;
  /** Of the newest revision, staying, not ended by others. */
  readonly pods: readonly Pod[];
  /** One doomed pod dooms it, and it starts failed pods again by its own rules. */
  readonly job: boolean;
  /** Whether anything of it changed since the baseline; standing trouble of before is no verdict. */
  readonly changed: boolean;
  /** Somebody else stopped its rollout: the manifest asks for one that goes on by itself. */
  readonly held: boolean;
}

/** Whether helm has brought the object to what the manifest says. */
export function isApplied(plan: Plan, object: KubeObject): boolean {
  if (plan.applied || isChanged(plan, object)) return true;
  return hasTemplateOf(wantedOf(plan, object), object);
}

/** Whether the live object has everything that the manifest's one says about its pods. */
export const hasTemplateOf = (wanted: KubeObject | undefined, live: KubeObject): boolean =>
  contains(templateOf(live), templateOf(wanted));

export const templateOf = (object: KubeObject | undefined): unknown =>
  (object?.spec as { readonly template?: unknown } | undefined)?.template;

/** What the manifest says of an object. */
const wantedOf = ({ manifest, namespace }: Plan, { kind, metadata }: KubeObject) =>
  findObject(manifest, { kind, name: metadata.name, namespace: metadata.namespace }, namespace);

export function isChanged({ baseline }: Plan, { metadata }: KubeObject): boolean {
  const before = baseline.generations.get(metadata.uid ?? '');
  return before === undefined || (metadata.generation ?? 0) > before;
}

/** Its controller has seen the newest spec; before that, its newest revision is still the old one. */
export function isObserved(object: KubeObject): boolean {
  const status = object.status as { readonly observedGeneration?: number } | undefined;
  return (status?.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
}

/** @returns undefined while helm has not applied it */
export function workloadGroup(
  index: WorldIndex,
  plan: Plan,
  ref: WorkloadRef,
): PodGroup | undefined {
  const object = index.find(ref.kind, ref.namespace, ref.name);
  if (object === undefined || !isApplied(plan, object)) return undefined;
  const pods = isObserved(object)
    ? (newestPods({ ref, object, ...ownedBy(index, object) }) as readonly Pod[])
    : [];
  return {
    workload: `${ref.kind}/${ref.name}`,
    namespace: ref.namespace,
    object,
    pods: pods.filter((pod) => !isDisrupted(pod)),
    job: false,
    changed: isChanged(plan, object),
    held: !rollsByItself(object) && rollsByItself(wantedOf(plan, object) ?? object),
  };
}

/** All pods of a workload, of every revision. */
export function ownedBy(
  index: WorldIndex,
  { metadata: { uid = '' } }: KubeObject,
): { readonly replicaSets: readonly KubeObject[]; readonly pods: readonly Pod[] } {
  const replicaSets = index.replicaSetsOf(uid);
  const owners = [uid, ...replicaSets.map((set) => set.metadata.uid ?? '')];
  return { replicaSets, pods: owners.flatMap((owner) => index.podsOf(owner)) };
}

/** The Jobs of the manifest and the hooks that were made since the baseline. */
export function jobGroups(index: WorldIndex, plan: Plan): readonly PodGroup[] {
  return jobObjects(plan).flatMap((wanted) => {
    const namespace = wanted.metadata.namespace ?? plan.namespace;
    const object = index.find(wanted.kind, namespace, wanted.metadata.name);
    if (object?.metadata.uid === undefined || plan.baseline.uids.has(object.metadata.uid)) {
      return [];
    }
    const pods = object.kind === 'Pod' ? [object as Pod] : index.podsOf(object.metadata.uid);
    return {
      workload: `${wanted.kind}/${wanted.metadata.name}`,
      namespace,
      object,
      pods: pods.filter((pod) => !pod.metadata.deletionTimestamp && !isDisrupted(pod)),
      job: true,
      changed: true,
      held: false,
    };
  });
}

const jobObjects = ({ manifest, hooks }: Plan): readonly KubeObject[] =>
  [...manifest, ...hooks.map(({ object }) => object)].filter(({ kind }) =>
    ['Job', 'Pod'].includes(kind),
  );

/** Kinds that have a group of their own, or whose pods come whenever they want. */
const NOT_CUSTOM = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'];

/** New pods that an operator makes for a custom object of the release: Argo Rollout, CNPG Cluster … */
export function customGroups(index: WorldIndex, plan: Plan): readonly PodGroup[] {
  const roots = new Map(
    plan.manifest
      .filter(({ kind }) => !NOT_CUSTOM.includes(kind))
      .map((object) => [`${object.kind}/${object.metadata.name}`, object] as const),
  );
  const rooted = index.pods
    .filter((pod) => isNewHere(pod, plan))
    .map((pod) => ({ pod, root: rootOf(index, pod, roots) }));
  return [...roots].flatMap(([workload, object]) => {
    const pods = rooted.filter(({ root }) => root === workload).map(({ pod }) => pod);
    const namespace = object.metadata.namespace ?? plan.namespace;
    return pods.length === 0
      ? []
      : { workload, namespace, object, pods, job: false, changed: true, held: false };
  });
}

const isNewHere = (pod: Pod, { baseline }: Plan): boolean =>
  isStaying(pod) && !isDisrupted(pod) && !baseline.uids.has(pod.metadata.uid ?? '');

/** Follows the owners as far as the world knows them. */
function rootOf(
  index: WorldIndex,
  pod: KubeObject,
  roots: ReadonlyMap<string, KubeObject>,
): string | undefined {
  let object: KubeObject | undefined = pod;
  for (let depth = 0; object !== undefined && depth < 8; depth += 1) {
    const owner = ownerOf(object);
    if (owner === undefined) return undefined;
    const name = `${owner.kind}/${owner.name}`;
    if (roots.has(name)) return name;
    object = index.byUid(owner.uid);
  }
  return undefined;
}
