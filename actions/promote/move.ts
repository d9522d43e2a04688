import { basename } from 'node:path';
import type { Bundle } from '../../src/domain/bundle.ts';
import { ActionError } from '../../src/errors.ts';
import type { ComparedCommit } from '../../src/http/github/facts.ts';
import type { GitHub } from '../../src/http/github/github.ts';

export interface MoveOrder {
  readonly branch: string;
  readonly bundle: Bundle;
  /** Reads, and moves the branch too when there is no other token. */
  readonly github: GitHub;
  /** With the token of an App: what it moves starts workflows by itself. */
  readonly pusher: GitHub | undefined;
  /** GITHUB_WORKFLOW_REF */
  readonly workflowRef: string;
}

export interface Move {
  readonly branch: string;
  readonly from: string;
  readonly to: string;
  /** `newer`: the branch holds the bundle's commit and more; it is not moved back. */
  readonly result: 'moved' | 'already-there' | 'newer';
  /** The workflow that was started by hand, since the token starts none. */
  readonly started?: string;
  readonly commits: readonly ComparedCommit[];
}

/**
 * Moves a branch forward to the commit of a proven bundle, never back and never over other people's
 * commits. @throws {ActionError} `diverged`, `bundle-invalid`, `github-refused`
 */
export async function moveBranch(order: MoveOrder): Promise<Move> {
  const { branch, bundle, github, pusher, workflowRef } = order;
  await requireSameTree(github, bundle);
  const from = await github.branch(branch);
  if (from === undefined) {
    throw new ActionError('github-refused', `There is no branch ${branch} to move`);
  }
  const way = await github.compare(from, bundle.commit);
  const move = { branch, from, to: bundle.commit, commits: way?.commits ?? [] };
  if (way?.status === 'identical') return { ...move, result: 'already-there' };
  if (way?.status === 'behind') return { ...move, result: 'newer' };
  if (way?.status !== 'ahead') throw await diverged(order, from);

  await forward(order);
  if (pusher) return { ...move, result: 'moved' };
  // GitHub starts no workflow for what GITHUB_TOKEN pushes, except by dispatch.
  const workflow = basename(workflowRef.replace(/@.*$/, ''));
  await github.dispatch(workflow, branch);
  return { ...move, result: 'moved', started: workflow };
}

/** The id covers the tree, not the commit: the commit must hold exactly what was proven. */
async function requireSameTree(github: GitHub, bundle: Bundle): Promise<void> {
  const commit = await github.commit(bundle.commit);
  if (commit?.tree === bundle.tree) return;
  throw new ActionError(
    'bundle-invalid',
    `Commit ${bundle.commit.slice(0, 8)} does not hold the source tree of ${bundle.id}`,
  );
}

/** GitHub refuses what is no fast-forward; afterwards the branch is read again. */
async function forward(order: MoveOrder): Promise<void> {
  const { branch, bundle, github, pusher } = order;
  try {
    await (pusher ?? github).forward(branch, bundle.commit);
  } catch (error) {
    const now = await github.branch(branch);
    const way = now === undefined ? undefined : await github.compare(now, bundle.commit);
    if (now !== undefined && way?.status === 'diverged') throw await diverged(order, now);
    if (way?.status !== 'identical') throw refusedMove(branch, pusher !== undefined, error);
  }
  const now = await github.branch(branch);
  const way = now === undefined ? undefined : await github.compare(bundle.commit, now);
  if (way?.status === 'identical' || way?.status === 'ahead') return;
  throw new ActionError('github-refused', `${branch} should hold ${bundle.commit}, but is ${now}`);
}

function refusedMove(branch: string, byApp: boolean, cause: unknown): unknown {
  if (!(cause instanceof ActionError) || cause.code !== 'github-refused') return cause;
  return new ActionError('github-refused', `${branch} was not moved`, {
    cause,
    hint: byApp
      ? `Let the App bypass the protection of ${branch} (Settings → Rules).`
      : `Is ${branch} protected? Give push-token: the token of an App that may bypass it. ${cause.hint ?? ''}`,
  });
}

async function diverged({ branch, bundle, github }: MoveOrder, tip: string): Promise<ActionError> {
  const theirs = await github.compare(bundle.commit, tip);
  const commits = (theirs?.commits ?? [])
    .slice(-10)
    .map(({ sha, title, people }) => `${sha.slice(0, 8)} ${title} (${people[0] ?? 'unknown'})`);
  return new ActionError(
    'diverged',
    `${branch} has ${theirs?.aheadBy ?? 'unknown'} commits that ${bundle.id} does not hold:\n${commits.join('\n')}`,
    { hint: `Merge ${branch} into the branch that was proven; what comes out is proven anew.` },
  );
}
