import type { Deployment, DeploymentStatus, Repository, State } from '../state.ts';
import { appView, simpleUser } from './account.ts';
import { nodeId } from './node-id.ts';
import { apiOf } from './repository.ts';

/** `deployment`. */
export function deploymentView(state: State, repository: Repository, deployment: Deployment) {
  const api = apiOf(state, repository);
  const { id, app } = deployment;
  const { sha, ref, task, payload, environment, description } = deployment;
  return {
    url: `${api}/deployments/${id}`,
    id,
    node_id: nodeId('Deployment', id),
    sha,
    ref,
    task,
    payload,
    original_environment: environment,
    environment,
    description,
    creator: simpleUser(state, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${api}/deployments/${id}/statuses`,
    repository_url: api,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: appView(state, app),
  };
}

/** `deployment-status`. */
export function deploymentStatusView(
  state: State,
  repository: Repository,
  deployment: Deployment,
  status: DeploymentStatus,
) {
  const api = apiOf(state, repository);
  const url = `${api}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: simpleUser(state, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: api,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    performed_via_github_app: appView(state, status.app),
  };
}
