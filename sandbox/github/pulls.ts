import { ZERO } from './git/git.ts';
import type { RefUpdate } from './git/protect.ts';
import type { PullChange } from './listeners.ts';
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
  for (const pull of repository.pulls) {
    if (pull.state !== 'open' || (pull.head !== branch && pull.base !== branch)) continue;
    const head =
      pull.head === branch ? before : ((await git.resolve(`refs/heads/${pull.head}`)) ?? '');
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
      if (pull.head === branch) tellPull(state, repository, caller, pull, 'synchronize');
    }
  }
}

export interface PullEnds {
  readonly head: string;
  readonly base: string;
}

/** Commits of head and base; as they were at its end for a closed one. */
export async function endsOf({ git }: Repository, pull: Pull): Promise<PullEnds> {
  if (pull.closed) return pull.closed;
  const head = await git.resolve(`refs/heads/${pull.head}`);
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
