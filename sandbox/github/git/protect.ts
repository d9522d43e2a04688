import { missingChecks } from '../checks.ts';
import type { Caller, Protection, Repository } from '../state.ts';
import { ZERO } from './git.ts';

export interface RefUpdate {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** Why a ref may not change, for git's client and for REST. */
export interface Refusal {
  /** What git prints behind the ref: `protected branch hook declined`. */
  readonly reason: string;
  /** What git prints as `remote: …`. */
  readonly remote: readonly string[];
  readonly message: string;
  readonly status: 403 | 422;
}

const login = (caller: Caller): string => ('account' in caller ? caller.account.login : '');
const isAdmin = (caller: Caller): boolean =>
  caller.kind === 'user' && caller.account.role === 'admin';

/** Judges one update; its new objects are already in the repository. */
export async function refuseUpdate(
  repository: Repository,
  caller: Caller,
  update: RefUpdate,
): Promise<Refusal | undefined> {
  const { ref } = update;
  if (!/^refs\/(heads|tags)\//.test(ref)) {
    return refusal('hidden ref', `${ref}: deny updating a hidden ref`, []);
  }
  const workflows = await refuseWorkflowChange(repository, caller, update);
  if (workflows) return workflows;
  const protection = ref.startsWith('refs/heads/')
    ? repository.protections.get(ref.slice('refs/heads/'.length))
    : undefined;
  // Rules bind admins only where "do not allow bypassing" is on, which this emulator leaves off.
  if (!protection || isAdmin(caller)) return undefined;
  const problems = await protectionProblems(repository, caller, update, protection);
  const [first] = problems;
  if (first === undefined) return undefined;
  const remote = [
    `error: GH006: Protected branch update failed for ${ref}.`,
    ...problems.map((problem) => `error: ${problem}`),
  ];
  const status = first.startsWith("You're not authorized") ? 403 : 422;
  return { reason: 'protected branch hook declined', remote, message: first, status };
}

async function protectionProblems(
  repository: Repository,
  caller: Caller,
  { before, after }: RefUpdate,
  protection: Protection,
): Promise<readonly string[]> {
  if (after === ZERO) return protection.allowDeletions ? [] : ['Cannot delete a protected branch'];
  const { mayPush, requirePullRequest, requiredChecks = [], mergeQueue } = protection;
  const forced = before !== ZERO && !(await repository.git.isAncestor(before, after));
  const missing = missingChecks(repository, after, requiredChecks);
  return [
    ...(forced && !protection.allowForcePushes ? ['Cannot force-push to a protected branch'] : []),
    ...(mayPush && !mayPush.includes(login(caller))
      ? [
          "You're not authorized to push to this branch. Visit https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches for more information.",
        ]
      : []),
    ...(mergeQueue ? ['Changes must be made through the merge queue'] : []),
    ...(requirePullRequest ? ['Changes must be made through a pull request.'] : []),
    ...(missing.length > 0 ? [expected(missing, requiredChecks.length)] : []),
  ];
}

const expected = (missing: readonly string[], all: number): string =>
  missing.length === 1
    ? `Required status check "${missing[0]}" is expected.`
    : `${missing.length} of ${all} required status checks are expected.`;

/**
 * A GITHUB_TOKEN, or an App without `workflows: write`, may not bring a workflow file that no
 * other branch has with this very content (docs: scopes-for-oauth-apps, `workflow`).
 */
async function refuseWorkflowChange(
  { git }: Repository,
  caller: Caller,
  { ref, before, after }: RefUpdate,
): Promise<Refusal | undefined> {
  if (after === ZERO || (caller.kind !== 'job' && caller.kind !== 'installation')) return undefined;
  if (caller.permissions.workflows === 'write') return undefined;
  const files = async (commit: string): Promise<readonly string[]> =>
    (await git.tree(commit, true))
      .filter(({ path, type }) => type === 'blob' && path.startsWith('.github/workflows/'))
      .map(({ path, sha }) => `${path} ${sha}`);
  const known = new Set(before === ZERO ? [] : await files(before));
  const fresh = (await files(after)).filter((file) => !known.has(file));
  if (fresh.length === 0) return undefined;
  for (const branch of await git.refs('refs/heads/')) {
    if (branch.name !== ref) for (const file of await files(branch.sha)) known.add(file);
  }
  const [file] = fresh.filter((one) => !known.has(one));
  if (file === undefined) return undefined;
  const path = file.slice(0, file.lastIndexOf(' '));
  const message = `refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`;
  return { reason: message, remote: [], message, status: 403 };
}

function refusal(reason: string, message: string, remote: readonly string[]): Refusal {
  return { reason, message, remote, status: 422 };
}
