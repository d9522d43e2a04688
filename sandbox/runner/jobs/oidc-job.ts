import type { Job } from '../../issuer/job.ts';
import type { Leg } from './run-strategy.ts';

/** What the ID tokens of a job say: `job_workflow_ref` is the file the job stands in. */
export function oidcJob(leg: Leg, environment: string | undefined, jobId: number): Job {
  const { run, node } = leg.workflow;
  const { repository, event, root, facts } = run;
  return {
    repository: repository.fullName,
    repositoryId: String(repository.id),
    ownerId: String(repository.ownerId),
    visibility: repository.visibility,
    ...(environment !== undefined && { environment }),
    ref: event.ref,
    sha: event.sha,
    ...(event.baseRef !== '' && { baseRef: event.baseRef, headRef: event.headRef }),
    eventName: event.name,
    workflow: root.workflow.name ?? root.path,
    workflowRef: `${repository.fullName}/${root.path}@${event.ref}`,
    workflowSha: root.origin.sha,
    jobWorkflowRef: `${node.origin.repository.fullName}/${node.path}@${node.origin.ref}`,
    jobWorkflowSha: node.origin.sha,
    runId: String(facts.id),
    runNumber: String(facts.number),
    runAttempt: String(facts.attempt),
    checkRunId: String(jobId),
    actor: event.actor.login,
    actorId: String(event.actor.id),
    runnerEnvironment: 'github-hosted',
    subject: 'immutable',
  };
}
