/** Whether the environment runs the bundle, at one moment. */
export interface IdentityCheck {
  /** ISO 8601. */
  readonly at: string;
  /** `behind`: it is the bundle, but not all pods are ready. `other`: something else runs. */
  readonly state: 'verified' | 'behind' | 'other';
  readonly problems: readonly string[];
}

/** One spec of a report that did not pass. */
export interface FailedSpec {
  readonly name: string;
  /** The first lines of what the runner said. */
  readonly message: string;
}

export interface E2eReport {
  readonly tests: number;
  readonly passed: number;
  readonly skipped: number;
  readonly failed: readonly FailedSpec[];
}

/** Why a report that should be there says nothing. */
export type ReportProblem = 'missing' | 'malformed' | 'too-large';

/** One run of the E2E command. */
export interface E2eAttempt {
  readonly ended: 'exit' | 'timeout' | 'signal' | 'stopped' | 'not-started';
  /** With `ended: exit`. */
  readonly code?: number;
  readonly ms: number;
  /** Undefined where no report was asked for. */
  readonly report?: E2eReport | { readonly problem: ReportProblem; readonly message: string };
  /** The last lines of output, for people. */
  readonly lastLines: readonly string[];
}

/** One question to the service. `error`: our side or the way there failed, the service was not asked. */
export interface ProbeTick {
  /** Milliseconds since the watch began. */
  readonly at: number;
  readonly result: 'good' | 'bad' | 'error';
  readonly message: string;
}

export interface ProbeEvidence {
  readonly name: string;
  readonly ticks: readonly ProbeTick[];
}

/** All that was seen of one bundle in one environment in one run. */
export interface Evidence {
  readonly schema: 1;
  readonly bundle: string;
  readonly environment: string;
  /** `<run id>.<attempt>` */
  readonly run: string;
  readonly first?: IdentityCheck;
  readonly last?: IdentityCheck;
  /** In order; the later ones are retries. */
  readonly e2e: readonly E2eAttempt[];
  readonly probes: readonly ProbeEvidence[];
  /** Milliseconds of the soak that were really watched. */
  readonly watched: number;
  readonly cancelled: boolean;
}
