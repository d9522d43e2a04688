import type { Concurrency } from './actions/concurrency.ts';
import type {
  Conclusion,
  NewRun,
  RepositoryFacts,
  RunChange,
  StepState,
} from './actions-backend.ts';
import type { EventLog } from './event-log.ts';
import type { Git } from './git/git.ts';
import type { Listeners } from './listeners.ts';
import type { Limits } from './rest/limits.ts';

/** Everything the emulator knows. It lives in memory; only git is on disk. */
export interface State {
  /** `http://127.0.0.1:PORT`: REST, git and the pages that `html_url` names. */
  readonly url: string;
  readonly events: EventLog;
  readonly accounts: Map<string, Account>;
  readonly teams: Map<string, Team>;
  readonly repositories: Map<string, Repository>;
  /** Secrets and variables of an organisation or a user, by login. */
  readonly ownerValues: Map<string, Values>;
  readonly apps: Map<number, App>;
  /** GitHub Actions itself: what a GITHUB_TOKEN does is done by it. */
  readonly actionsApp: App;
  readonly tokens: Map<string, Caller>;
  readonly listeners: Listeners;
  readonly limits: Limits;
  readonly concurrency: Concurrency;
  readonly now: () => Date;
  /** Ids of everything, as on GitHub never used twice. */
  readonly nextId: () => number;
}

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  /** What a user may do in every repository; bots and organisations act through tokens. */
  readonly role: Role;
}

export type Role = 'none' | 'read' | 'write' | 'admin';

export interface Team {
  readonly id: number;
  readonly organization: string;
  readonly slug: string;
  readonly members: readonly string[];
}

/** A GitHub App, installed on all repositories of its owner. */
export interface App {
  readonly id: number;
  readonly installationId: number;
  readonly slug: string;
  readonly owner: Account;
  readonly bot: Account;
  /** PEM, for the RS256 signature of its JWTs. */
  readonly publicKey: string;
  readonly permissions: Permissions;
  readonly createdAt: Date;
}

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** Whom a token stands for. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly account: Account }
  | { readonly kind: 'app'; readonly app: App }
  | {
      readonly kind: 'job';
      readonly account: Account;
      readonly repository: string;
      readonly runId: number;
      readonly permissions: Permissions;
    }
  | {
      readonly kind: 'installation';
      readonly account: Account;
      readonly app: App;
      /** Full names in lower case; all of the owner's when absent. */
      readonly repositories?: readonly string[];
      readonly permissions: Permissions;
      readonly expiresAt: Date;
    };

export interface Repository extends RepositoryFacts {
  readonly name: string;
  readonly account: Account;
  readonly createdAt: Date;
  pushedAt: Date;
  readonly git: Git;
  /** Changes of refs happen one after the other, whoever asks for them. */
  readonly exclusive: <T>(body: () => Promise<T>) => Promise<T>;
  readonly protections: Map<string, Protection>;
  readonly values: Values;
  readonly environments: Map<string, Environment>;
  readonly deployments: Deployment[];
  readonly statuses: CommitStatus[];
  readonly checkRuns: CheckRun[];
  readonly pulls: Pull[];
  readonly comments: Comment[];
  readonly workflows: Map<string, Workflow>;
  readonly runs: Run[];
  readonly artifacts: Artifact[];
}

/** Classic protection of one branch. */
export interface Protection {
  /** Pushes are refused; changes come by pull request with this many approvals. */
  readonly requirePullRequest?: { readonly approvals: number };
  /** Checks a commit needs before it may become the branch's head. */
  readonly requiredChecks?: readonly string[];
  /** Logins (`alice`, `deployer[bot]`) that may push; all with write access when absent. */
  readonly mayPush?: readonly string[];
  readonly allowForcePushes?: boolean;
  readonly allowDeletions?: boolean;
  /** The branch is merged by a merge queue only. */
  readonly mergeQueue?: boolean;
}

export interface Values {
  readonly secrets: Map<string, Value>;
  readonly variables: Map<string, Value>;
}

export interface Value {
  readonly value: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  updatedAt: Date;
  waitMinutes: number;
  reviewers: readonly Reviewer[];
  preventSelfReview: boolean;
  branches: 'all' | 'protected' | 'custom';
  readonly policies: BranchPolicy[];
  readonly values: Values;
  readonly ruleIds: {
    readonly wait: number;
    readonly reviewers: number;
    readonly branches: number;
  };
}

