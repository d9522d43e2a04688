import { askGit, runGit } from './command.ts';
import { COMMIT_FORMAT, type Commit, parseCommits } from './commit.ts';
import { type FileChange, parseChanges } from './file-change.ts';

export const ZERO = '0'.repeat(40);

export interface GitRef {
  /** `refs/heads/main` */
  readonly name: string;
  readonly type: 'commit' | 'tag' | 'tree' | 'blob';
  readonly sha: string;
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number | undefined;
  readonly path: string;
}

/** Reading and changing one bare repository. */
export interface Git {
  readonly folder: string;
  readonly refs: (prefix: string) => Promise<readonly GitRef[]>;
  readonly ref: (name: string) => Promise<GitRef | undefined>;
  /** The commit a branch, a tag, a full ref or a (short) commit id stands for, in that order. */
  readonly resolve: (name: string) => Promise<string | undefined>;
  readonly isRefName: (name: string) => Promise<boolean>;
  readonly objectType: (sha: string) => Promise<string | undefined>;
  readonly commit: (sha: string) => Promise<Commit | undefined>;
  /** Newest first: what `to` reaches and `notFrom` does not. */
  readonly log: (range: {
    readonly to: string;
    readonly notFrom?: string;
    readonly path?: string;
    readonly limit?: number;
    readonly since?: string;
    readonly until?: string;
  }) => Promise<readonly Commit[]>;
  readonly mergeBase: (one: string, other: string) => Promise<string | undefined>;
  readonly isAncestor: (old: string, young: string) => Promise<boolean>;
  readonly changes: (from: string, to: string) => Promise<readonly FileChange[]>;
  readonly tree: (treeish: string, recursive: boolean) => Promise<readonly TreeEntry[]>;
  readonly blob: (sha: string) => Promise<Buffer | undefined>;
  /** The file or folder at a path of a commit. */
  readonly entry: (commit: string, path: string) => Promise<TreeEntry | undefined>;
  /** Sets a ref, or deletes it when `sha` is ZERO. */
  readonly setRef: (name: string, sha: string) => Promise<void>;
  /** A merge commit of `head` into `base`; undefined when they conflict. */
  readonly merge: (merge: {
    readonly base: string;
    readonly head: string;
    readonly message: string;
    readonly author: { readonly name: string; readonly email: string };
    readonly parents?: readonly string[];
  }) => Promise<string | undefined>;
  readonly tag: (tag: {
    readonly name: string;
    readonly object: string;
    readonly type: string;
    readonly message: string;
    readonly tagger: { readonly name: string; readonly email: string };
    readonly date: Date;
  }) => Promise<string>;
}

