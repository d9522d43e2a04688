import { findAccountByEmail } from '../accounts.ts';
import type { Commit } from '../git/commit.ts';
import type { FileChange } from '../git/file-change.ts';
import type { Repository, State } from '../state.ts';
import { simpleUser } from './account.ts';
import { nodeId } from './node-id.ts';
import { apiOf, pageOf } from './repository.ts';

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** `commit`. */
export function commitView(state: State, repository: Repository, commit: Commit) {
  const api = apiOf(state, repository);
  const page = pageOf(state, repository);
  const { sha } = commit;
  const user = (email: string) => {
    const account = findAccountByEmail(state, email);
    return account ? simpleUser(state, account) : null;
  };
  return {
    sha,
    node_id: nodeId('Commit', sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${api}/commits/${sha}`,
    html_url: `${page}/commit/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    author: user(commit.author.email),
    committer: user(commit.committer.email),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${page}/commit/${parent}`,
    })),
  };
}

/** `git-commit`. */
export function gitCommitView(state: State, repository: Repository, commit: Commit) {
  const api = apiOf(state, repository);
  const page = pageOf(state, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification: UNSIGNED,
  };
}

/** `simple-commit`, the head commit of a run. */
export function simpleCommit(commit: Commit) {
  const { author, committer } = commit;
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}

/** `diff-entry`. */
export function changeView(
  state: State,
  repository: Repository,
  commit: string,
  change: FileChange,
) {
  const api = apiOf(state, repository);
  const page = pageOf(state, repository);
  const path = change.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${page}/blob/${commit}/${path}`,
    raw_url: `${page}/raw/${commit}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${commit}`,
    ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
  };
}
