/** Which question before a deploy was not answered with yes. */
export type CheckName =
  | 'lint'
  | 'schema'
  | 'images'
  | 'dry-run'
  | 'references'
  | 'access'
  | 'removal'
  | 'render'
  | 'size'
  | 'ownership'
  | 'cluster';

/** One thing that a check says, for a person: each becomes one annotation. */
export interface CheckFinding {
  readonly check: CheckName;
  /**
   * `refused`: the deploy would fail or destroy something. `warning`: it may go well.
   * `not-checked`: nobody could say; never taken for a yes.
   */
  readonly outcome: 'refused' | 'warning' | 'not-checked';
  /** `Deployment/web`; `''` where it is about the release as a whole. */
  readonly object: string;
  /** `spec.template.spec.containers[web].env[PASSWORD]`, `''` where it is not about one. */
  readonly field: string;
  readonly message: string;
  /** What to do; `''` where the message says it. */
  readonly hint: string;
}
