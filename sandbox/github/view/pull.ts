import type { PullEnds } from '../pulls.ts';
import { needRepository } from '../repositories.ts';
import type { Pull, Repository, State } from '../state.ts';
import { simpleUser } from './account.ts';
import { nodeId } from './node-id.ts';
import { apiOf, pageOf, repositoryView } from './repository.ts';

/** `pull-request-simple`. */
export function simplePull(state: State, repository: Repository, pull: Pull, ends: PullEnds) {
  const api = apiOf(state, repository);
  const page = `${pageOf(state, repository)}/pull/${pull.number}`;
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const side = (home: Repository, ref: string, sha: string) => ({
    label: `${home.owner}:${ref}`,
    ref,
    sha,
    user: simpleUser(state, home.account),
    repo: repositoryView(state, home),
  });
  const source = needRepository(state, pull.fork ?? repository.fullName);
  const links = {
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${ends.head}`,
  };
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(state, pull.author),
    body: pull.body,
    labels: [],
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closed?.at ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(source, pull.head, ends.head),
    base: side(repository, pull.base, ends.base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: pull.author.type === 'User' ? 'MEMBER' : 'NONE',
    auto_merge: null,
    draft: pull.draft,
  };
}

/** `pull-request`. */
export async function fullPull(state: State, repository: Repository, pull: Pull, ends: PullEnds) {
  const { git } = repository;
  const from = (await git.mergeBase(ends.base, ends.head)) ?? ends.base;
  const changes = await git.changes(from, ends.head);
  const commits = await git.log({ to: ends.head, notFrom: from });
  const mergeable = pull.merged
    ? null
    : (await git.merge({ ...ends, message: 'try', author: pull.author })) !== undefined;
  return {
    ...simplePull(state, repository, pull, ends),
    merged: pull.merged !== undefined,
    mergeable,
    mergeable_state: mergeable === false ? 'dirty' : mergeable ? 'clean' : 'unknown',
    merged_by: pull.merged ? simpleUser(state, pull.merged.by) : null,
    comments: repository.comments.filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
  };
}
