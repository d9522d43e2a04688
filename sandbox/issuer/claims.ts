import { randomUUID } from 'node:crypto';
import type { Job } from './job.ts';

const LIFETIME = 300;
const NOT_BEFORE = 600;

/**
 * The claims of GitHub's ID token for a job, all of them, as GitHub writes them.
 * https://docs.github.com/actions/reference/security/oidc
 * @param now seconds since 1970
 */
export function idTokenClaims(
  job: Job,
  token: { readonly issuer: string; readonly audience: string | undefined; readonly now: number },
): Readonly<Record<string, unknown>> {
  const [owner = ''] = job.repository.split('/');
  return {
    jti: randomUUID(),
    sub: subject(job),
    aud: token.audience ?? `https://github.com/${owner}`,
    ref: job.ref,
    sha: job.sha,
    repository: job.repository,
    repository_owner: owner,
    repository_owner_id: job.ownerId,
    run_id: job.runId,
    run_number: job.runNumber,
    run_attempt: job.runAttempt,
    repository_visibility: job.visibility,
    repository_id: job.repositoryId,
    check_run_id: job.checkRunId,
    actor_id: job.actorId,
    actor: job.actor,
    workflow: job.workflow,
    head_ref: job.headRef ?? '',
    base_ref: job.baseRef ?? '',
    event_name: job.eventName,
    ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    workflow_ref: job.workflowRef,
    workflow_sha: job.workflowSha,
    job_workflow_ref: job.jobWorkflowRef,
    job_workflow_sha: job.jobWorkflowSha,
    runner_environment: job.runnerEnvironment,
    ...(job.environment !== undefined && { environment: job.environment }),
    iss: token.issuer,
    nbf: token.now - NOT_BEFORE,
    exp: token.now + (job.lifetime ?? LIFETIME),
    iat: token.now,
  };
}

/** `repo:O@ID/R@ID:…`, or `repo:O/R:…` in the old form; an environment wins over event and ref. */
export function subject(job: Job): string {
  const [owner = '', name = ''] = job.repository.split('/');
  const repository =
    job.subject === 'immutable'
      ? `${owner}@${job.ownerId}/${name}@${job.repositoryId}`
      : job.repository;
  return `repo:${repository}:${context(job)}`;
}

function context(job: Job): string {
  const escaped = (value: string): string => value.replaceAll(':', '%3A');
  if (job.environment !== undefined) return `environment:${escaped(job.environment)}`;
  if (job.eventName === 'pull_request') return 'pull_request';
  return `ref:${escaped(job.ref)}`;
}
