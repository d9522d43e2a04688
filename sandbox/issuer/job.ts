/** What GitHub knows of a job when it asks for an ID token. Ids are decimal text, as in the claims. */
export interface Job {
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly visibility: 'public' | 'private' | 'internal';
  /** The job's `environment:`, when it names one. */
  readonly environment?: string;
  readonly ref: string;
  readonly sha: string;
  readonly baseRef?: string;
  readonly headRef?: string;
  readonly eventName: string;
  readonly workflow: string;
  /** The caller's file: `OWNER/REPO/PATH@REF`. */
  readonly workflowRef: string;
  readonly workflowSha: string;
  /** The file the job stands in: the called workflow's where one is called. */
  readonly jobWorkflowRef: string;
  readonly jobWorkflowSha: string;
  readonly runId: string;
  readonly runNumber: string;
  readonly runAttempt: string;
  readonly checkRunId: string;
  readonly actor: string;
  readonly actorId: string;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted';
  /** `old`: the repository has not moved to subjects with ids (the default since 2026-07-15). */
  readonly subject: 'immutable' | 'old';
  /** Seconds its tokens live; GitHub's are 300. Tests of renewal and expiry choose others. */
  readonly lifetime?: number;
}

/** A push to main of acme/shop that deploys to staging through the released deploy workflow. */
export function exampleJob(changes: Partial<Job> = {}): Job {
  return {
    repository: 'acme/shop',
    repositoryId: '456',
    ownerId: '1',
    visibility: 'private',
    environment: 'staging',
    ref: 'refs/heads/main',
    sha: '1f0c2d3e4b5a69788796a5b4c3d2e1f001234567',
    eventName: 'push',
    workflow: 'ship',
    workflowRef: 'acme/shop/.github/workflows/ship.yml@refs/heads/main',
    workflowSha: '1f0c2d3e4b5a69788796a5b4c3d2e1f001234567',
    jobWorkflowRef: 'acme/deploy-actions/.github/workflows/deploy.yml@refs/tags/v1.0.0',
    jobWorkflowSha: '9e8d7c6b5a49382716051423344556677889900a',
    runId: '1000000001',
    runNumber: '1',
    runAttempt: '1',
    checkRunId: '2000000001',
    actor: 'octocat',
    actorId: '583231',
    runnerEnvironment: 'github-hosted',
    subject: 'immutable',
    ...changes,
  };
}

/** The same job without `environment:`. */
export function withoutEnvironment(job: Job): Job {
  const { environment: _, ...rest } = job;
  return rest;
}
