import { needAccount } from '../accounts.ts';
import { findEnvironment, openEnvironment, policy } from '../actions/environments.ts';
import type { BranchPolicy, Environment, Repository, Reviewer, State } from '../state.ts';
import { simpleUser, teamView } from '../view/account.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { list, noContent, ok } from './answer.ts';
import { isRecord } from './fields.ts';
import { needById } from './need-by-id.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

export const environmentOperations: Operations = {
  'repos/get-all-environments': operation('actions:read', ({ state, repository }) =>
    list(
      [...repository.environments.values()],
      (environment) => environmentView(state, repository, environment),
      (environments, total_count) => ({ total_count, environments }),
    ),
  ),

  'repos/get-environment': operation('actions:read', (call) =>
    ok(environmentView(call.state, call.repository, needEnvironment(call))),
  ),

  'repos/create-or-update-environment': operation('administration:write', (call) => {
    const { state, repository, params, body } = call;
    const name = params.environment_name ?? '';
    const environment = openEnvironment(state, repository, name);
    const branches = body.value('deployment_branch_policy');
    if (isRecord(branches)) {
      const [isProtected, isCustom] = [
        branches.protected_branches,
        branches.custom_branch_policies,
      ];
      if (isProtected === isCustom) {
        throw new RestError(
          422,
          'Protected branches and custom branch policies cannot have the same value',
        );
      }
      environment.branches = isProtected === true ? 'protected' : 'custom';
    } else environment.branches = 'all';
    // What the request leaves out is switched off, as on GitHub.
    environment.waitMinutes = body.number('wait_timer') ?? 0;
    environment.preventSelfReview = body.flag('prevent_self_review') ?? false;
    environment.reviewers = reviewers(state, body.value('reviewers'));
    environment.updatedAt = state.now();
    return ok(environmentView(state, repository, environment));
  }),

  'repos/delete-an-environment': operation('administration:write', (call) => {
    const { name } = needEnvironment(call);
    call.repository.environments.delete(name.toLowerCase());
    return noContent;
  }),

  'repos/list-deployment-branch-policies': operation('actions:read', (call) =>
    list(needEnvironment(call).policies, policyView, (branch_policies, total_count) => ({
      total_count,
      branch_policies,
    })),
  ),

  'repos/create-deployment-branch-policy': operation('administration:write', (call) => {
    const environment = needEnvironment(call);
    if (environment.branches !== 'custom') throw notFound();
    const type = call.body.text('type') === 'tag' ? 'tag' : 'branch';
    const made = policy(call.state, call.body.needText('name'), type);
    environment.policies.push(made);
    return ok(policyView(made));
  }),

  'repos/get-deployment-branch-policy': operation('actions:read', (call) =>
    ok(policyView(needPolicy(call))),
  ),

  'repos/delete-deployment-branch-policy': operation('administration:write', (call) => {
    const { policies } = needEnvironment(call);
    policies.splice(policies.indexOf(needPolicy(call)), 1);
    return noContent;
  }),
};

export function needEnvironment({ repository, params }: Call): Environment {
  const environment = findEnvironment(repository, params.environment_name ?? '');
  if (!environment) throw notFound();
  return environment;
}

const needPolicy = (call: Call): BranchPolicy =>
  needById(needEnvironment(call).policies, call.params.branch_policy_id);

function reviewers(state: State, value: unknown): readonly Reviewer[] {
  const wanted = Array.isArray(value) ? value : [];
  if (wanted.length > 6) throw new RestError(422, 'Reviewers cannot exceed 6');
  return wanted.filter(isRecord).map((one) => {
    const id = Number(one.id);
    if (one.type === 'Team') {
      const team = [...state.teams.values()].find((candidate) => candidate.id === id);
      if (team) return { type: 'Team' as const, name: `${team.organization}/${team.slug}` };
    } else {
      const user = [...state.accounts.values()].find((account) => account.id === id);
      if (user) return { type: 'User' as const, name: user.login };
    }
    throw new RestError(422, `Reviewer ${one.type} ${id} is not a collaborator`);
  });
}

/** `environment`. */
function environmentView(state: State, repository: Repository, environment: Environment) {
  const { ruleIds, waitMinutes, branches } = environment;
  const rule = (id: number, type: string) => ({ id, node_id: nodeId('Gate', id), type });
  return {
    ...environmentLinks(state, repository, environment),
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    protection_rules: [
      ...(waitMinutes > 0
        ? [{ ...rule(ruleIds.wait, 'wait_timer'), wait_timer: waitMinutes }]
        : []),
      ...(environment.reviewers.length > 0
        ? [
            {
              ...rule(ruleIds.reviewers, 'required_reviewers'),
              prevent_self_review: environment.preventSelfReview,
              reviewers: reviewersView(state, environment),
            },
          ]
        : []),
      ...(branches === 'all' ? [] : [rule(ruleIds.branches, 'branch_policy')]),
    ],
    deployment_branch_policy:
      branches === 'all'
        ? null
        : {
            protected_branches: branches === 'protected',
            custom_branch_policies: branches === 'custom',
          },
  };
}

export function environmentLinks(state: State, repository: Repository, { id, name }: Environment) {
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${apiOf(state, repository)}/environments/${encodeURIComponent(name)}`,
    html_url: `${pageOf(state, repository)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
  };
}

export function reviewersView(state: State, environment: Environment) {
  return environment.reviewers.map(({ type, name }) => {
    const team = type === 'Team' ? state.teams.get(name.toLowerCase()) : undefined;
    const reviewer = team ? teamView(state, team) : simpleUser(state, needAccount(state, name));
    return { type, reviewer };
  });
}

const policyView = ({ id, pattern, type }: BranchPolicy) => ({
  id,
  node_id: nodeId('GateBranchPolicy', id),
  name: pattern,
  type,
});
