/** Runs git in the folder of the checkout. */
export type Git = (...args: readonly string[]) => Promise<string>;

/** What to fetch, and how to check it out. */
export interface Wanted {
  readonly refspec: string;
  readonly checkout: readonly string[];
}

const branch = (name: string, source: string): Wanted => ({
  refspec: `+${source}:refs/remotes/origin/${name}`,
  checkout: ['-B', name, `refs/remotes/origin/${name}`],
});

/** The commit that started the run, on its branch where it has one. */
export function ownRef({ ref = '', sha = '' }: Readonly<Record<string, string>>): Wanted {
  if (ref.startsWith('refs/heads/')) return branch(ref.slice('refs/heads/'.length), sha);
  const remote = ref.replace(/^refs\/pull\//, 'refs/remotes/pull/');
  return { refspec: `+${sha}:${remote}`, checkout: ['--detach', remote] };
}

/** A branch, a tag, a full ref or a commit, in the order actions/checkout tries them. */
export async function findRef(git: Git, ref: string): Promise<Wanted> {
  if (ref === '') {
    const head = /^ref: refs\/heads\/(\S+)/.exec(
      await git('ls-remote', '--symref', 'origin', 'HEAD'),
    );
    return branch(head?.[1] ?? 'main', `refs/heads/${head?.[1] ?? 'main'}`);
  }
  if (/^[0-9a-f]{40}$/.test(ref)) {
    return { refspec: `+${ref}:refs/remotes/origin/wanted`, checkout: ['--detach', ref] };
  }
  const remote = await git('ls-remote', 'origin');
  const exists = (full: string): boolean => remote.includes(`\t${full}\n`);
  const heads = `refs/heads/${ref.replace(/^refs\/heads\//, '')}`;
  if (exists(heads)) return branch(heads.slice('refs/heads/'.length), heads);
  const tag = `refs/tags/${ref.replace(/^refs\/tags\//, '')}`;
  if (exists(tag)) return { refspec: `+${tag}:${tag}`, checkout: ['--detach', tag] };
  throw new Error(`A branch or tag with the name '${ref}' could not be found`);
}
