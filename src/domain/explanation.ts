import type { Assessment } from './assessment.ts';
import type { Diagnosis, DiagnosisCode } from './diagnosis.ts';
import { refusalIn } from './signals/creation.ts';
import { cleanMessage } from './signals/message.ts';
import type { Signal, Standing } from './signals/signal.ts';

/** Of two signals the one that explains the other comes first. */
const EXPLAINS: readonly DiagnosisCode[] = [
  'wrong-platform',
  'image-not-found',
  'image-denied',
  'wrong-digest',
  'bad-command',
  'denied-by-policy',
  'missing-config',
  'missing-volume',
  'quota-exceeded',
  'out-of-memory',
  'startup-failed',
  'liveness-killed',
  'init-failed',
  'exited',
  'crash-loop',
  'hook-failed',
  'registry-unreachable',
  'webhook-down',
  'volume-unbound',
  'unschedulable',
  'no-endpoints',
  'changed-by-others',
  'not-ready',
  'progress-deadline',
  'timeout',
];

/** Ripe before unripe, what lasts before what passes, causes before effects, old before new. */
export function worstFirst(standing: readonly Standing[]): readonly Standing[] {
  const rank = ({ signal, ripe }: Standing): number =>
    (ripe ? 0 : signal.class === 'transient' ? 200 : 100) + EXPLAINS.indexOf(signal.code);
  return [...standing].sort(
    (a, b) => rank(a) - rank(b) || a.since - b.since || a.signal.key.localeCompare(b.signal.key),
  );
}

/** What a slow start shows as well: it does not say why a deadline has passed, only where. */
const WEAK: readonly DiagnosisCode[] = ['not-ready', 'timeout'];

/**
 * A signal as a diagnosis. A progress deadline that has passed is told by its cause, where one
 * stands beside it; where pods just do not get ready, it is the deadline that was too short for them.
 */
export function verdictOn(signal: Signal, standing: readonly Standing[]): Diagnosis {
  if (signal.code !== 'progress-deadline') return diagnosisOf(signal);
  const cause = standing.find(
    (one) => one.signal.workload === signal.workload && one.signal.code !== signal.code,
  )?.signal;
  if (cause === undefined) return diagnosisOf(signal);
  const known = diagnosisOf(cause);
  return WEAK.includes(cause.code)
    ? {
        ...diagnosisOf(signal),
        container: known.container,
        message: `${signal.message} (${known.object}: ${known.message})`,
        hint: `${known.hint} If it only needs longer, raise progressDeadlineSeconds.`,
      }
    : { ...known, hint: `${known.hint} (Kubernetes gave up: ${signal.message})` };
}

function diagnosisOf(signal: Signal): Diagnosis {
  const { code, workload, object, namespace, container, message, hint, needs } = signal;
  const log: readonly string[] = [];
  return {
    code,
    workload,
    object,
    namespace,
    container,
    message,
    hint,
    log,
    ...(needs && { needs }),
  };
}

/** The best explanation of a rollout that did not get done, from what stands and what helm said. */
export function explain(
  assessment: Assessment,
  standing: readonly Standing[],
  said: string,
): Diagnosis {
  const [worst] = standing;
  if (worst?.ripe) return verdictOn(worst.signal, standing);
  return (
    refused(assessment, said) ??
    (worst && atTheEnd(verdictOn(worst.signal, standing), said)) ??
    late(assessment, said)
  );
}

/** It proves nothing by itself, so the reader is told what ended the wait. */
function atTheEnd(diagnosis: Diagnosis, said: string): Diagnosis {
  const [line = ''] = cleanMessage(said).split('\n');
  const why = line.length > 160 ? `${line.slice(0, 160)}…` : line;
  return { ...diagnosis, hint: `It still stood at the end (${why}). ${diagnosis.hint}` };
}

/** Helm itself was refused, so no pod can tell. */
function refused({ workloads }: Assessment, said: string): Diagnosis | undefined {
  const namespace = workloads[0]?.ref.namespace ?? '';
  const row = refusalIn(said, namespace);
  if (row === undefined) return undefined;
  const message = cleanMessage(said);
  const subject = { namespace, workload: 'the release', object: '', message, podsAreEnding: false };
  const place = { workload: '', object: '', namespace, container: '', log: [] };
  return { ...place, code: row.code, message, hint: row.hint(subject, message) };
}

/** Nothing stands: say what was not done yet. */
function late({ workloads, jobs }: Assessment, said: string): Diagnosis {
  const message = cleanMessage(said);
  const base = { code: 'timeout', container: '', message, log: [] } as const;
  const namespace = workloads[0]?.ref.namespace ?? '';
  const job = jobs.find(({ phase }) => phase === 'running');
  if (job !== undefined) {
    const workload = `Job/${job.name}`;
    const pod = job.pods.at(-1);
    const object = pod === undefined ? workload : `Pod/${pod}`;
    const hint = `${job.hook ? 'The hook' : 'The Job'} ${workload} was still running: does it hang, or wait for a lock? \`kubectl -n ${namespace} logs ${workload.toLowerCase()}\`. If it only needs longer, raise \`timeout\`.`;
    return { ...base, workload, object, namespace, container: job.container ?? '', hint };
  }
  const behind = workloads.find(({ phase }) => phase === 'rolling' || phase === 'waiting');
  if (behind === undefined) {
    const hint = 'Everything that is watched was done; what helm waited for is in its own words.';
    return { ...base, workload: '', object: '', namespace, hint };
  }
  const workload = `${behind.ref.kind}/${behind.ref.name}`;
  const unseen = behind.phase === 'waiting' ? endedHook(jobs) : undefined;
  if (unseen !== undefined) {
    const hint = `The hook Job/${unseen} has ended, but helm has not gone on: something between it and the API server (a proxy that buffers, a gateway with few streams) holds its watch back.`;
    return { ...base, workload, object: `Job/${unseen}`, namespace: behind.ref.namespace, hint };
  }
  const pod = behind.pods.find(({ ready }) => !ready);
  return {
    ...base,
    workload,
    object: pod === undefined ? workload : `Pod/${pod.name}`,
    namespace: behind.ref.namespace,
    hint: `${workload} had ${behind.ready} of ${behind.desired} new pods ready (${behind.note}). If it only needs longer, raise \`timeout\`.`,
  };
}

/** A hook that is done while helm has applied nothing yet. */
const endedHook = (jobs: Assessment['jobs']): string | undefined =>
  jobs.find(({ hook, phase }) => hook && phase === 'done')?.name;
