import { needAccount } from '../accounts.ts';
import { statusOf } from '../actions/runs.ts';
import type { Attempt, Job, Repository, Run, State } from '../state.ts';
import { simpleUser } from './account.ts';
import { simpleCommit } from './commit.ts';
import { nodeId } from './node-id.ts';
import { apiOf, minimalRepository, pageOf } from './repository.ts';

/** `workflow-run`, as it is or was in one attempt. */
export async function runView(state: State, repository: Repository, run: Run, attempt: Attempt) {
  const api = apiOf(state, repository);
  const url = `${api}/actions/runs/${run.id}`;
  const before = attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null;
  const commit = await repository.git.commit(run.headSha);
  return {
    id: run.id,
    name: run.workflowName,
    node_id: nodeId('WorkflowRun', run.id),
    check_suite_id: run.checkSuite,
    check_suite_node_id: nodeId('CheckSuite', run.checkSuite),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflowPath,
    run_number: run.number,
    run_attempt: attempt.number,
    referenced_workflows: attempt.referencedWorkflows.map(({ path, sha }) => ({
      path,
      sha,
      ...(path.includes('@') ? { ref: path.slice(path.indexOf('@') + 1) } : {}),
    })),
    event: run.event,
    display_title: run.displayTitle,
    status: statusOf(run, attempt),
    conclusion: attempt.conclusion,
    workflow_id: run.workflow.id,
    url,
    html_url: `${pageOf(state, repository)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: attempt.updatedAt,
    run_started_at: attempt.startedAt,
    actor: simpleUser(state, needAccount(state, run.actor)),
    triggering_actor: simpleUser(state, needAccount(state, attempt.triggeringActor)),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${run.checkSuite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: before,
    workflow_url: `${api}/actions/workflows/${run.workflow.id}`,
    head_commit: commit ? simpleCommit(commit) : null,
    repository: minimalRepository(state, repository),
    head_repository: minimalRepository(state, repository),
  };
}

/** `job`. */
export function jobView(state: State, repository: Repository, run: Run, at: Attempt, job: Job) {
  const api = apiOf(state, repository);
  const url = `${api}/actions/runs/${run.id}`;
  return {
    id: job.id,
    run_id: run.id,
    run_url: url,
    run_attempt: at.number,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.headSha,
    head_branch: run.headBranch,
    workflow_name: run.workflowName,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${pageOf(state, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion === 'startup_failure' ? 'failure' : job.conclusion,
    created_at: job.createdAt,
    // GitHub names the time of creation until the job has started.
    started_at: job.startedAt ?? job.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map((step) => ({
      number: step.number,
      name: step.name,
      status: step.status,
      conclusion: step.conclusion ?? null,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: [],
    runner_id: job.startedAt ? 1 : null,
    runner_name: job.runnerName ?? null,
    runner_group_id: null,
    runner_group_name: null,
  };
}
