import type { Cluster } from '../cluster/connect.ts';
import type { Assessment, JobState, Plan } from '../domain/assessment.ts';
import { cut, fitted, LIMITS, mapTexts } from '../domain/bounded.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import type { EventFacts } from '../domain/event-facts.ts';
import type { Condition, PodFacts } from '../domain/pod-facts.ts';
import type { Redact } from '../domain/redact.ts';
import {
  type ClaimFacts,
  claimsOf,
  conditionsOfNamed,
  eventsOf,
  podsOf,
  type WorkloadFacts,
  workloadFacts,
} from '../domain/rollout-facts.ts';
import type { World } from '../domain/world.ts';
import type { Span } from '../report/stopwatch.ts';
import { logOf, readLogs } from './failure-logs.ts';
import type { LogExcerpt, PodLogPorts } from './pod-logs.ts';
import { type Quota, readQuotas } from './read-quotas.ts';

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
  readonly workloads: readonly WorkloadFacts[];
  readonly jobs: readonly JobEvidence[];
  /** Pods in trouble first. */
  readonly pods: readonly PodFacts[];
  /** By object, the newest of each last. */
  readonly events: readonly EventFacts[];
  readonly logs: readonly LogExcerpt[];
  readonly quotas: readonly Quota[];
  /** Volume claims of the pods. */
  readonly claims: readonly ClaimFacts[];
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

interface JobEvidence extends JobState {
  /** `''` where nothing runs in it. */
  readonly container: string;
  readonly conditions: readonly Condition[];
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
  const pods = podsOf(world, assessment, input.diagnosis);
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
    workloads: assessment.workloads.map((state) => workloadFacts(state, world)),
    jobs: assessment.jobs.map((state) => ({
      ...state,
      container: state.container ?? '',
      conditions: conditionsOfNamed(world, 'Job', state.name),
    })),
    pods,
    events: eventsOf(world, plan, pods),
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

function timelineOf(spans: readonly Span[]): Evidence['timeline'] {
  const began = Math.min(...spans.map(({ start }) => start));
  return spans.map(({ name, start, end, failed }) => ({
    name,
    start: Math.round(start - began),
    end: end === undefined ? null : Math.round(end - began),
    failed: failed && end !== undefined,
  }));
}
