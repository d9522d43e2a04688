import { closePull, endsOf, fetchFork, type PullEnds, tellPull, writePullRefs } from '../pulls.ts';
import { findRepository, needRepository } from '../repositories.ts';
import type { Pull, Repository } from '../state.ts';
import { changeView, commitView } from '../view/commit.ts';
import { fullPull, simplePull } from '../view/pull.ts';
import { actor } from './acting.ts';
import { type Answer, created, list, noContent, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
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
      const ends = await endsOf(repository, pull);
      return simplePull(state, repository, pull, ends);
    });
  }),

  'pulls/get': operation('pull_requests:read', async (call) => {
    const { pull, ends } = await needPull(call);
    return ok(await fullPull(call.state, call.repository, pull, ends));
  }),

  'pulls/update': operation('pull_requests:write', updatePull),

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
        if (await belongs(repository, pull, ends, sha)) found.push({ pull, ends });
      }
      return list(found, ({ pull, ends }) => simplePull(state, repository, pull, ends));
    },
  ),
};

/** The pull request of the route, and the commits of its two ends. */
export async function needPull(call: Call): Promise<{ pull: Pull; ends: PullEnds }> {
  const number = Number(call.params.pull_number);
  const pull = call.repository.pulls.find((one) => one.number === number);
  if (!pull) throw notFound();
  return { pull, ends: await endsOf(call.repository, pull) };
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
  const [, owner = repository.owner, head = ''] =
    /^(?:([^:]+):)?(.+)$/.exec(body.needText('head')) ?? [];
  const { git } = repository;
  const source = findRepository(state, `${owner}/${repository.name}`);
  const [from, to] = [
    await source?.git.ref(`refs/heads/${head}`),
    await git.ref(`refs/heads/${base}`),
  ];
  if (!from) throw invalid('PullRequest', 'head', 'invalid');
  if (!to) throw invalid('PullRequest', 'base', 'invalid');
  const number = repository.pulls.length + 1;
  const fork: Pick<Pull, 'fork'> =
    owner === repository.owner ? {} : { fork: `${owner}/${repository.name}` };
  if (fork.fork !== undefined) await fetchFork(state, repository, { number, head, ...fork });
  if (await git.isAncestor(from.sha, to.sha)) {
    throw validation(`No commits between ${base} and ${head}`);
  }
  const twin = repository.pulls.find(
    (pull) =>
      pull.state === 'open' && pull.head === head && pull.fork === fork.fork && pull.base === base,
  );
  if (twin) throw validation(`A pull request already exists for ${owner}:${head}.`);
  const title = body.text('title');
  if (!title) throw invalid('PullRequest', 'title', 'missing_field');
  const now = state.now();
  const pull: Pull = {
    id: state.nextId(),
    number,
    title,
    body: body.text('body') ?? null,
    author: actor(caller),
    head,
    ...fork,
    base,
    state: 'open',
    draft: body.flag('draft') ?? false,
    createdAt: now,
    updatedAt: now,
    reviews: [],
  };
  repository.pulls.push(pull);
  await writePullRefs(state, repository, pull);
  tellPull(state, repository, caller, pull, 'opened');
  const view = await fullPull(state, repository, pull, { head: from.sha, base: to.sha });
  return created(view, view.url);
}

const validation = (message: string): RestError =>
  new RestError(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);

async function updatePull(call: Call): Promise<Answer> {
  const { state, repository, body, caller } = call;
  const { pull, ends } = await needPull(call);
  const { git } = repository;
  const base = body.text('base') ?? pull.base;
  if (!(await git.ref(`refs/heads/${base}`))) throw invalid('PullRequest', 'base', 'invalid');
  pull.title = body.text('title') ?? pull.title;
  pull.body = body.text('body') ?? pull.body;
  pull.base = base;
  pull.updatedAt = state.now();
  const wanted = body.text('state');
  if (wanted === 'closed' && pull.state === 'open') {
    closePull(state, pull, ends);
    tellPull(state, repository, caller, pull, 'closed');
  } else if (wanted === 'open' && pull.state === 'closed') {
    const home = needRepository(state, pull.fork ?? repository.fullName);
    const isGone = !(await home.git.ref(`refs/heads/${pull.head}`));
    if (pull.merged || isGone) throw validation('state cannot be changed.');
    pull.state = 'open';
    delete pull.closed;
    tellPull(state, repository, caller, pull, 'reopened');
  } else tellPull(state, repository, caller, pull, 'edited');
  if (pull.state === 'open') await writePullRefs(state, repository, pull);
  return ok(await fullPull(state, repository, pull, await endsOf(repository, pull)));
}
