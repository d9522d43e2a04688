import type { Repository, State } from '../state.ts';
import { simpleUser } from './account.ts';
import { nodeId } from './node-id.ts';

/** Links that hang below the API address: name → rest of the address. */
const LINKS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

export const apiOf = ({ url }: State, { fullName }: Repository): string =>
  `${url}/repos/${fullName}`;
export const pageOf = ({ url }: State, { fullName }: Repository): string => `${url}/${fullName}`;

/** `minimal-repository`. */
export function minimalRepository(state: State, repository: Repository) {
  const api = apiOf(state, repository);
  const links = Object.entries(LINKS).map(([name, rest]) => [name, `${api}${rest}`]);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.visibility !== 'public',
    owner: simpleUser(state, repository.account),
    html_url: pageOf(state, repository),
    description: null,
    fork: false,
    url: api,
    ...(Object.fromEntries(links) as Record<string, string>),
  };
}

/** `repository`, with the fields that `full-repository` has as well. */
export function repositoryView(state: State, repository: Repository) {
  const page = pageOf(state, repository);
  const host = new URL(state.url).host;
  return {
    ...minimalRepository(state, repository),
    git_url: `git://${host}/${repository.fullName}.git`,
    ssh_url: `git@${host}:${repository.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: openIssues(repository),
    open_issues_count: openIssues(repository),
    size: 0,
    default_branch: repository.defaultBranch,
    is_template: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.visibility,
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    allow_rebase_merge: true,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    web_commit_signoff_required: false,
  };
}

/** `full-repository`. */
export function fullRepository(state: State, repository: Repository) {
  return { ...repositoryView(state, repository), network_count: 0, subscribers_count: 0 };
}

const openIssues = ({ pulls }: Repository): number =>
  pulls.filter((pull) => pull.state === 'open').length;