export interface Reviewer {
  readonly type: 'User' | 'Team';
  /** Login of the user, slug of the team. */
  readonly name: string;
}

export interface BranchPolicy {
  readonly id: number;
  pattern: string;
  readonly type: 'branch' | 'tag';
}

export type DeploymentState =
  | 'error'
  | 'failure'
  | 'inactive'
  | 'in_progress'
  | 'queued'
  | 'pending'
  | 'success';

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: unknown;
  readonly environment: string;
  readonly description: string | null;
  readonly creator: Account;
  readonly app: App | undefined;
  readonly transient: boolean;
  readonly production: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly creator: Account;
  readonly app: App | undefined;
  readonly createdAt: Date;
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Account;
  readonly createdAt: Date;
}

export type CheckConclusion = Conclusion | 'neutral' | 'timed_out' | 'action_required';

export interface CheckRun {
  readonly id: number;
  readonly sha: string;
  readonly suite: number;
  name: string;
  status: 'queued' | 'in_progress' | 'completed' | 'waiting' | 'pending';
  conclusion: CheckConclusion | null;
  externalId: string;
  detailsUrl: string;
  startedAt: Date | null;
  completedAt: Date | null;
  output: { title: string | null; summary: string | null; text: string | null };
  readonly app: App | undefined;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: Account;
  /** A branch. */
  readonly head: string;
  /** Full name of the repository that has the head, where it is another one. */
  readonly fork?: string;
  base: string;
  state: 'open' | 'closed';
  draft: boolean;
  /** Head and base as they were when the pull request was merged or closed. */
  closed?: { readonly head: string; readonly base: string; readonly at: Date };
  merged?: { readonly sha: string; readonly by: Account; readonly at: Date };
  readonly createdAt: Date;
  updatedAt: Date;
  readonly reviews: PullReview[];
}

export interface PullReview {
  readonly id: number;
  readonly author: Account;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly body: string;
  readonly commit: string;
  readonly at: Date;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly author: Account;
  readonly app: App | undefined;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface Workflow {
  readonly id: number;
  readonly path: string;
  readonly createdAt: Date;
}

export interface Run extends Omit<NewRun, 'rerunOf' | 'displayTitle'> {
  displayTitle: string;
  readonly id: number;
  readonly number: number;
  readonly workflow: Workflow;
  readonly checkSuite: number;
  readonly createdAt: Date;
  readonly attempts: Attempt[];
  readonly approvals: Approval[];
  /** Environments some job of the run waits for, by name. */
  readonly pending: Map<string, PendingDeployment>;
}

export interface Attempt {
  readonly number: number;
  readonly triggeringActor: string;
  readonly startedAt: Date;
  updatedAt: Date;
  status: RunChange['status'];
  conclusion: Conclusion | null;
  referencedWorkflows: NonNullable<RunChange['referencedWorkflows']>;
  readonly jobs: Job[];
  readonly cancel: AbortController;
  readonly force: AbortController;
}

export interface Job {
  readonly id: number;
  readonly name: string;
  status: 'queued' | 'waiting' | 'in_progress' | 'completed';
  conclusion: Conclusion | null;
  environment: string | undefined;
  steps: readonly Step[];
  log: string | undefined;
  runnerName: string | undefined;
  readonly createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  /** The record GitHub made because the job names an environment. */
  deployment: Deployment | undefined;
}

export interface Step extends StepState {
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
}

export interface Approval {
  readonly environment: Environment;
  readonly state: 'approved' | 'rejected';
  readonly user: Account;
  readonly comment: string;
}

export interface PendingDeployment {
  readonly environment: Environment;
  readonly startedAt: Date;
  waitsFor: 'timer' | 'reviewers';
  /** The jobs of the run that wait; one review speaks to all of them. */
  readonly jobs: Map<Job, (approval: Approval) => void>;
}

export interface Artifact {
  readonly id: number;
  /** Unguessable part of the address of its content. */
  readonly key: string;
  readonly jobId: string;
  readonly runId: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  contentType: string;
  readonly blocks: Map<string, Buffer>;
  content: Buffer;
  digest: string | undefined;
  finished: boolean;
}
