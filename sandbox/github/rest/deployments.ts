import { contextStates } from '../checks.ts';
import { addStatus, recordDeployment } from '../deployments.ts';
import { announceUpdates } from '../git/update-refs.ts';
import type { Deployment, DeploymentState, DeploymentStatus, Repository, State } from '../state.ts';
import { appView, simpleUser } from '../view/account.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf } from '../view/repository.ts';
import {
  type Answer,
  actingApp,
  actor,
  type Call,
  created,
  list,
  noContent,
  type Operations,
  ok,
  operation,
} from './operation.ts';
import { invalid, notFound, RestError } from './rest-error.ts';

export const deploymentOperations: Operations = {
  'repos/list-deployments': operation('deployments:read', ({ state, repository, query }) => {
    const wanted = (['sha', 'ref', 'task', 'environment'] as const).flatMap((name) => {
      const value = query.text(name);
      return value === undefined || value === 'none' ? [] : [{ name, value }];
    });
    const found = repository.deployments.filter((deployment) =>
      wanted.every(({ name, value }) => deployment[name] === value),
    );
    return list(found.reverse(), (one) => deploymentView(state, repository, one));
  }),

  'repos/create-deployment': operation('deployments:write', createDeployment),

  'repos/get-deployment': operation('deployments:read', (call) =>
    ok(deploymentView(call.state, call.repository, needDeployment(call))),
  ),

  'repos/delete-deployment': operation('deployments:write', (call) => {
    const deployment = needDeployment(call);
    const { deployments } = call.repository;
    const active = ACTIVE.includes(deployment.statuses.at(-1)?.state ?? 'pending');
    if (active && deployments.length > 1) {
      const message =
        'We cannot delete an active deployment unless it is the only deployment in a given environment.';
      throw new RestError(422, message);
    }
    deployments.splice(deployments.indexOf(deployment), 1);
    return noContent;
  }),

  'repos/list-deployment-statuses': operation('deployments:read', (call) => {
    const { state, repository } = call;
    const deployment = needDeployment(call);
    return list([...deployment.statuses].reverse(), (status) =>
      statusView(state, repository, deployment, status),
    );
  }),

  'repos/get-deployment-status': operation('deployments:read', (call) => {
    const deployment = needDeployment(call);
    const id = Number(call.params.status_id);
    const status = deployment.statuses.find((one) => one.id === id);
    if (!status) throw notFound();
    return ok(statusView(call.state, call.repository, deployment, status));
  }),

  'repos/create-deployment-status': operation('deployments:write', (call) => {
    const { state, repository, caller, body } = call;
    const deployment = needDeployment(call);
    const description = body.text('description') ?? '';
    if (description.length > 140) {
      const message = 'description is too long (maximum is 140 characters)';
      throw invalid('DeploymentStatus', 'description', 'custom', message);
    }
    const autoInactive = body.flag('auto_inactive');
    const environment = body.text('environment');
    const status = addStatus(state, repository, deployment, {
      state: body.needText('state') as DeploymentState,
      description,
      logUrl: body.text('log_url') ?? body.text('target_url') ?? '',
      environmentUrl: body.text('environment_url') ?? '',
      creator: actor(caller),
      app: actingApp(call),
      ...(environment === undefined ? {} : { environment }),
      ...(autoInactive === undefined ? {} : { autoInactive }),
    });
    const view = statusView(state, repository, deployment, status);
    return created(view, view.url);
  }),
};

const ACTIVE: readonly DeploymentState[] = ['success', 'pending', 'queued', 'in_progress'];

function needDeployment({ repository, params }: Call): Deployment {
  const id = Number(params.deployment_id);
  const deployment = repository.deployments.find((one) => one.id === id);
  if (!deployment) throw notFound();
  return deployment;
}

async function createDeployment(call: Call): Promise<Answer> {
  const { state, repository, caller, body } = call;
  const ref = body.needText('ref');
  const sha = await repository.git.resolve(ref);
  if (!sha) throw new RestError(422, `No ref found for: ${ref}`);
  if (body.flag('auto_merge') ?? true) {
    const merged = await autoMerge(call, ref, sha);
    if (merged) return merged;
  }
  checkContexts(repository, ref, sha, body.texts('required_contexts'));
  const environment = body.text('environment') ?? 'production';
  const deployment = recordDeployment(state, repository, {
    sha,
    ref,
    task: body.text('task') ?? 'deploy',
    payload: body.value('payload') ?? {},
    environment,
    description: body.text('description') ?? null,
    creator: actor(caller),
    app: actingApp(call),
    transient: body.flag('transient_environment') ?? false,
    production: body.flag('production_environment') ?? environment === 'production',
  });
  const view = deploymentView(state, repository, deployment);
  return created(view, view.url);
}

/**
 * `auto_merge`, on unless switched off: a branch that is behind the default branch is brought up to
 * date first, and the answer is 202 without a deployment (docs: rest/deployments/deployments).
 */
async function autoMerge(call: Call, ref: string, sha: string): Promise<Answer | undefined> {
  const { state, repository, caller } = call;
  const { git, defaultBranch } = repository;
  const branch = await git.ref(`refs/heads/${ref}`);
  const main = await git.resolve(`refs/heads/${defaultBranch}`);
  if (!branch || !main || ref === defaultBranch || (await git.isAncestor(main, sha))) {
    return undefined;
  }
  return repository.exclusive(async () => {
    const message = `Merge ${defaultBranch} into ${ref}`;
    const merge = await git.merge({ base: sha, head: main, message, author: actor(caller) });
    if (!merge) throw new RestError(409, `Conflict merging ${defaultBranch} into ${ref}.`);
    await git.setRef(branch.name, merge);
    const update = { ref: branch.name, before: sha, after: merge };
    await announceUpdates(state, repository, caller, [update]);
    const text = `Auto-merged ${defaultBranch} into ${ref} on deployment.`;
    return { status: 202, body: { message: text } };
  });
}

/** Every check and status of the commit, or those named, must have succeeded; `[]` asks for none. */
function checkContexts(
  repository: Repository,
  ref: string,
  sha: string,
  required: readonly string[] | undefined,
): void {
  const states = contextStates(repository, sha);
  const wanted = required ?? [...states.keys()];
  if (wanted.every((context) => states.get(context) === 'success')) return;
  const contexts = wanted.map((context) => ({ context, state: states.get(context) ?? 'missing' }));
  throw new RestError(409, `Conflict: Commit status checks failed for ${ref}.`, [
    {
      resource: 'Deployment',
      field: 'required_contexts',
      code: 'invalid',
      message: JSON.stringify(contexts),
    },
  ]);
}

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
function statusView(
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
