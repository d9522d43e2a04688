import { missingChecks } from '../checks.ts';
import { announceUpdates } from '../git/update-refs.ts';
import { approversOf, markMerged, type PullEnds, tellPull } from '../pulls.ts';
import type { Pull, Repository } from '../state.ts';
import { commitView } from '../view/commit.ts';
import { actor } from './acting.ts';
import { type Answer, created, noContent, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { needPull } from './pulls.ts';
import { change } from './refs.ts';
import { RestError } from './rest-error.ts';

export const mergeOperations: Operations = {
  'pulls/merge': operation('contents:write', mergePull),
  'repos/merge': operation('contents:write', mergeBranches),
};

async function mergePull(call: Call): Promise<Answer> {
  const { state, repository, body, caller } = call;
  const expected = body.text('sha');
  const method = body.text('merge_method') ?? 'merge';
  if (method === 'rebase') {
    throw new RestError(405, 'Rebase merges are not allowed on this repository.');
  }
  const isMerge = method === 'merge';
  return repository.exclusive(async () => {
    const { pull, ends } = await needPull(call);
    if (pull.state !== 'open') throw new RestError(405, 'Pull Request is not mergeable');
    if (expected !== undefined && expected !== ends.head) {
      throw new RestError(409, 'Head branch was modified. Review and try the merge again.');
    }
    const refused = refuseMerge(repository, pull, ends);
    if (refused) throw new RestError(405, refused);
    const title = body.text('commit_title') ?? titleOf(pull, repository.owner, isMerge);
    const text = body.text('commit_message') ?? (isMerge ? pull.title : (pull.body ?? ''));
    const merge = await repository.git.merge({
      ...ends,
      message: text === '' ? title : `${title}\n\n${text}`,
      author: actor(caller),
      ...(isMerge ? {} : { parents: [ends.base] }),
    });
    if (!merge) throw new RestError(405, 'Pull Request is not mergeable');
    const update = { ref: `refs/heads/${pull.base}`, before: ends.base, after: merge };
    await repository.git.setRef(update.ref, merge);
    markMerged(state, pull, ends, merge, caller);
    await announceUpdates(state, repository, caller, [update]);
    tellPull(state, repository, caller, pull, 'closed');
    return ok({ sha: merge, merged: true, message: 'Pull Request successfully merged' });
  });
}

/** What the base's protection still asks of a pull request, in GitHub's words. */
function refuseMerge(repository: Repository, pull: Pull, { head }: PullEnds): string | undefined {
  const protection = repository.protections.get(pull.base);
  if (!protection) return undefined;
  if (protection.mergeQueue) return 'Changes must be made through the merge queue';
  const wanted = protection.requirePullRequest?.approvals ?? 0;
  if (approversOf(pull).length < wanted) {
    const reviews = wanted === 1 ? '1 approving review is' : `${wanted} approving reviews are`;
    return `At least ${reviews} required by reviewers with write access.`;
  }
  const [missing] = missingChecks(repository, head, protection.requiredChecks ?? []);
  return missing === undefined ? undefined : `Required status check "${missing}" is expected.`;
}

const titleOf = (pull: Pull, owner: string, isMerge: boolean): string =>
  isMerge
    ? `Merge pull request #${pull.number} from ${owner}/${pull.head}`
    : `${pull.title} (#${pull.number})`;

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
