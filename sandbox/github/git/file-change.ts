export interface FileChange {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  /** Blob after the change; before it for a removed file. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

const STATUS: Readonly<Record<string, FileChange['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/**
 * What `git diff --raw --numstat -z` printed: first `:mode mode sha sha STATUS` records, then
 * `added TAB deleted TAB path` records; a rename has its two paths in fields of their own.
 */
export function parseChanges(text: string): readonly FileChange[] {
  const fields = text.split('\0');
  const changes = new Map<string, Omit<FileChange, 'additions' | 'deletions'>>();
  const counts = new Map<string, { additions: number; deletions: number }>();
  while (fields.length > 0) {
    const field = fields.shift() ?? '';
    if (field.startsWith(':')) {
      const [, , before = '', after = '', letter = 'M'] = field.split(' ');
      const status = STATUS[letter.charAt(0)] ?? 'changed';
      const previousPath = /^[RC]/.test(letter) ? fields.shift() : undefined;
      const path = fields.shift() ?? '';
      changes.set(path, { path, previousPath, status, sha: letter === 'D' ? before : after });
    } else if (field !== '') {
      const [added = '', deleted = '', path = ''] = field.split('\t');
      if (path === '') fields.shift(); // The old path of a rename.
      const name = path === '' ? (fields.shift() ?? '') : path;
      // Binary files count as `-`.
      counts.set(name, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    }
  }
  return [...changes.values()].map((change) => ({
    ...change,
    ...(counts.get(change.path) ?? { additions: 0, deletions: 0 }),
  }));
}
