import type { PushedCommit } from '../listeners.ts';
import { synchronizePulls } from '../pulls.ts';
import type { Caller, Repository, State } from '../state.ts';
import { ZERO } from './git.ts';
import type { RefUpdate } from './protect.ts';

/** The most commits GitHub's push event holds. */
const MOST_COMMITS = 2048;

/**
 * Tells the world of refs that have just changed: the event log, the listeners (not for a
 * GITHUB_TOKEN: what it does starts no runs), open pull requests of the branch.
 */
export async function announceUpdates(
  state: State,
  repository: Repository,
  caller: Caller,
  updates: readonly RefUpdate[],
): Promise<void> {
  if (updates.length > 0) repository.pushedAt = state.now();
  const startsRuns = caller.kind !== 'job';
  const pusher = 'account' in caller ? caller.account.login : '';
  for (const { ref, before, after } of updates) {
    const { fullName } = repository;
    state.events.add({
      kind: 'push',
      repository: fullName,
      ref,
      before,
      after,
      pusher,
      startsRuns,
    });
    const push = {
      repository: fullName,
      ref,
      before,
      after,
      created: before === ZERO,
      deleted: after === ZERO,
      forced: await isForced(repository, before, after),
      pusher,
      commits: await newCommits(repository, { ref, before, after }),
    };
    if (startsRuns) for (const listener of state.listeners.push) listener(push);
    await synchronizePulls(state, repository, caller, { ref, before, after });
  }
}

async function isForced({ git }: Repository, before: string, after: string): Promise<boolean> {
  return before !== ZERO && after !== ZERO && !(await git.isAncestor(before, after));
}

async function newCommits(
  { git, defaultBranch }: Repository,
  { ref, before, after }: RefUpdate,
): Promise<readonly PushedCommit[]> {
  if (after === ZERO || (await git.objectType(after)) !== 'commit') return [];
  const main = await git.resolve(`refs/heads/${defaultBranch}`);
  const notFrom = before === ZERO && ref !== `refs/heads/${defaultBranch}` ? main : before;
  const known = notFrom !== undefined && notFrom !== ZERO;
  const range = { to: after, limit: MOST_COMMITS, ...(known ? { notFrom } : {}) };
  return [...(await git.log(range))].reverse().map(({ sha, message, committer, author }) => ({
    id: sha,
    message,
    timestamp: committer.date,
    author,
  }));
}
