import { run } from '../../world/run.ts';

/** A commit of a repository, and how it was named. */
export interface Commit {
  readonly sha: string;
  /** `refs/tags/v1`, `refs/heads/main`, or the SHA itself where one was given. */
  readonly ref: string;
}

const git = (folder: string, ...args: readonly string[]): Promise<string> =>
  run(['git', '--git-dir', folder, ...args]);

/**
 * The commit a ref names. A tag goes before a branch of the same name, as on GitHub.
 * @param ref `v1`, `main`, `refs/heads/main` or a full SHA
 */
export async function findCommit(gitFolder: string, ref: string): Promise<Commit | undefined> {
  const candidates = ref.startsWith('refs/')
    ? [ref]
    : [`refs/tags/${ref}`, `refs/heads/${ref}`, ...(/^[0-9a-f]{40}$/.test(ref) ? [ref] : [])];
  for (const candidate of candidates) {
    const query = ['rev-parse', '--verify', '--quiet', `${candidate}^{commit}`];
    const sha = (await git(gitFolder, ...query).catch(() => '')).trim();
    if (sha !== '') return { sha, ref: candidate };
  }
  return undefined;
}

/** The text of a file at a commit; `undefined` where it has none. */
export const readFileAt = (
  gitFolder: string,
  sha: string,
  path: string,
): Promise<string | undefined> =>
  git(gitFolder, 'cat-file', 'blob', `${sha}:${path}`).catch(() => undefined);

/** Paths of the files in a folder at a commit; none where there is no such folder. */
export async function listFolder(
  gitFolder: string,
  sha: string,
  folder: string,
): Promise<readonly string[]> {
  const listed = await git(gitFolder, 'ls-tree', '-z', '--name-only', sha, `${folder}/`);
  return listed.split('\0').filter(Boolean);
}

/** Paths that differ between two commits; all of the second's where the first is unknown. */
export async function listChanges(
  gitFolder: string,
  before: string | undefined,
  after: string,
): Promise<readonly string[]> {
  const names =
    before === undefined
      ? await git(gitFolder, 'ls-tree', '-r', '-z', '--name-only', after)
      : await git(gitFolder, 'diff', '-z', '--name-only', before, after);
  return names.split('\0').filter(Boolean);
}

/** First line and whole text of a commit's message. */
export async function readMessage(
  gitFolder: string,
  sha: string,
): Promise<{ readonly title: string; readonly text: string }> {
  const text = (await git(gitFolder, 'log', '-1', '--format=%B', sha)).trimEnd();
  return { title: text.split('\n')[0] ?? '', text };
}
