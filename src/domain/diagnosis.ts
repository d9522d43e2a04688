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
  | 'changed-by-others'
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
  /** What is missing, of `missing-config` and `missing-volume`, where the message names it. */
  readonly needs?: Need;
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

/** A Secret, a ConfigMap, a key of one, a ServiceAccount or a claim that is not there. */
export interface Need {
  readonly kind: string;
  readonly name: string;
  readonly key?: string;
}
