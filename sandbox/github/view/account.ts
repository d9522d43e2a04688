import type { Account, App, State, Team } from '../state.ts';
import { nodeId } from './node-id.ts';

/** `simple-user`. */
export function simpleUser({ url }: State, account: Account) {
  const api = `${url}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${url}/avatars/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${url}/${encodeURIComponent(account.login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

/** `team`, as a reviewer of an environment. */
export function teamView({ url }: State, team: Team) {
  const api = `${url}/orgs/${team.organization}/teams/${team.slug}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'push',
    url: api,
    html_url: `${url}/orgs/${team.organization}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    parent: null,
  };
}

/** `integration`: the App that made something; null for people and GITHUB_TOKEN. */
export function appView(state: State, app: App | undefined) {
  if (!app) return null;
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: simpleUser(state, app.owner),
    name: app.slug,
    description: null,
    external_url: `${state.url}/apps/${app.slug}`,
    html_url: `${state.url}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: [],
  };
}
