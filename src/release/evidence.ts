import type { Cluster } from '../cluster/connect.ts';
import { cut, fitted, LIMITS, mapTexts } from '../domain/bounded.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import { type EventFacts, eventFacts } from '../domain/event-facts.ts';
import type { KubeObject } from '../domain/manifest.ts';
import { type Condition, conditionsOf, type PodFacts, podFacts } from '../domain/pod-facts.ts';
import type { Redact } from '../domain/redact.ts';
import type { Assessment, JobState, Plan, WorkloadState } from '../domain/rollout.ts';
import type { World } from '../domain/world.ts';
import { describeError } from '../errors.ts';
import type { Span } from '../report/stopwatch.ts';
import { logOf, readLogs } from './failure-logs.ts';
import { inTime } from './in-time.ts';
import type { LogExcerpt, PodLogPorts } from './pod-logs.ts';

/**
 * Everything that explains a failed rollout, gathered before anything is stopped or undone.
 * Published as schema/evidence.schema.json. What other people wrote is redacted.
 */
export interface Evidence {
  readonly schema: 1;
  readonly release: string;
  readonly namespace: string;
  readonly revision: number | null;
  readonly previousRevision: number | null;
  /** Address of the run. */
  readonly run: string;
  /** Who we were on the cluster. */
  readonly identity: string;
  /** ISO time of the runner's clock when it was collected. */
  readonly at: string;
  /** Null where no cause was found. */
  readonly diagnosis: Diagnosis | null;
  /** What the action says went wrong. */
  readonly problem: string;
  readonly helm: readonly string[];
  readonly workloads: readonly WorkloadEvidence[];
  readonly jobs: readonly JobEvidence[];
  /** Pods in trouble first. */
  readonly pods: readonly PodFacts[];
  /** By object, the newest of each last. */
  readonly events: readonly EventFacts[];
  readonly logs: readonly LogExcerpt[];
  readonly quotas: readonly Quota[];
  /** Volume claims of the pods. */
  readonly claims: readonly Claim[];
  /** Milliseconds since the run began; `end` null where it went on. */
  readonly timeline: readonly {
    name: string;
    start: number;
    end: number | null;
    failed: boolean;
  }[];
  /** What is not in here, and why. */
  readonly missing: readonly { readonly what: string; readonly why: string }[];
}

export interface WorkloadEvidence extends Omit<WorkloadState, 'ref' | 'pods'> {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly pods: readonly string[];
  readonly conditions: readonly Condition[];
}

interface JobEvidence extends JobState {
  /** `''` where nothing runs in it. */
  readonly container: string;
  readonly conditions: readonly Condition[];
}

export interface Quota {
  readonly name: string;
  readonly namespace: string;
  readonly hard: Readonly<Record<string, string>>;
  readonly used: Readonly<Record<string, string>>;
}

export interface Claim {
  readonly name: string;
  readonly namespace: string;
  readonly phase: string;
  readonly storageClass: string;
}

export interface EvidenceInput {
  readonly release: string;
  readonly namespace: string;
  readonly revision: number | undefined;
  readonly previousRevision: number | undefined;
  readonly run: string;
  readonly identity: string;
  readonly at: string;
  readonly diagnosis: Diagnosis | undefined;
  readonly problem: string;
  readonly helm: readonly string[];
  readonly assessment: Assessment;
  readonly world: World;
  readonly plan: Plan;
  readonly spans: readonly Span[];
  /** What was read while the rollout ran. */
  readonly logs: readonly LogExcerpt[];
  /** Kinds that could not be read. */
  readonly unreadable: readonly string[];
}

export interface EvidencePorts {
  readonly read: PodLogPorts['read'];
  readonly call: Cluster['call'];
  readonly redact: Redact;
  /** Aborted when there is no more time: what has not come by then is named as missing. */
  readonly giveUp: AbortSignal;
}

/**
 * Gathers what explains the failure. It never throws and never waits longer than `giveUp` lets it:
 * most is in the world already, only logs and quotas are asked for.
 */
