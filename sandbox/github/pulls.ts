import { runGit } from './git/command.ts';
import { ZERO } from './git/git.ts';
import type { RefUpdate } from './git/protect.ts';
import type { PullChange } from './listeners.ts';
import { needRepository } from './repositories.ts';
import type { Caller, Pull, Repository, State } from './state.ts';

/** Tells the log and, when the act may start runs, the listeners of a change of a pull request. */
export function tellPull(
  state: State,
  repository: Repository,
  caller: Caller,
  pull: Pull,
  action: PullChange['action'],
): void {
  const actor = 'account' in caller ? caller.account.login : '';
  const { fullName } = repository;
  const { number } = pull;
  const change = action === 'closed' && pull.merged ? 'merged' : action;
  state.events.add({ kind: 'pull', repository: fullName, number, change, actor });
  if (caller.kind === 'job') return;
  for (const listener of state.listeners.pull) {
    listener({ repository: fullName, number, action, actor });
  }
}

/**
 * After a branch moved: refs of its pull requests follow, one whose head is all in its base is
 * merged, one that lost a branch is closed.
 */
export async function synchronizePulls(
  state: State,
  repository: Repository,
  caller: Caller,
  { ref, before, after }: RefUpdate,
): Promise<void> {
  const { git } = repository;
  const branch = ref.replace('refs/heads/', '');
  await followForks(state, repository, caller, branch);
  for (const pull of repository.pulls) {
    const isHead = pull.head === branch && pull.fork === undefined;
    if (pull.state !== 'open' || (!isHead && pull.base !== branch)) continue;
    const head = isHead ? before : ((await git.resolve(headRef(pull))) ?? '');
    const base =
      pull.base === branch ? before : ((await git.resolve(`refs/heads/${pull.base}`)) ?? '');
    if (after === ZERO) {
      closePull(state, pull, { head, base });
      tellPull(state, repository, caller, pull, 'closed');
    } else if (pull.base === branch && (await git.isAncestor(head, after))) {
      markMerged(state, pull, { head, base }, after, caller);
      tellPull(state, repository, caller, pull, 'closed');
    } else {
      await writePullRefs(state, repository, pull);
      if (isHead) tellPull(state, repository, caller, pull, 'synchronize');
    }
  }
}

/** Pull requests that this branch of a fork has in other repositories. */
async function followForks(
  state: State,
  { fullName }: Repository,
  caller: Caller,
  branch: string,
): Promise<void> {
  for (const repository of state.repositories.values()) {
    for (const pull of repository.pulls) {
      if (pull.fork !== fullName || pull.head !== branch || pull.state !== 'open') continue;
      await fetchFork(state, repository, pull);
      await writePullRefs(state, repository, pull);
      tellPull(state, repository, caller, pull, 'synchronize');
    }
  }
}

/** The commits of a fork's branch are in the repository, too, as on GitHub. */
export async function fetchFork(
  state: State,
  { gitFolder }: Repository,
  { number, head, fork = '' }: Pick<Pull, 'number' | 'head' | 'fork'>,
): Promise<void> {
  const from = needRepository(state, fork).gitFolder;
  const refs = `+refs/heads/${head}:refs/pull/${number}/head`;
  await runGit(gitFolder, ['fetch', '--quiet', from, refs]);
}

const headRef = ({ number, head, fork }: Pull): string =>
  fork === undefined ? `refs/heads/${head}` : `refs/pull/${number}/head`;

export interface PullEnds {
  readonly head: string;
  readonly base: string;
}

/** Commits of head and base; as they were at its end for a closed one. */
export async function endsOf({ git }: Repository, pull: Pull): Promise<PullEnds> {
  if (pull.closed) return pull.closed;
  const head = await git.resolve(headRef(pull));
  const base = await git.resolve(`refs/heads/${pull.base}`);
  if (!head || !base)
    throw new Error(`pull request ${pull.number} lost a branch and is not closed`);
  return { head, base };
}

export function closePull(state: State, pull: Pull, ends: PullEnds): void {
  const at = state.now();
  pull.state = 'closed';
  pull.closed = { ...ends, at };
  pull.updatedAt = at;
}

/** People who may write and whose last word about the pull request is an approval. */
export function approversOf(pull: Pull): readonly string[] {
  const last = new Map<string, string>();
  for (const { author, state } of pull.reviews) {
    const counts = author.role === 'write' || author.role === 'admin';
    if (counts && state !== 'COMMENTED') last.set(author.login, state);
  }
  return [...last].flatMap(([login, state]) => (state === 'APPROVED' ? [login] : []));
}

/** `refs/pull/N/head`, and `refs/pull/N/merge` where the two sides merge. */
export async function writePullRefs(
  state: State,
  repository: Repository,
  pull: Pull,
): Promise<string | undefined> {
  const ends = await endsOf(repository, pull);
  const { git } = repository;
  await git.setRef(`refs/pull/${pull.number}/head`, ends.head);
  const message = `Merge ${ends.head} into ${ends.base}`;
  const merge = await git.merge({ ...ends, message, author: pull.author });
  if (merge) await git.setRef(`refs/pull/${pull.number}/merge`, merge);
  pull.updatedAt = state.now();
  return merge;
}

export function markMerged(
  state: State,
  pull: Pull,
  ends: PullEnds,
  sha: string,
  caller: Caller,
): void {
  closePull(state, pull, ends);
  const by = 'account' in caller ? caller.account : pull.author;
  pull.merged = { sha, by, at: pull.updatedAt };
}

/** A pull request as the event of it tells. */
export interface PullFacts {
  readonly title: string;
  readonly base: { readonly ref: string; readonly sha: string };
  /** `repository` is another one for a fork. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository: string };
  /** The commit of `refs/pull/N/merge`; undefined where the two sides do not merge. */
  readonly merge: string | undefined;
}

export async function pullFacts(
  state: State,
  fullName: string,
  number: number,
): Promise<PullFacts> {
  const repository = needRepository(state, fullName);
  const pull = repository.pulls.find((one) => one.number === number);
  if (!pull) throw new Error(`${fullName} has no pull request ${number}`);
  const ends = await endsOf(repository, pull);
  return {
    title: pull.title,
    base: { ref: pull.base, sha: ends.base },
    head: { ref: pull.head, sha: ends.head, repository: pull.fork ?? fullName },
    merge: await repository.git.resolve(`refs/pull/${number}/merge`),
  };
}
