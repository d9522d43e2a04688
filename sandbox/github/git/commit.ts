export interface Person {
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

/** `git log --format`: fields end with US, commits with RS, which no message holds. */
export const COMMIT_FORMAT = `${['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x1f')}%x1e`;

/** What `git log` printed in COMMIT_FORMAT. */
export function parseCommits(text: string): readonly Commit[] {
  return text
    .split('\x1e')
    .map((record) => record.replace(/^\n/, ''))
    .filter((record) => record !== '')
    .map((record) => {
      const [sha = '', tree = '', parents = '', ...rest] = record.split('\x1f');
      const [name = '', email = '', date = '', ...committed] = rest;
      const [byName = '', byEmail = '', byDate = '', message = ''] = committed;
      return {
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name, email, date },
        committer: { name: byName, email: byEmail, date: byDate },
        message: message.replace(/\n+$/, ''),
      };
    });
}