export async function collectEvidence(
  input: EvidenceInput,
  ports: EvidencePorts,
): Promise<Evidence> {
  const { world, plan, assessment } = input;
  const pods = podsOf(input);
  const [read, quotas] = await Promise.all([
    readLogs({ pods, diagnosis: input.diagnosis, known: input.logs }, ports),
    readQuotas(plan, ports),
  ]);
  const evidence: Evidence = {
    schema: 1,
    release: input.release,
    namespace: input.namespace,
    revision: input.revision ?? null,
    previousRevision: input.previousRevision ?? null,
    run: input.run,
    identity: input.identity,
    at: input.at,
    diagnosis: input.diagnosis
      ? { ...input.diagnosis, log: logOf(input.diagnosis, assessment, pods, read.logs) }
      : null,
    problem: input.problem,
    helm: input.helm.slice(-LIMITS.helmLines),
    workloads: assessment.workloads.map((state) => workloadEvidence(state, world)),
    jobs: assessment.jobs.map((state) => ({
      ...state,
      container: state.container ?? '',
      conditions: conditionsOfNamed(world, 'Job', state.name),
    })),
    pods,
    events: eventsOf(input, pods),
    logs: read.logs,
    quotas: quotas.quotas,
    claims: claimsOf(world, plan),
    timeline: timelineOf(input.spans),
    missing: [
      ...input.unreadable.map((what) => ({
        what,
        why: 'could not be read with the rights of this run',
      })),
      ...read.missing,
      ...quotas.missing,
    ],
  };
  const { redact } = ports;
  const clean = mapTexts(evidence, (text) => cut(redact(text), LIMITS.text));
  // A code is one of ours: it stays readable where a secret happens to be the same word.
  const code = evidence.diagnosis?.code;
  const diagnosis = clean.diagnosis && code ? { ...clean.diagnosis, code } : null;
  return fitted({ ...clean, diagnosis }, LIMITS.total, ['helm']);
}

type Missing = Evidence['missing'];

/** Of new pods those that are not ready first; those of Jobs and of the diagnosis, too. */
function podsOf({ world, assessment, diagnosis }: EvidenceInput): readonly PodFacts[] {
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

function workloadEvidence({ ref, pods, ...state }: WorkloadState, world: World): WorkloadEvidence {
  return {
    ...ref,
    ...state,
    pods: pods.map(({ name }) => name),
    conditions: conditionsOfNamed(world, ref.kind, ref.name, ref.namespace),
  };
}

function conditionsOfNamed(
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
function eventsOf(
  { world, plan }: EvidenceInput,
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
function claimsOf(world: World, plan: Plan): readonly Claim[] {
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

function timelineOf(spans: readonly Span[]): Evidence['timeline'] {
  const began = Math.min(...spans.map(({ start }) => start));
  return spans.map(({ name, start, end, failed }) => ({
    name,
    start: Math.round(start - began),
    end: end === undefined ? null : Math.round(end - began),
    failed: failed && end !== undefined,
  }));
}

/** The quotas of the namespaces that the release uses. */
async function readQuotas(
  { namespace, manifest }: Plan,
  { call, giveUp }: EvidencePorts,
): Promise<{ readonly quotas: readonly Quota[]; readonly missing: Missing }> {
  const namespaces = new Set([
    namespace,
    ...manifest.flatMap(({ metadata }) => metadata.namespace ?? []),
  ]);
  const read = async (where: string): Promise<readonly Quota[]> => {
    const path = `/api/v1/namespaces/${where}/resourcequotas`;
    const { status, body } = await call({ path });
    if (status !== 200) {
      const { message = '' } = (body ?? {}) as { message?: string };
      throw new Error(`the API server answered ${status}: ${message}`);
    }
    const { items = [] } = body as { items?: readonly KubeObject[] };
    return items.map(({ metadata, status: state }) => {
      const { hard = {}, used = {} } = (state ?? {}) as Partial<Quota>;
      return { name: metadata.name, namespace: where, hard, used };
    });
  };
  const answers = await Promise.all(
    [...namespaces].map(async (where) => {
      const what = `quotas of namespace ${where}`;
      return inTime(read(where), giveUp).then(
        (quotas) => ({ quotas, missing: [] }),
        (error: unknown) => ({ quotas: [], missing: [{ what, why: describeError(error) }] }),
      );
    }),
  );
  return {
    quotas: answers.flatMap(({ quotas }) => quotas),
    missing: answers.flatMap(({ missing }) => missing),
  };
}
