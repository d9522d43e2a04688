import { addStatus } from '../deployments.ts';
import type { Deployment, DeploymentState } from '../state.ts';
import { deploymentStatusView, deploymentView } from '../view/deployment.ts';
import { actingApp, actor } from './acting.ts';
import { created, list, noContent, ok } from './answer.ts';
import { createDeployment } from './create-deployment.ts';
import { needById } from './need-by-id.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { invalid, RestError } from './rest-error.ts';

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
      deploymentStatusView(state, repository, deployment, status),
    );
  }),

  'repos/get-deployment-status': operation('deployments:read', (call) => {
    const deployment = needDeployment(call);
    const status = needById(deployment.statuses, call.params.status_id);
    return ok(deploymentStatusView(call.state, call.repository, deployment, status));
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
    const view = deploymentStatusView(state, repository, deployment, status);
    return created(view, view.url);
  }),
};

const ACTIVE: readonly DeploymentState[] = ['success', 'pending', 'queued', 'in_progress'];

const needDeployment = ({ repository, params }: Call): Deployment =>
  needById(repository.deployments, params.deployment_id);
