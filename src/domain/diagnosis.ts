import type { Assessment, Baseline, Plan } from './rollout.ts';
import type { Signal, SignalClass } from './signals/signal.ts';
import type { World } from './world.ts';

/** Stable names of causes; documented for users. */
export type DiagnosisCode =
  | 'image-not-found'
  | 'image-denied'
  | 'registry-unreachable'
  | 'crash-loop'
  | 'exited'
  | 'out-of-memory'
  | 'missing-config'
  | 'missing-volume'
  | 'bad-command'
  | 'not-ready'
  | 'liveness-killed'
  | 'startup-failed'
  | 'unschedulable'
  | 'denied-by-policy'
  | 'quota-exceeded'
  | 'init-failed'
  | 'hook-failed'
  | 'volume-unbound'
  | 'progress-deadline'
  | 'wrong-digest'
  | 'wrong-platform'
  | 'webhook-down'
  | 'no-endpoints'
  | 'timeout';

export interface Diagnosis {
  readonly code: DiagnosisCode;
  /** `Deployment/web`, `Job/migrate`, `Service/web`. */
  readonly workload: string;
  /** `Pod/web-abc-x`: where it shows. */
  readonly object: string;
  readonly namespace: string;
  /** `''` where no container is at fault. */
  readonly container: string;
  /** Verbatim, as Kubernetes said it. */
  readonly message: string;
  readonly hint: string;
  /** Last lines of the container; filled in when evidence is collected. */
  readonly log: readonly string[];
}

/** What softens the verdict: the action's inputs. */
export interface Limits {
  /** Failed pulls after which an image counts as missing. */
  readonly pullAttempts: number;
  /** Restarts that are still allowed; the exit after them is fatal. */
  readonly maxRestarts: number;
  /** Milliseconds. */
  readonly unschedulableAfter: number;
}

/** A signal with the time since when the judge sees it. */
export interface Standing {
  readonly signal: Signal;
  /** On the judge's clock. */
  readonly since: number;
  readonly class: SignalClass;
}

export interface Judge {
  /** The verdict, or undefined while the rollout can still succeed; `now` in ms of a clock that never jumps. */
  readonly see: (assessment: Assessment, now: number) => Diagnosis | undefined;
  /** When helm ended by itself or the time is up: the best explanation of what still stands. */
  readonly atEnd: (assessment: Assessment, now: number, said: string) => Diagnosis;
  /** What stood at the last look, worst first. */
  readonly standing: () => readonly Standing[];
}

/** Keeps what time and repetition add to the signals of one rollout. */
export function createJudge(_limits: Limits): Judge {
  let standing: readonly Standing[] = [];
  const look = (assessment: Assessment, now: number): void => {
    const known = new Map(standing.map((one) => [one.signal.key, one.since]));
    standing = assessment.signals.map((signal) => ({
      signal,
      since: known.get(signal.key) ?? now,
      class: signal.class,
    }));
  };
  return {
    see: (assessment, now) => {
      look(assessment, now);
      const fatal = standing.find((one) => one.class === 'fatal');
      return fatal && diagnosisOf(fatal.signal);
    },
    atEnd: (assessment, now, said) => {
      look(assessment, now);
      const [worst] = standing;
      if (worst !== undefined) return diagnosisOf(worst.signal);
      const behind = assessment.workloads.find((workload) => workload.phase !== 'done');
      const workload = behind === undefined ? '' : `${behind.ref.kind}/${behind.ref.name}`;
      return {
        code: 'timeout',
        workload,
        object: workload,
        namespace: behind?.ref.namespace ?? '',
        container: '',
        message: said,
        hint: '',
        log: [],
      };
    },
    standing: () => standing,
  };
}

const diagnosisOf = (signal: Signal): Diagnosis => ({
  code: signal.code,
  workload: signal.workload,
  object: signal.object,
  namespace: signal.namespace,
  container: signal.container,
  message: signal.message,
  hint: signal.hint,
  log: [],
});

/**
 * What went wrong after helm said done: restarts of new pods, readiness that was lost, Services
 * that lost their endpoints or never got any. Helm is green on all of these (measured).
 */
export function settleProblems(
  _world: World,
  _plan: Plan,
  _atVerify: Baseline,
): readonly Diagnosis[] {
  return [];
}
