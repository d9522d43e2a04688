import { readFile } from 'node:fs/promises';
import { isMapping } from '../../src/domain/deep-merge.ts';

/** The pull request that started this run. */
export interface PullRequest {
  readonly number: number;
  /** The commit at its head: GITHUB_SHA is that of a merge nobody has seen. */
  readonly head: string;
  /** It comes from another repository, whose people must not get at anything of this one. */
  readonly isFork: boolean;
}

/** Undefined in a run that no pull request started. */
export async function pullRequestOf(
  env: Readonly<Record<string, string | undefined>>,
): Promise<PullRequest | undefined> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: own } = env;
  if (!name.startsWith('pull_request') || path === undefined) return undefined;
  const event: unknown = JSON.parse(await readFile(path, 'utf8'));
  const pull = isMapping(event) && isMapping(event.pull_request) ? event.pull_request : {};
  if (typeof pull.number !== 'number' || !isMapping(pull.head)) return undefined;
  // Without a repository: the fork was deleted.
  const { repo, sha } = pull.head;
  const isFork = !isMapping(repo) || repo.full_name !== own;
  return { number: pull.number, head: String(sha), isFork };
}
