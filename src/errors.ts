import type { DiagnosisCode } from './domain/diagnosis.ts';

/** Every way an action can fail that a user can do something about. Stable: users may match on them. */
export type ErrorCode =
  | DiagnosisCode
  | 'invalid-input'
  | 'command-missing'
  | 'command-failed'
  | 'request-failed'
  | 'login-refused'
  | 'cluster-refused'
  | 'cluster-unreachable'
  | 'registry-refused'
  | 'image-missing'
  | 'chart-unavailable'
  | 'build-failed'
  | 'helm-failed'
  | 'undo-failed'
  | 'no-target'
  | 'too-slow'
  | 'release-pending'
  | 'hook-running'
  | 'locked'
  | 'not-allowed'
  | 'board-unreadable'
  | 'wrong-revision'
  | 'check-refused'
  | 'bundle-invalid'
  | 'bundle-unknown'
  | 'github-refused'
  | 'rate-limited'
  | 'gate-refused'
  | 'not-proven'
  | 'diverged'
  | 'cancelled';

interface Details {
  /** What the person who reads this should do now. */
  readonly hint?: string;
  readonly cause?: unknown;
  /** HTTP status of the answer that refused, where code further up decides by it. */
  readonly status?: number;
}

/** A failure for the person who reads the log: what happened (message) and what to do (hint). */
export class ActionError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ActionError';
    this.code = code;
    this.hint = details.hint;
    this.status = details.status;
  }
}

/** Where something stands in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with one input, or with one key of a file that stands for inputs. */
export interface InputProblem {
  /** Name of the input, or path of the key (`environments.staging.namespace`). */
  readonly input: string;
  readonly message: string;
  readonly hint?: string;
  /** Where it was written, when it came from a file. */
  readonly place?: Place;
}

/** A problem in one line without its hint; a place in front is what editors make clickable. */
export function describeProblem({ input, message, place }: InputProblem): string {
  const at = place ? `${place.file}:${place.line}:${place.column}: ` : '';
  return `${at}${input}: ${message}`;
}

/** All that is wrong with the inputs, found together, before anything was changed. */
export class InputError extends ActionError {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super('invalid-input', problems.map(describeProblem).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** One thing that a check found, with what to do about it. */
export interface CheckProblem {
  /** Name of the check and what it is about: `dry-run Deployment/web`. */
  readonly title: string;
  readonly message: string;
  readonly hint: string;
}

/** All that the checks found wrong, together, before anything was changed. */
export class ChecksError extends ActionError {
  readonly problems: readonly CheckProblem[];

  constructor(problems: readonly CheckProblem[]) {
    super(
      'check-refused',
      problems.map(({ title, message }) => `${title}: ${message}`).join('\n'),
      { hint: 'Nothing was changed in the cluster.' },
    );
    this.name = 'ChecksError';
    this.problems = problems;
  }
}

/** The message of anything that was thrown, with the messages of its causes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError) return error.errors.map(describeError).join('\n');
  const own = error.message || error.name;
  return error.cause === undefined ? own : `${own}: ${describeError(error.cause)}`;
}
