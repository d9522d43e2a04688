import type { ActionsBackend, RepositoryFacts } from '../../github/actions-backend.ts';
import { type Commit, findCommit } from './repository-files.ts';

/** Where a file of ours stands: its repository and the commit it was read from. */
export interface Origin extends Commit {
  readonly repository: RepositoryFacts;
}

/** What a `uses:` names. `path` is below the repository's root, `''` for the root. */
export interface Reference {
  readonly origin: Origin;
  readonly path: string;
  /** `owner/repo/path@ref` in full, as GitHub's messages show it. */
  readonly text: string;
}

/**
 * Finds what `uses: $/path` (same repository, same commit) or `uses: owner/repo/path@ref` names.
 * A called workflow's `./path` means the same as `$/path`.
 * @param from where the file stands that says it
 * @throws {Error} GitHub's words for a repository or version that is not there
 */
export async function findReference(
  backend: ActionsBackend,
  from: Origin,
  uses: string,
): Promise<Reference> {
  if (/^[.$]\//.test(uses)) {
    const path = uses.slice(2);
    return { origin: from, path, text: `${from.repository.fullName}/${path}@${from.sha}` };
  }
  const [, owner, name, path = '', ref = ''] =
    /^([^/@]+)\/([^/@]+)(?:\/([^@]*))?@(.+)$/.exec(uses) ?? [];
  if (owner === undefined || name === undefined) {
    throw new Error(`Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`);
  }
  const repository = findRepository(backend, `${owner}/${name}`);
  if (repository === undefined) {
    throw new Error(`Unable to resolve action \`${uses}\`, repository not found`);
  }
  const commit = await findCommit(repository.gitFolder, ref);
  if (commit === undefined) {
    throw new Error(`Unable to resolve action \`${uses}\`, unable to find version \`${ref}\``);
  }
  return { origin: { repository, ...commit }, path, text: uses };
}

function findRepository(backend: ActionsBackend, fullName: string): RepositoryFacts | undefined {
  try {
    return backend.repository(fullName);
  } catch {
    return undefined; // The backend refuses what it does not have.
  }
}
