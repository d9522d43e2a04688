import { openEnvironment } from './actions/environments.ts';
import type {
  Account,
  App,
  Deployment,
  DeploymentState,
  DeploymentStatus,
  Repository,
  State,
} from './state.ts';

type NewDeployment = Omit<Deployment, 'id' | 'createdAt' | 'updatedAt' | 'statuses'>;

/** A new record; its environment comes into being with it. */
export function recordDeployment(
  state: State,
  repository: Repository,
  facts: NewDeployment,
): Deployment {
  openEnvironment(state, repository, facts.environment);
  const now = state.now();
  const deployment = { id: state.nextId(), ...facts, createdAt: now, updatedAt: now, statuses: [] };
  repository.deployments.push(deployment);
  const { id, environment, task, sha } = deployment;
  const { fullName } = repository;
  state.events.add({ kind: 'deployment', repository: fullName, id, environment, task, sha });
  return deployment;
}

interface NewStatus {
  readonly state: DeploymentState;
  readonly creator: Account;
  readonly app: App | undefined;
  readonly description?: string;
  readonly environment?: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
  /** A success makes older successes of the environment inactive; default true. */
  readonly autoInactive?: boolean;
}

export function addStatus(
  state: State,
  repository: Repository,
  deployment: Deployment,
  facts: NewStatus,
): DeploymentStatus {
  const { description = '', logUrl = '', environmentUrl = '' } = facts;
  const environment = facts.environment ?? deployment.environment;
  const status: DeploymentStatus = {
    id: state.nextId(),
    state: facts.state,
    description,
    environment,
    logUrl,
    environmentUrl,
    creator: facts.creator,
    app: facts.app,
    createdAt: state.now(),
  };
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  const about = { id: deployment.id, environment, state: status.state, description };
  state.events.add({ kind: 'deployment-status', repository: repository.fullName, ...about });
  if (facts.state === 'success' && (facts.autoInactive ?? true)) {
    for (const older of superseded(repository, deployment, environment)) {
      addStatus(state, repository, older, {
        ...facts,
        state: 'inactive',
        description: '',
        environment,
      });
    }
  }
  return status;
}

/**
 * Deployments a success makes inactive: earlier ones of the same environment that stand at
 * success, but neither transient nor production ones (docs: rest/deployments/statuses, auto_inactive).
 */
function superseded(
  { deployments }: Repository,
  current: Deployment,
  environment: string,
): readonly Deployment[] {
  return deployments.filter(
    (one) =>
      one.id < current.id &&
      one.environment === environment &&
      !one.transient &&
      !one.production &&
      one.statuses.at(-1)?.state === 'success',
  );
}
