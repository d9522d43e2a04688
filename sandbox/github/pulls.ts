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

/** After a branch moved: refs of its pull requests follow; one whose head is all in its base is merged. */
export async function synchronizePulls(
  state: State,
  repository: Repository,
  caller: Caller,
  ref: string,
): Promise<void> {
  const branch = ref.replace('refs/heads/', '');
  for (const pull of repository.pulls) {
    if (pull.state !== 'open' || (pull.head !== branch && pull.base !== branch)) continue;
    const ends = await endsOf(repository, pull);
    if (!ends) continue;
    if (pull.base === branch && (await repository.git.isAncestor(ends.head, ends.base))) {
      markMerged(state, pull, ends, ends.base, caller);
      tellPull(state, repository, caller, pull, 'closed');
      continue;
    }
    await writePullRefs(state, repository, pull);
    if (pull.head === branch) {
      pull.updatedAt = state.now();
      tellPull(state, repository, caller, pull, 'synchronize');
    }
  }
}

export interface PullEnds {
  readonly head: string;
  readonly base: string;
}

/** Commits of head and base; as they were at its end for a closed one. */
export async function endsOf({ git }: Repository, pull: Pull): Promise<PullEnds | undefined> {
  if (pull.closed) return pull.closed;
  const head = await git.resolve(`refs/heads/${pull.head}`);
  const base = await git.resolve(`refs/heads/${pull.base}`);
  return head && base ? { head, base } : undefined;
}

/** `refs/pull/N/head`, and `refs/pull/N/merge` where the two sides merge. */
export async function writePullRefs(
  state: State,
  repository: Repository,
  pull: Pull,
): Promise<string | undefined> {
  const ends = await endsOf(repository, pull);
  if (!ends) return undefined;
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
  const at = state.now();
  pull.state = 'closed';
  pull.closed = { head: ends.head, base: ends.base, at };
  pull.merged = { sha, by: 'account' in caller ? caller.account : pull.author, at };
  pull.updatedAt = at;
}
