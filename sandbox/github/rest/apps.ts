import { mintInstallationToken } from '../apps.ts';
import type { App, Caller, Permissions, Repository, State } from '../state.ts';
import { appView, simpleUser } from '../view/account.ts';
import { repositoryView } from '../view/repository.ts';
import { isInstalledOn } from './access.ts';
import { type Answer, created, list, noContent, ok } from './answer.ts';
import { isRecord } from './fields.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

export const appOperations: Operations = {
  'apps/get-authenticated': operation('app', (call) => ok(appView(call.state, appOf(call.caller)))),

  'apps/get-installation': operation('app', (call) =>
    ok(installationView(call.state, needInstallation(call))),
  ),

  'apps/get-repo-installation': operation('app', ({ state, repository, caller }) => {
    const app = appOf(caller);
    if (app.owner !== repository.account) throw notFound();
    return ok(installationView(state, app));
  }),

  'apps/create-installation-access-token': operation('app', createToken),

  'apps/revoke-installation-access-token': operation('anyone', ({ state, caller }) => {
    if (caller.kind !== 'installation') throw new RestError(401, 'Bad credentials');
    for (const [token, owner] of state.tokens) if (owner === caller) state.tokens.delete(token);
    return noContent;
  }),

  'apps/list-repos-accessible-to-installation': operation('anyone', ({ state, caller }) => {
    if (caller.kind !== 'installation') {
      throw new RestError(
        403,
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      );
    }
    const repositories = [...state.repositories.values()].filter((one) =>
      isInstalledOn(caller, one),
    );
    return list(
      repositories,
      (repository) => repositoryView(state, repository),
      (page, total_count) => ({
        total_count,
        repository_selection: caller.repositories ? 'selected' : 'all',
        repositories: page,
      }),
    );
  }),

  'rate-limit/get': operation('anyone', ({ state, caller }) => {
    const rate = state.limits.look(caller);
    return ok({ resources: { core: rate, search: rate }, rate });
  }),
};

function appOf(caller: Caller): App {
  if (caller.kind !== 'app') throw new RestError(401, 'A JSON web token could not be decoded');
  return caller.app;
}

function needInstallation({ params, caller }: Call): App {
  const app = appOf(caller);
  if (Number(params.installation_id) !== app.installationId) throw notFound();
  return app;
}

/** A token with no more than the App has, for no more than the owner's repositories. */
function createToken(call: Call): Answer {
  const { state, body } = call;
  const app = needInstallation(call);
  const wanted = body.value('permissions');
  const permissions = isRecord(wanted) ? (wanted as Permissions) : app.permissions;
  for (const [scope, level] of Object.entries(permissions)) {
    const held = app.permissions[scope];
    if (held !== 'write' && held !== level) {
      throw new RestError(422, `The permissions requested are not granted to this installation.`);
    }
  }
  const repositories = selected(call, app);
  const { token, expiresAt } = mintInstallationToken(state, app, {
    permissions,
    ...(repositories ? { repositories: repositories.map(({ fullName }) => fullName) } : {}),
  });
  return created({
    token,
    expires_at: expiresAt,
    permissions: { metadata: 'read', ...permissions },
    repository_selection: repositories ? 'selected' : 'all',
    ...(repositories
      ? { repositories: repositories.map((repository) => repositoryView(state, repository)) }
      : {}),
  });
}

function selected({ state, body }: Call, app: App): readonly Repository[] | undefined {
  const names = body.texts('repositories');
  const ids = body.numbers('repository_ids');
  if (!names && !ids) return undefined;
  const own = [...state.repositories.values()].filter(({ account }) => account === app.owner);
  const byName = (names ?? []).map((name) => own.find((one) => one.name === name));
  const byId = (ids ?? []).map((id) => own.find((one) => one.id === id));
  return [...byName, ...byId].map((repository) => {
    if (repository) return repository;
    const message =
      'There is at least one repository that does not exist or is not accessible to the parent installation.';
    throw new RestError(422, message);
  });
}

/** `installation`. */
function installationView(state: State, app: App) {
  const id = app.installationId;
  return {
    id,
    account: simpleUser(state, app.owner),
    repository_selection: 'all',
    access_tokens_url: `${state.url}/app/installations/${id}/access_tokens`,
    repositories_url: `${state.url}/installation/repositories`,
    html_url: `${state.url}/organizations/${app.owner.login}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: app.owner.id,
    target_type: app.owner.type,
    permissions: { metadata: 'read', ...app.permissions },
    events: [],
    created_at: app.createdAt,
    updated_at: app.createdAt,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}