/** Words git would take for an expression (`main~1`, `@{u}`, `main:file`) or an option are no names. */
const isName = (name: string): boolean =>
  name !== '' && !/^-|[~^:?*[\\\s]|\.\.|@\{/.test(name) && name !== '@';

export function openGit(folder: string): Git {
  const git = (...args: readonly string[]) => runGit(folder, args);
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  const log: Git['log'] = async ({ to, notFrom, path, limit, since, until }) => {
    const range = notFrom === undefined ? [to] : [to, `^${notFrom}`];
    const options = [
      ...(limit === undefined ? [] : [`--max-count=${limit}`]),
      ...(since === undefined ? [] : [`--since=${since}`]),
      ...(until === undefined ? [] : [`--until=${until}`]),
    ];
    const paths = path === undefined ? [] : [path];
    return parseCommits(
      await git('log', `--format=${COMMIT_FORMAT}`, ...options, ...range, '--', ...paths),
    );
  };
  const refs: Git['refs'] = async (prefix) => {
    const format = '%(refname) %(objecttype) %(objectname)';
    return lines(await git('for-each-ref', `--format=${format}`, prefix)).map(parseRef);
  };
  const tree: Git['tree'] = async (treeish, recursive) => {
    const options = ['-z', '--long', ...(recursive ? ['-r', '-t'] : [])];
    const text = await git('ls-tree', ...options, treeish);
    return text.split('\0').filter(Boolean).map(parseEntry);
  };
  const resolveCommit = async (name: string): Promise<string | undefined> => {
    const argv = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    const { code, stdout } = await askGit(folder, argv);
    return code === 0 ? lines(stdout.toString()).at(-1) : undefined;
  };
  return {
    folder,
    refs,
    log,
    tree,
    ref: async (name) => (await refs(name)).find((ref) => ref.name === name),
    async resolve(name) {
      if (!isName(name)) return undefined;
      if (/^[0-9a-f]{40}$/.test(name)) return resolveCommit(name);
      const full = name.startsWith('refs/') ? [name] : [];
      for (const ref of [...full, `refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`]) {
        const found = await resolveCommit(ref);
        if (found) return found;
      }
      return /^[0-9a-f]{7,40}$/.test(name) ? resolveCommit(name) : undefined;
    },
    isRefName: async (name) => (await askGit(folder, ['check-ref-format', name])).code === 0,
    async objectType(sha) {
      if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
      const { code, stdout } = await askGit(folder, ['cat-file', '-t', sha]);
      return code === 0 ? stdout.toString().trim() : undefined;
    },
    commit: async (sha) => (await log({ to: sha, limit: 1 }))[0],
    async mergeBase(one, other) {
      const { code, stdout } = await askGit(folder, ['merge-base', one, other]);
      return code === 0 ? lines(stdout.toString())[0] : undefined;
    },
    async isAncestor(old, young) {
      return (await askGit(folder, ['merge-base', '--is-ancestor', old, young])).code === 0;
    },
    changes: async (from, to) =>
      parseChanges(
        await git('diff', '--raw', '--numstat', '-z', '-M', '--abbrev=40', from, to, '--'),
      ),
    async blob(sha) {
      const { code, stdout } = await askGit(folder, ['cat-file', 'blob', sha]);
      return code === 0 ? stdout : undefined;
    },
    async entry(commit, path) {
      const argv = ['ls-tree', '-z', '--long', commit, '--', path];
      const found = (await git(...argv)).split('\0').filter(Boolean).map(parseEntry);
      return found.find((entry) => entry.path === path);
    },
    async setRef(name, sha) {
      if (sha === ZERO) await git('update-ref', '-d', name);
      else await git('update-ref', name, sha);
    },
    async merge({ base, head, message, author, parents = [base, head] }) {
      const merged = await askGit(folder, ['merge-tree', '--write-tree', base, head]);
      if (merged.code !== 0) return undefined;
      const [treeSha = ''] = lines(merged.stdout.toString());
      const env = {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: 'GitHub',
        GIT_COMMITTER_EMAIL: 'noreply@github.com',
      };
      const argv = ['commit-tree', treeSha, ...parents.flatMap((sha) => ['-p', sha])];
      return (await runGit(folder, argv, { env, input: message })).trim();
    },
    async tag({ name, object, type, message, tagger, date }) {
      const seconds = Math.floor(date.getTime() / 1000);
      const by = `${tagger.name} <${tagger.email}> ${seconds} +0000`;
      const input = `object ${object}\ntype ${type}\ntag ${name}\ntagger ${by}\n\n${message}\n`;
      return (await runGit(folder, ['mktag'], { input })).trim();
    },
  };
}

function parseRef(line: string): GitRef {
  const [name = '', type = '', sha = ''] = line.split(' ');
  return { name, type: type as GitRef['type'], sha };
}

function parseEntry(line: string): TreeEntry {
  const [facts = '', path = ''] = line.split('\t', 2);
  const [mode = '', type = '', sha = '', size = '-'] = facts.split(/ +/);
  return { mode, type, sha, path, size: size === '-' ? undefined : Number(size) };
}
