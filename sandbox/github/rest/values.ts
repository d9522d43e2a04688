import { findAccount } from '../accounts.ts';
import { noValues } from '../repositories.ts';
import type { State, Value, Values } from '../state.ts';
import { type Answer, list, ok } from './answer.ts';
import { needEnvironment } from './environments.ts';
import { type Operations, operation } from './operation.ts';
import { notFound } from './rest-error.ts';

/** Names of secrets and variables; the values of secrets are never told. */
export const valueOperations: Operations = {
  'actions/list-repo-secrets': operation('secrets:read', ({ repository }) =>
    secretList(repository.values),
  ),
  'actions/list-repo-organization-secrets': operation('secrets:read', ({ state, repository }) =>
    secretList(ownerValues(state, repository.owner)),
  ),
  'actions/list-environment-secrets': operation('environments:read', (call) =>
    secretList(needEnvironment(call).values),
  ),
  'actions/list-org-secrets': operation('organization_secrets:read', ({ state, params }) => {
    const org = params.org ?? '';
    if (!findAccount(state, org)) throw notFound();
    return list(
      [...ownerValues(state, org).secrets],
      ([name, value]) => ({ ...secretView([name, value]), visibility: 'all' }),
      (secrets, total_count) => ({ total_count, secrets }),
    );
  }),

  'actions/list-repo-variables': operation('variables:read', ({ repository }) =>
    variableList(repository.values),
  ),
  'actions/list-repo-organization-variables': operation('variables:read', ({ state, repository }) =>
    variableList(ownerValues(state, repository.owner)),
  ),
  'actions/list-environment-variables': operation('environments:read', (call) =>
    variableList(needEnvironment(call).values),
  ),
  'actions/get-repo-variable': operation('variables:read', ({ repository, params }) =>
    one(repository.values, params.name),
  ),
  'actions/get-environment-variable': operation('environments:read', (call) =>
    one(needEnvironment(call).values, call.params.name),
  ),
};

const ownerValues = (state: State, login: string): Values =>
  state.ownerValues.get(login.toLowerCase()) ?? noValues();

const secretView = ([name, { createdAt, updatedAt }]: [string, Value]) => ({
  name,
  created_at: createdAt,
  updated_at: updatedAt,
});

const variableView = ([name, value]: [string, Value]) => ({
  ...secretView([name, value]),
  value: value.value,
});

const secretList = ({ secrets }: Values): Answer =>
  list([...secrets], secretView, (page, total_count) => ({ total_count, secrets: page }));

const variableList = ({ variables }: Values): Answer =>
  list([...variables], variableView, (page, total_count) => ({ total_count, variables: page }));

function one({ variables }: Values, name = ''): Answer {
  const upper = name.toUpperCase();
  const value = variables.get(upper);
  if (!value) throw notFound();
  return ok(variableView([upper, value]));
}
