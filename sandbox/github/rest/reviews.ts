import { currentAttempt } from '../actions/runs.ts';
import type { Account, Approval, Caller, PendingDeployment, Run, State } from '../state.ts';
import { simpleUser } from '../view/account.ts';
import { deploymentView } from '../view/deployment.ts';
import { type Answer, ok } from './answer.ts';
import { environmentLinks, reviewersView } from './environments.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { RestError } from './rest-error.ts';
import { needRun } from './runs.ts';

export const reviewOperations: Operations = {
  'actions/get-pending-deployments-for-run': operation('actions:read', (call) => {
    const run = needRun(call.repository, call.params);
    return ok([...run.pending.values()].map((pending) => pendingView(call, run, pending)));
  }),

  'actions/review-pending-deployments-for-run': operation('deployments:write', review),

  'actions/get-reviews-for-run': operation('actions:read', ({ state, repository, params }) => {
    const { approvals } = needRun(repository, params);
    return ok(
      approvals.map(({ environment, state: decision, user, comment }) => ({
        environments: [
          {
            ...environmentLinks(state, repository, environment),
            created_at: environment.createdAt,
            updated_at: environment.updatedAt,
          },
        ],
        state: decision,
        user: simpleUser(state, user),
        comment,
      })),
    );
  }),
};

/** `pending-deployment`. */
function pendingView(call: Call, run: Run, { environment, startedAt }: PendingDeployment) {
  const { state, repository, caller } = call;
  return {
    environment: environmentLinks(state, repository, environment),
    wait_timer: environment.waitMinutes,
    wait_timer_started_at: environment.waitMinutes > 0 ? startedAt : null,
    current_user_can_approve: refuseReviewer(state, run, environment, caller) === undefined,
    reviewers: reviewersView(state, environment),
  };
}

function review({ state, repository, params, body, caller }: Call): Answer {
  const run = needRun(repository, params);
  const ids = body.numbers('environment_ids') ?? [];
  const waiting = [...run.pending.values()].filter(({ environment }) =>
    ids.includes(environment.id),
  );
  if (ids.length === 0 || waiting.length !== new Set(ids).size) {
    throw new RestError(422, 'There are no pending deployment requests to approve or reject');
  }
  for (const { environment } of waiting) {
    const refused = refuseReviewer(state, run, environment, caller);
    if (refused) throw new RestError(422, refused);
  }
  const user = (caller as Extract<Caller, { kind: 'user' }>).account;
  const deployments = waiting.flatMap(({ jobs }) =>
    [...jobs.keys()].flatMap((job) => job.deployment ?? []),
  );
  for (const pending of waiting) {
    const decision = body.text('state') === 'approved' ? 'approved' : 'rejected';
    decide(state, repository.fullName, run, pending, {
      environment: pending.environment,
      state: decision,
      user,
      comment: body.needText('comment'),
    });
  }
  return ok(deployments.map((deployment) => deploymentView(state, repository, deployment)));
}

function decide(
  state: State,
  repository: string,
  run: Run,
  pending: PendingDeployment,
  approval: Approval,
): void {
  run.approvals.push(approval);
  const { environment, user, comment } = approval;
  const about = { runId: run.id, environment: environment.name, state: approval.state };
  state.events.add({ kind: 'review', repository, ...about, user: user.login, comment });
  for (const tell of [...pending.jobs.values()]) tell(approval);
}

/** Why the caller may not review, or undefined when it may. Only named people and teams do. */
function refuseReviewer(
  state: State,
  run: Run,
  environment: PendingDeployment['environment'],
  caller: Caller,
): string | undefined {
  if (caller.kind !== 'user') return 'Current user is not a required reviewer';
  if (!isReviewer(state, environment.reviewers, caller.account)) {
    return `${caller.account.login} is not a required reviewer of ${environment.name}`;
  }
  const initiator = currentAttempt(run).triggeringActor;
  if (environment.preventSelfReview && initiator === caller.account.login) {
    return `${initiator} started this run and ${environment.name} prevents self-review`;
  }
  return undefined;
}

function isReviewer(
  state: State,
  reviewers: PendingDeployment['environment']['reviewers'],
  { login }: Account,
): boolean {
  return reviewers.some(({ type, name }) =>
    type === 'User'
      ? name.toLowerCase() === login.toLowerCase()
      : (state.teams.get(name.toLowerCase())?.members ?? []).includes(login),
  );
}
