/**
 * What the workflow engine (sandbox/runner) needs from GitHub's side of Actions. The emulator keeps
 * this state and shows it over REST; the engine decides what runs and reports what happened.
 */
export interface ActionsBackend {
  /** `http://127.0.0.1:port`, the base of REST and of git over HTTP. */
  readonly url: string;
  /** Facts for the `github` context and for files of the repository at a commit. */
  readonly repository: (fullName: string) => RepositoryFacts;
  readonly createRun: (run: NewRun) => RunFacts;
  readonly updateRun: (runId: number, change: RunChange) => void;
  /**
   * Adds the job on its first call; steps are replaced as a whole. Answers the job's id, which is
   * the id of its check run too (`job.check_run_id`).
   */
  readonly updateJob: (runId: number, job: JobState) => number;
  /**
   * Applies branch policy, wait timer and required reviewers of an environment, in that order;
   * creates the environment when it is missing (as GitHub silently does). Settles when the job may
   * start or was refused; `cancelled` aborts the wait.
   */
  readonly enterEnvironment: (entry: EnvironmentEntry) => Promise<EnvironmentAnswer>;
  /** Secrets of organisation and repository, over them those of the environment when it was entered. */
  readonly secrets: (fullName: string, environment?: string) => Readonly<Record<string, string>>;
  readonly variables: (fullName: string, environment?: string) => Readonly<Record<string, string>>;
  /** A GITHUB_TOKEN with exactly these permissions; REST calls beyond them answer 403. */
  readonly mintToken: (owner: TokenOwner) => string;
  /** The token is refused from now on. */
  readonly revokeToken: (token: string) => void;
  /** ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN of a job, for artifacts. */
  readonly serviceEnvironment: (runId: number, jobId: string) => Readonly<Record<string, string>>;
  /**
   * Takes a place in a concurrency group. Settles when the group is free for this holder, or with
   * `cancelled` when a newer one took its place in the queue.
   */
  readonly enterConcurrency: (entry: ConcurrencyEntry) => Promise<'entered' | 'cancelled'>;
  readonly leaveConcurrency: (entry: ConcurrencyEntry) => void;
}

export interface RepositoryFacts {
  readonly fullName: string;
  readonly id: number;
  readonly owner: string;
  readonly ownerId: number;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly defaultBranch: string;
  /** Bare git repository. */
  readonly gitFolder: string;
  /** What `permissions` a workflow has that names none. */
  readonly defaultWorkflowPermissions: 'read' | 'write';
}

export interface NewRun {
  readonly repository: string;
  /** `.github/workflows/deploy.yml` */
  readonly workflowPath: string;
  readonly workflowName: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: string;
  readonly displayTitle: string;
  /** A re-run keeps id and number and counts the attempt up. */
  readonly rerunOf?: number;
}

export interface RunFacts {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  /** Aborted by POST …/runs/ID/cancel. */
  readonly cancelled: AbortSignal;
  /** Aborted by POST …/runs/ID/force-cancel, after `cancelled`: not even `always()` keeps a job. */
  readonly forceCancelled: AbortSignal;
}

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped' | 'startup_failure';

export interface RunChange {
  readonly status: 'queued' | 'pending' | 'waiting' | 'in_progress' | 'completed';
  readonly conclusion?: Conclusion;
  /** `run-name`, which is known only when the run is there. */
  readonly displayTitle?: string;
  /** Other repositories' workflow files this run calls: `path@ref`, sha. */
  readonly referencedWorkflows?: readonly { readonly path: string; readonly sha: string }[];
}

export interface JobState {
  /** Unique in the run: `pipeline / staging / deploy`. */
  readonly name: string;
  readonly status: 'queued' | 'waiting' | 'in_progress' | 'completed';
  readonly conclusion?: Conclusion;
  readonly environment?: string;
  readonly steps: readonly StepState[];
  /** RUNNER_NAME of the job, unique while it runs; `runner_name` of the jobs API. */
  readonly runnerName?: string;
  /** The job's log so far, masked; shown by GET …/actions/jobs/ID/logs. */
  readonly log?: string;
}

export interface StepState {
  readonly number: number;
  readonly name: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: Conclusion;
}

export interface EnvironmentEntry {
  readonly repository: string;
  readonly environment: string;
  readonly runId: number;
  readonly jobName: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** `deployment: false` keeps protection and secrets but makes no deployment record. */
  readonly deployment: boolean;
  readonly cancelled: AbortSignal;
}

export type EnvironmentAnswer =
  | { readonly state: 'entered' }
  | { readonly state: 'cancelled' }
  /** GitHub's words for the job's annotation. */
  | { readonly state: 'refused'; readonly reason: string };

export interface TokenOwner {
  readonly repository: string;
  readonly runId: number;
  readonly jobName: string;
  /** `contents` → `read` | `write`; absent = none. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
}

export interface ConcurrencyEntry {
  readonly repository: string;
  readonly group: string;
  readonly cancelInProgress: boolean;
  /** `single`: one waits, a newcomer takes its place. `max`: up to 100 wait in order. */
  readonly queue: 'single' | 'max';
  readonly runId: number;
  /** A job's name, or `''` for the whole run. */
  readonly holder: string;
  /** Called when `cancel-in-progress` of a newcomer ends this holder. */
  readonly cancel: () => void;
}
