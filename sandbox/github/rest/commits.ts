import type { Commit } from '../git/commit.ts';
import { changeView, commitView, gitCommitView } from '../view/commit.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { list, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

/** GitHub compares at most so many files. */
const MOST_FILES = 300;

export const commitOperations: Operations = {
  'git/get-commit': operation('contents:read', async ({ state, repository, params }) => {
    const sha = params.commit_sha ?? '';
    const { git } = repository;
    const found = (await git.objectType(sha)) === 'commit' ? await git.commit(sha) : undefined;
    if (!found) throw notFound();
    return ok(gitCommitView(state, repository, found));
  }),

  'repos/list-commits': operation('contents:read', async ({ state, repository, query }) => {
    const { git, defaultBranch } = repository;
    const to = await git.resolve(query.text('sha') ?? defaultBranch);
    if (!to && (await git.refs('refs/heads/')).length === 0) {
      throw new RestError(409, 'Git Repository is empty.');
    }
    if (!to) throw notFound();
    const path = query.text('path');
    const [since, until] = [query.text('since'), query.text('until')];
    const commits = await git.log({
      to,
      ...(path === undefined ? {} : { path }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    });
    return list(commits, (commit) => commitView(state, repository, commit));
  }),

  'repos/get-commit': operation('contents:read', async ({ state, repository, params }) => {
    const name = params.ref ?? '';
    const sha = await repository.git.resolve(name);
    const commit = sha === undefined ? undefined : await repository.git.commit(sha);
    if (!commit) throw new RestError(422, `No commit found for SHA: ${name}`);
    // The empty tree stands in for the parent of a root commit.
    const parent = commit.parents[0] ?? EMPTY_TREE;
    const changes = await repository.git.changes(parent, commit.sha);
    const additions = changes.reduce((sum, change) => sum + change.additions, 0);
    const deletions = changes.reduce((sum, change) => sum + change.deletions, 0);
    return ok({
      ...commitView(state, repository, commit),
      stats: { additions, deletions, total: additions + deletions },
      files: changes.map((change) => changeView(state, repository, commit.sha, change)),
    });
  }),

  'repos/compare-commits-with-basehead': operation('contents:read', compare),
};

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Three-dot comparison: what head has since it left base. */
async function compare({ state, repository, params, query }: Call) {
  const { git } = repository;
  const basehead = params.basehead ?? '';
  const [baseName = '', headName = ''] = basehead.split('...');
  const base = await commitOf(baseName);
  const head = await commitOf(headName);
  const common = await git.mergeBase(base.sha, head.sha);
  if (!common) throw new RestError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const mergeBase = await git.commit(common);
  const commits = [...(await git.log({ to: head.sha, notFrom: base.sha }))].reverse();
  const behind = (await git.log({ to: base.sha, notFrom: head.sha })).length;
  const changes = await git.changes(common, head.sha);
  const page = Math.max(query.number('page') ?? 1, 1);
  const size = Math.min(query.number('per_page') ?? 250, 250);
  const url = `${apiOf(state, repository)}/compare/${baseName}...${headName}`;
  const html = `${pageOf(state, repository)}/compare/${baseName}...${headName}`;
  return ok({
    url,
    html_url: html,
    permalink_url: `${pageOf(state, repository)}/compare/${base.sha}...${head.sha}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitView(state, repository, base),
    merge_base_commit: commitView(state, repository, mergeBase ?? base),
    status: describe(commits.length, behind),
    ahead_by: commits.length,
    behind_by: behind,
    total_commits: commits.length,
    commits: commits
      .slice((page - 1) * size, page * size)
      .map((commit) => commitView(state, repository, commit)),
    // Files are shown with the first page only.
    ...(page === 1
      ? {
          files: changes
            .slice(0, MOST_FILES)
            .map((change) => changeView(state, repository, head.sha, change)),
        }
      : {}),
  });

  async function commitOf(name: string): Promise<Commit> {
    // `owner:branch` of the same repository is allowed.
    const sha = await git.resolve(name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);
    const commit = sha === undefined ? undefined : await git.commit(sha);
    if (!commit) throw notFound();
    return commit;
  }
}

const describe = (ahead: number, behind: number): string => {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
};
