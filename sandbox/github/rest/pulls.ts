import { endsOf, markMerged, type PullEnds, tellPull, writePullRefs } from '../pulls.ts';
import type { Pull, Repository } from '../state.ts';
import { changeView, commitView } from '../view/commit.ts';
import { fullPull, simplePull } from '../view/pull.ts';
import {
  type Answer,
  actor,
  type Call,
  created,
  list,
  noContent,
  type Operations,
  ok,
  operation,
} from './operation.ts';
import { change } from './refs.ts';
import { needCommitOf } from './resolve.ts';
import { invalid, notFound, RestError } from './rest-error.ts';

export const pullOperations: Operations = {
  'pulls/create': operation('pull_requests:write', createPull),

  'pulls/list': operation('pull_requests:read', async ({ state, repository, query }) => {
    const wanted = query.text('state') ?? 'open';
    const [head, base] = [query.text('head'), query.text('base')];
    const found = repository.pulls.filter(
      (pull) =>
        (wanted === 'all' || pull.state === wanted) &&
        (head === undefined ||
          head.toLowerCase() === `${repository.owner}:${pull.head}`.toLowerCase()) &&
        (base === undefined || base === pull.base),
    );
    if (query.text('direction') !== 'asc') found.reverse();
    return list(found, async (pull) => {
      const ends = (await endsOf(repository, pull)) ?? GONE;
      return simplePull(state, repository, pull, ends);
    });
  }),

  'pulls/get': operation('pull_requests:read', async (call) => {
    const { pull, ends } = await needPull(call);
    return ok(await fullPull(call.state, call.repository, pull, ends));
  }),

  'pulls/update': operation('pull_requests:write', async (call) => {
    const { state, repository, body, caller } = call;
    const { pull, ends } = await needPull(call);
    pull.title = body.text('title') ?? pull.title;
    pull.body = body.text('body') ?? pull.body;
    pull.base = body.text('base') ?? pull.base;
    pull.updatedAt = state.now();
    const wanted = body.text('state');
    if (wanted === 'closed' && pull.state === 'open') {
      pull.state = 'closed';
      pull.closed = { ...ends, at: state.now() };
      tellPull(state, repository, caller, pull, 'closed');
    } else if (wanted === 'open' && pull.state === 'closed' && !pull.merged) {
      pull.state = 'open';
      delete pull.closed;
      tellPull(state, repository, caller, pull, 'reopened');
    } else tellPull(state, repository, caller, pull, 'edited');
    return ok(await fullPull(state, repository, pull, ends));
  }),

  'pulls/merge': operation('contents:write', mergePull),

  'pulls/check-if-merged': operation('pull_requests:read', async (call) => {
    const { pull } = await needPull(call);
    if (!pull.merged) throw notFound();
    return noContent;
  }),

  'pulls/list-commits': operation('pull_requests:read', async (call) => {
    const { state, repository } = call;
    const { ends } = await needPull(call);
    const commits = await repository.git.log({ to: ends.head, notFrom: ends.base });
    return list([...commits].reverse(), (commit) => commitView(state, repository, commit));
  }),

  'pulls/list-files': operation('pull_requests:read', async (call) => {
    const { state, repository } = call;
    const { ends } = await needPull(call);
    const from = (await repository.git.mergeBase(ends.base, ends.head)) ?? ends.base;
    const changes = await repository.git.changes(from, ends.head);
    return list(changes, (one) => changeView(state, repository, ends.head, one));
  }),

  'repos/list-pull-requests-associated-with-commit': operation(
    'pull_requests:read',
    async ({ state, repository, params }) => {
      const sha = await needCommitOf(repository, params.commit_sha ?? '');
      const found = [];
      for (const pull of repository.pulls) {
        const ends = await endsOf(repository, pull);
        if (ends && (await belongs(repository, pull, ends, sha))) found.push({ pull, ends });
      }
      return list(found, ({ pull, ends }) => simplePull(state, repository, pull, ends));
    },
  ),

  'repos/merge': operation('contents:write', mergeBranches),
};

/** Ends of a pull request whose branch was deleted while it was open. */
const GONE: PullEnds = { head: '0'.repeat(40), base: '0'.repeat(40) };

async function needPull(call: Call): Promise<{ pull: Pull; ends: PullEnds }> {
  const number = Number(call.params.pull_number);
  const pull = call.repository.pulls.find((one) => one.number === number);
  const ends = pull && (await endsOf(call.repository, pull));
  if (!pull || !ends) throw notFound();
  return { pull, ends };
}

/** Whether a commit is one of a pull request's own, or the one that merged it. */
async function belongs(
  { git }: Repository,
  pull: Pull,
  { head, base }: PullEnds,
  sha: string,
): Promise<boolean> {
  if (pull.merged?.sha === sha) return true;
  const fork = pull.merged ? await git.mergeBase(base, head) : base;
  const inHead = await git.isAncestor(sha, head);
  return inHead && (fork === undefined || !(await git.isAncestor(sha, fork)));
}

