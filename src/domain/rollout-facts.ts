import type { Assessment, Plan, WorkloadState } from './assessment.ts';
import { LIMITS } from './bounded.ts';
import type { Diagnosis } from './diagnosis.ts';
import { type EventFacts, eventFacts } from './event-facts.ts';
import type { KubeObject } from './manifest.ts';
import { type Condition, conditionsOf, type PodFacts, podFacts } from './pod-facts.ts';
import type { World } from './world.ts';

export interface WorkloadFacts extends Omit<WorkloadState, 'ref' | 'pods'> {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly pods: readonly string[];
  readonly conditions: readonly Condition[];
}

/** A volume claim. */
export interface ClaimFacts {
  readonly name: string;
  readonly namespace: string;
  readonly phase: string;
  readonly storageClass: string;
}

/** Of new pods those that are not ready first; those of Jobs and of the diagnosis, too. */
export function podsOf(
  world: World,
  assessment: Assessment,
  diagnosis: Diagnosis | undefined,
): readonly PodFacts[] {
  const all = new Map(
    [...world.gone('Pod'), ...world.all('Pod')].map((pod) => [pod.metadata.name, pod] as const),
  );
  const states = assessment.workloads.flatMap(({ pods }) => pods);
  const names = new Set([
    ...(diagnosis?.object.startsWith('Pod/') ? [diagnosis.object.slice(4)] : []),
    ...assessment.jobs.filter(({ phase }) => phase !== 'done').flatMap(({ pods }) => pods),
    ...states.filter(({ ready }) => !ready).map(({ name }) => name),
    ...states.map(({ name }) => name),
    ...assessment.jobs.flatMap(({ pods }) => pods),
  ]);
  return [...names]
    .flatMap((name) => all.get(name) ?? [])
    .slice(0, LIMITS.pods)
    .map(podFacts);
}

/** A workload's state with what it says about itself. */
export function workloadFacts({ ref, pods, ...state }: WorkloadState, world: World): WorkloadFacts {
  return {
    ...ref,
    ...state,
    pods: pods.map(({ name }) => name),
    conditions: conditionsOfNamed(world, ref.kind, ref.name, ref.namespace),
  };
}

/** The conditions of the object of this name, none where it is not there. */
export function conditionsOfNamed(
  world: World,
  kind: string,
  name: string,
  namespace?: string,
): readonly Condition[] {
  const object = world
    .all(kind)
    .find(
      ({ metadata }) =>
        metadata.name === name && (namespace === undefined || metadata.namespace === namespace),
    );
  return object ? conditionsOf(object) : [];
}

/** Those about the release's objects and what was made for them, the newest of each. */
export function eventsOf(
  world: World,
  plan: Plan,
  pods: readonly PodFacts[],
): readonly EventFacts[] {
  const own = [...plan.manifest, ...plan.hooks.map(({ object }) => object)];
  const names = new Set([
    ...own.map(({ kind, metadata }) => `${kind}/${metadata.name}`),
    ...pods.flatMap(({ name, owner }) => [`Pod/${name}`, owner]),
    ...claimsOf(world, plan).map(({ name }) => `PersistentVolumeClaim/${name}`),
    ...replicaSetsOf(world, plan).map(({ metadata }) => `ReplicaSet/${metadata.name}`),
  ]);
  const byObject = Map.groupBy(
    world
      .all('Event')
      .map(eventFacts)
      .filter(({ object }) => names.has(object)),
    ({ object }) => object,
  );
  const newest = [...byObject.values()].flatMap((events) =>
    events.sort((a, b) => Date.parse(a.last) - Date.parse(b.last)).slice(-LIMITS.eventsPerObject),
  );
  return newest.slice(-LIMITS.events);
}

function replicaSetsOf(world: World, plan: Plan): readonly KubeObject[] {
  const deployments = new Set(
    plan.manifest.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name),
  );
  return world
    .all('ReplicaSet')
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(
        ({ kind, name }) => kind === 'Deployment' && deployments.has(name),
      ),
    );
}

/** Claims of the manifest, and those a StatefulSet makes (`<template>-<set>-<number>`). */
export function claimsOf(world: World, plan: Plan): readonly ClaimFacts[] {
  const own = plan.manifest.map(({ metadata }) => metadata.name);
  return world
    .all('PersistentVolumeClaim')
    .filter(({ metadata: { name } }) =>
      own.some((owner) => name === owner || name.includes(`-${owner}-`)),
    )
    .slice(0, LIMITS.pods)
    .map(({ metadata, spec, status }) => ({
      name: metadata.name,
      namespace: metadata.namespace ?? '',
      phase: (status as { phase?: string } | undefined)?.phase ?? '',
      storageClass: (spec as { storageClassName?: string } | undefined)?.storageClassName ?? '',
    }));
}
