/** The parts of GitHub's answers that we use, in its own words where they are short. */

export interface NewDeployment {
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly production_environment: boolean;
  readonly transient_environment: boolean;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly payload: unknown;
  readonly created_at: string;
}

export type DeploymentState =
  | 'error'
  | 'failure'
  | 'inactive'
  | 'in_progress'
  | 'queued'
  | 'pending'
  | 'success';

export interface NewStatus {
  readonly state: DeploymentState;
  /** At most 140 characters. */
  readonly description: string;
  readonly log_url?: string;
  readonly environment_url?: string;
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly created_at: string;
  readonly log_url?: string;
}

export interface Run {
  readonly id: number;
  readonly attempt: number;
  readonly headBranch: string;
  readonly headSha: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string;
  /** `.github/workflows/deploy.yml` */
  readonly path: string;
  /** `owner/repo/.github/workflows/deploy.yml@ref` of every called workflow. */
  readonly called: readonly string[];
  readonly actors: readonly string[];
}

export interface Job {
  readonly id: number;
  readonly run_id: number;
  readonly run_attempt?: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly started_at: string;
  readonly completed_at: string | null;
  readonly runner_name: string | null;
}

export interface Review {
  readonly user: string;
  readonly state: string;
  readonly environments: readonly string[];
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
}

export interface ComparedCommit {
  readonly sha: string;
  /** First line of the message. */
  readonly title: string;
  /** Logins of author and committer, where GitHub knows them. */
  readonly people: readonly string[];
}

/** How `head` stands to `base`. */
export interface Comparison {
  readonly status: 'ahead' | 'behind' | 'diverged' | 'identical';
  readonly aheadBy: number;
  readonly behindBy: number;
  /** What `head` has and `base` has not, oldest first; at most 250. */
  readonly commits: readonly ComparedCommit[];
}

export interface CheckRun {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly started_at: string | null;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** By an App (the job's own token is one's), or by somebody who belongs to the repository. */
  readonly isOurs: boolean;
}

export interface EnvironmentFacts {
  readonly name: string;
  /** Required reviewers: logins of people, `@` and slug of teams. */
  readonly reviewers: readonly string[];
  readonly preventSelfReview: boolean;
}

export function toRun(run: {
  id: number;
  run_attempt?: number;
  head_branch: string | null;
  head_sha: string;
  event: string;
  status: string | null;
  conclusion: string | null;
  path: string;
  referenced_workflows?: { path: string }[] | null;
  actor?: { login: string };
  triggering_actor?: { login: string };
}): Run {
  const actors = [run.actor?.login, run.triggering_actor?.login];
  return {
    id: run.id,
    attempt: run.run_attempt ?? 1,
    headBranch: run.head_branch ?? '',
    headSha: run.head_sha,
    event: run.event,
    status: run.status ?? '',
    conclusion: run.conclusion ?? '',
    // GitHub adds `@ref` for some events.
    path: run.path.replace(/@.*$/, ''),
    called: (run.referenced_workflows ?? []).map((workflow) => workflow.path),
    actors: actors.filter((login) => login !== undefined),
  };
}

export function toComparison(comparison: {
  status: Comparison['status'];
  ahead_by: number;
  behind_by: number;
  commits: {
    sha: string;
    commit: { message: string };
    author: { login?: string } | null;
    committer: { login?: string } | null;
  }[];
}): Comparison {
  return {
    status: comparison.status,
    aheadBy: comparison.ahead_by,
    behindBy: comparison.behind_by,
    commits: comparison.commits.map(({ sha, commit, author, committer }) => ({
      sha,
      title: commit.message.split('\n')[0] ?? '',
      people: [author?.login, committer?.login].filter((login) => login !== undefined),
    })),
  };
}

const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

export const toComment = (comment: {
  id: number;
  body?: string;
  user: { type?: string } | null;
  author_association?: string;
}): Comment => ({
  id: comment.id,
  body: comment.body ?? '',
  isOurs: comment.user?.type === 'Bot' || INSIDERS.includes(comment.author_association ?? ''),
});

export function toEnvironment(environment: {
  name: string;
  protection_rules?: {
    type?: string;
    prevent_self_review?: boolean;
    reviewers?: { reviewer?: { login?: string; slug?: string } }[];
  }[];
}): EnvironmentFacts {
  const rules = environment.protection_rules ?? [];
  const review = rules.find((rule) => rule.type === 'required_reviewers');
  return {
    name: environment.name,
    reviewers: (review?.reviewers ?? []).map(
      ({ reviewer }) => reviewer?.login ?? `@${reviewer?.slug ?? 'team'}`,
    ),
    preventSelfReview: review?.prevent_self_review ?? false,
  };
}