async function createPull(call: Call): Promise<Answer> {
  const { state, repository, body, caller } = call;
  const base = body.needText('base');
  const head = body.needText('head').replace(`${repository.owner}:`, '');
  const { git } = repository;
  const [from, to] = [await git.ref(`refs/heads/${head}`), await git.ref(`refs/heads/${base}`)];
  if (!from) throw invalid('PullRequest', 'head', 'invalid');
  if (!to) throw invalid('PullRequest', 'base', 'invalid');
  if (await git.isAncestor(from.sha, to.sha)) {
    throw validation(`No commits between ${base} and ${head}`);
  }
  const twin = repository.pulls.find(
    (pull) => pull.state === 'open' && pull.head === head && pull.base === base,
  );
  if (twin) {
    throw validation(`A pull request already exists for ${repository.owner}:${head}.`);
  }
  const title = body.text('title');
  if (!title) throw invalid('PullRequest', 'title', 'missing_field');
  const now = state.now();
  const pull: Pull = {
    id: state.nextId(),
    number: repository.pulls.length + 1,
    title,
    body: body.text('body') ?? null,
    author: actor(caller),
    head,
    base,
    state: 'open',
    draft: body.flag('draft') ?? false,
    createdAt: now,
    updatedAt: now,
  };
  repository.pulls.push(pull);
  await writePullRefs(state, repository, pull);
  tellPull(state, repository, caller, pull, 'opened');
  const view = await fullPull(state, repository, pull, { head: from.sha, base: to.sha });
  return created(view, view.url);
}

const validation = (message: string): RestError =>
  new RestError(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);

async function mergePull(call: Call): Promise<Answer> {
  const { state, repository, body, caller } = call;
  const { pull, ends } = await needPull(call);
  if (pull.state !== 'open') throw new RestError(405, 'Pull Request is not mergeable');
  const expected = body.text('sha');
  if (expected !== undefined && expected !== ends.head) {
    throw new RestError(409, 'Head branch was modified. Review and try the merge again.');
  }
  const method = body.text('merge_method') ?? 'merge';
  if (method === 'rebase') {
    throw new RestError(405, 'Rebase merges are not allowed on this repository.');
  }
  const { git } = repository;
  return repository.exclusive(async () => {
    const protection = repository.protections.get(pull.base);
    if (protection?.requirePullRequest && protection.requirePullRequest.approvals > 0) {
      const message = 'At least 1 approving review is required by reviewers with write access.';
      throw new RestError(405, message);
    }
    const isMerge = method === 'merge';
    const title = body.text('commit_title') ?? titleOf(pull, repository.owner, isMerge);
    const text = body.text('commit_message') ?? (isMerge ? pull.title : (pull.body ?? ''));
    const merge = await git.merge({
      ...ends,
      message: text === '' ? title : `${title}\n\n${text}`,
      author: actor(caller),
      ...(isMerge ? {} : { parents: [ends.base] }),
    });
    if (!merge) throw new RestError(405, 'Pull Request is not mergeable');
    // The pull request is what `requirePullRequest` asks for: it does not stand in its own way.
    markMerged(state, pull, ends, merge, caller);
    await withoutPullRule(call, pull.base, () =>
      change(call, { ref: `refs/heads/${pull.base}`, before: ends.base, after: merge }),
    );
    tellPull(state, repository, caller, pull, 'closed');
    return ok({ sha: merge, merged: true, message: 'Pull Request successfully merged' });
  });
}

const titleOf = (pull: Pull, owner: string, isMerge: boolean): string =>
  isMerge
    ? `Merge pull request #${pull.number} from ${owner}/${pull.head}`
    : `${pull.title} (#${pull.number})`;

async function withoutPullRule(
  { repository }: Call,
  branch: string,
  body: () => Promise<void>,
): Promise<void> {
  const protection = repository.protections.get(branch);
  if (!protection) return body();
  const { requirePullRequest: _, mayPush: __, ...rest } = protection;
  repository.protections.set(branch, rest);
  try {
    await body();
  } finally {
    repository.protections.set(branch, protection);
  }
}

/** `POST …/merges`: head into base, by a merge commit; nothing to do is 204. */
async function mergeBranches(call: Call): Promise<Answer> {
  const { state, repository, body, caller } = call;
  const { git } = repository;
  const base = body.needText('base');
  const head = body.needText('head');
  return repository.exclusive(async () => {
    const ref = await git.ref(`refs/heads/${base}`);
    if (!ref) throw new RestError(404, 'Base does not exist');
    const sha = await git.resolve(head);
    if (!sha) throw new RestError(404, 'Head does not exist');
    if (await git.isAncestor(sha, ref.sha)) return noContent;
    const message = body.text('commit_message') ?? `Merge ${head} into ${base}`;
    const merge = await git.merge({ base: ref.sha, head: sha, message, author: actor(caller) });
    if (!merge) throw new RestError(409, 'Merge conflict');
    await change(call, { ref: ref.name, before: ref.sha, after: merge });
    const commit = await git.commit(merge);
    if (!commit) throw new Error(`${merge} was just made and is not there`);
    return created(commitView(state, repository, commit));
  });
}
